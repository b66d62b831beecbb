/// A loss function: everything that the language, the help, the lessons and the training know of it.
///
/// Each loss is one value in one file under `Entries/`. Losses compute on any input by their formula; what is
/// likely to be a mistake in the input is told by `complaints(_:_:)`.
public final class Loss: Sendable {
  /// Keras's short name, such as `bce`; PyTorch's where Keras has none.
  public let name: String
  /// The full name in words.
  public let title: String
  /// Other names that mean the same, Keras's long name first.
  public let aliases: [String]
  /// One sentence: what it measures.
  public let summary: String
  /// When to choose it, in a sentence or two.
  public let use: String
  /// The loss of one element or row as plain text.
  public let formula: String
  /// The same in LaTeX.
  public let latex: String
  /// Its derivative with respect to the prediction, as plain text.
  public let gradient: String
  /// The arguments in order; two for most losses, labels and predictions.
  public let inputs: [LossInput]
  /// All options, `reduction` first and `weights` last.
  public let options: [LossOption]
  /// Those of the options that are numbers, with their defaults.
  public let numbers: [LossNumber]
  /// A call that runs as it stands.
  public let example: String
  /// What goes wrong most often, a sentence each.
  public let pitfalls: [String]
  /// The name in Keras 3, and where that computes something else.
  public let keras: String
  /// The same for PyTorch.
  public let torch: String
  /// Related names for help.
  public let seeAlso: [String]
  /// The term of one element, with `{y}` and `{p}` where the reader's numbers go.
  public let term: String
  /// The same for `from_logits=true`, where it differs.
  public let logitTerm: String?
  /// What the term comes to for the labels 0 and 1, where half of it vanishes.
  public let hardTerms: HardTerms?
  let body: LossBody

  /// A term with its half that vanishes left out; `{y}` and `{p}` as in ``term``.
  public struct HardTerms: Sendable {
    /// For the label 0.
    public let zero: String
    /// For the label 1.
    public let one: String
  }

  init(
    name: String, title: String, aliases: [String], summary: String, use: String, formula: String,
    latex: String, gradient: String, inputs: [LossInput], options: [LossOption] = [],
    numbers: [LossNumber] = [], example: String, pitfalls: [String], keras: String, torch: String,
    seeAlso: [String], term: String, logitTerm: String? = nil,
    hardTerms: HardTerms? = nil, body: LossBody
  ) {
    (self.name, self.title, self.aliases) = (name, title, aliases)
    (self.summary, self.use) = (summary, use)
    (self.formula, self.latex, self.gradient) = (formula, latex, gradient)
    (self.inputs, self.numbers) = (inputs, numbers)
    self.options = [.reduction] + options + numbers.map(\.option) + [.weights]
    (self.example, self.pitfalls) = (example, pitfalls)
    (self.keras, self.torch, self.seeAlso) = (keras, torch, seeAlso)
    (self.term, self.logitTerm, self.hardTerms, self.body) = (term, logitTerm, hardTerms, body)
  }

  /// Whether one row of `y_pred` gives one loss, as for the losses on distributions.
  public var isRowwise: Bool { body.isRowwise }
  /// Whether all numbers together give one loss, unless an axis is named.
  public var isWhole: Bool { body.isWhole }
  /// Whether it compares what a network says of a row with that row's label, so that a run can train by it, and not
  /// pairs or triples of rows.
  public var trains: Bool {
    !inputs.contains { $0.form.isOfPairs } && inputs.count - (hasVariance ? 1 : 0) == 2
  }
  private var hasVariance: Bool { inputs.last?.form == .variance }
  /// Whether a call of this loss may carry the option.
  public func accepts(_ option: LossOption) -> Bool { options.contains(option) }

  /// The labels that a training run makes for it.
  public var labels: LabelForm { inputs.first?.form.labels ?? .real }
  /// The output layer that goes with it.
  public var predictions: PredictionForm { inputs.dropFirst().first?.form.predictions ?? .real }

  /// One line on an option for help, with its default and range in this loss.
  public func summary(of option: LossOption) -> String {
    guard let number = numbers.first(where: { $0.option == option }), option != .epsilon else {
      return option.summary
    }
    let standard = number.standard.map { $0 == $0.rounded() ? "\(Int(exactly: $0) ?? 0)" : "\($0)" }
    return option.summary + "; " + number.range.rawValue + (standard.map { " (default \($0))" } ?? "")
  }
}

/// The computation of a loss, made from a type that conforms to `ElementwiseLoss`, `RowLoss` or one of their
/// relatives with three arguments.
struct LossBody: Sendable {
  var isRowwise = false
  var isWhole = false
  /// The sum of the losses, without a list of them.
  let total: @Sendable ([Tensor], LossOptions) throws(MathError) -> Double
  /// One loss for each element or row.
  let terms: @Sendable ([Tensor], LossOptions) throws(MathError) -> Tensor
  /// The derivative with respect to each argument by its closed form, each element or row times its weight;
  /// one weight may stand for all. Nothing for an argument without a closed form.
  let slopes: @Sendable ([Tensor], LossOptions, _ weights: Tensor) throws(MathError) -> [Tensor?]
  /// The arguments for which `slopes` has a closed form.
  var closed: [Bool] = [false, true]
  /// The terms by differentiable operations: for gradients of gradients, and where no closed form is.
  let expression: @Sendable ([Traced], LossOptions) throws(MathError) -> Traced
  /// The part of each element of the last argument in the terms, of its shape.
  let contributions: @Sendable ([Tensor], LossOptions) throws(MathError) -> Tensor
  let kernel: @Sendable (LossOptions) -> LossKernel
}
