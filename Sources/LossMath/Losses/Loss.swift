/// A loss function: everything that the language, the help, the lessons and the training know of it.
///
/// Each loss is one value in one file under `Entries/`. Losses compute on any input by their formula; what is
/// likely to be a mistake in the input is told by `complaints(yTrue:yPred:_:)`.
public struct Loss: Sendable {
  /// Keras's short name, such as `bce`.
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
  /// Its derivative with respect to `y_pred`, as plain text.
  public let gradient: String
  public let labels: LabelForm
  public let predictions: PredictionForm
  public let options: [LossOption]
  /// A call that runs as it stands.
  public let example: String
  public let pitfalls: [String]
  /// The names in Keras 3 and PyTorch, and where they compute something else.
  public let keras: String
  public let torch: String
  /// Related names for help.
  public let seeAlso: [String]
  /// The term of one element, with `{y}` and `{p}` where the reader's numbers go.
  public let term: String
  /// The same for `from_logits=true`, where it differs.
  public let logitTerm: String?
  let body: LossBody

  /// Whether one row of `y_pred` gives one loss, as for the losses on distributions.
  public var isRowwise: Bool { body.isRowwise }
  public func accepts(_ option: LossOption) -> Bool { options.contains(option) }
}

/// The computation of a loss, made from a type that conforms to `ElementwiseLoss` or `RowLoss`.
struct LossBody: Sendable {
  let isRowwise: Bool
  /// The sum of the losses, without a list of them.
  let total: @Sendable (_ y: Tensor, _ p: Tensor, LossOptions) throws(MathError) -> Double
  /// One loss for each element or row.
  let terms: @Sendable (_ y: Tensor, _ p: Tensor, LossOptions) throws(MathError) -> Tensor
  /// The derivative with respect to y_pred, each element or row times its weight; one weight may stand for
  /// all.
  let slopes: @Sendable (_ y: Tensor, _ p: Tensor, LossOptions, _ weights: Tensor) throws(MathError) -> Tensor
  /// The terms by differentiable operations: for gradients of gradients, and with respect to y_true.
  let expression: @Sendable (_ y: Traced, _ p: Traced, LossOptions) throws(MathError) -> Traced
  /// The part of each element of y_pred in the terms, of y_pred's shape.
  let contributions: @Sendable (_ y: Tensor, _ p: Tensor, LossOptions) throws(MathError) -> Tensor
  let kernel: @Sendable (LossOptions) -> LossKernel
}

extension Loss {
  /// The loss of predictions against labels.
  ///
  /// Shapes: `yTrue` and `yPred` are alike, or one of them is a single number that stands for all; for class
  /// indices `yTrue` has one number for each row of `yPred`.
  /// - Throws: `MathError` for shapes that do not fit, an empty input, or a class index outside the row.
  public func evaluate(
    yTrue: Traced, yPred: Traced, _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Traced {
    let (y, p) = try aligned(yTrue, yPred)
    let count = isRowwise ? p.value.rowsAndColumns.rows : p.value.count
    switch options.reduction {
    case .none: return try record(y, p, options, body.terms(y.value, p.value, options), share: 1)
    case .sum: return try record(y, p, options, Tensor(body.total(y.value, p.value, options)), share: 1)
    case .mean:
      guard count > 0 else { throw .empty(operation: name) }
      let mean = try body.total(y.value, p.value, options) / Double(count)
      return try record(y, p, options, Tensor(mean), share: Double(count))
    }
  }

  /// The part that each element of `yPred` has in the loss before reduction, of the shape of `yPred`.
  public func contributions(
    yTrue: Tensor, yPred: Tensor, _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Tensor {
    let (y, p) = try aligned(Traced(yTrue), Traced(yPred))
    return try body.contributions(y.value, p.value, options)
  }

  /// The loss for the training loop.
  public func kernel(_ options: LossOptions = LossOptions()) -> LossKernel { body.kernel(options) }

  /// Records a result that the terms enter with a weight of 1 / `share` each.
  private func record(
    _ y: Traced, _ p: Traced, _ options: LossOptions, _ output: Tensor, share: Double
  ) throws(MathError) -> Traced {
    let body = body
    return try Tape.record(
      [y, p], output,
      Pullback { (step) throws(MathError) in
        let (y, p) = (step.inputs[0], step.inputs[1])
        let weights = share == 1 ? step.cotangent : try step.cotangent / Traced(share)
        // A gradient that is differentiated again needs the graph of the formula.
        let outer = [y, p, weights].lazy.compactMap(\.trace?.tape).first
        if let outer { return try Self.expressionGradients(body, y, p, options, weights, on: outer) }
        // Otherwise the closed form is exact and fast; for the labels there is none.
        let slopes = step.wanted[1] ? Traced(try body.slopes(y.value, p.value, options, weights.value)) : nil
        guard step.wanted[0] else { return [nil, slopes] }
        let tape = Tape()
        defer { tape.clear() }
        let labelGradient = try Self.expressionGradients(body, y, p, options, weights, on: tape)[0]
        return [labelGradient?.detached, slopes]
      })
  }

  /// Gradients with respect to both arguments, from the formula itself; traced where the arguments are.
  private static func expressionGradients(
    _ body: LossBody, _ y: Traced, _ p: Traced, _ options: LossOptions, _ weights: Traced, on tape: Tape
  ) throws(MathError) -> [Traced?] {
    let (yLeaf, pLeaf) = (tape.variable(y), tape.variable(p))
    let total = try (body.expression(yLeaf, pLeaf, options) * weights).sum()
    return try tape.gradient(of: total, withRespectTo: [yLeaf, pLeaf], keepingGraph: true)
  }

  /// Brings labels and predictions to shapes the body can walk side by side.
  private func aligned(_ y: Traced, _ p: Traced) throws(MathError) -> (Traced, Traced) {
    if isRowwise && p.value.isScalar { throw .needsRows(operation: name) }
    if isRowwise && p.shape.last == 0 { throw .empty(operation: name) }
    if labels == .classIndex {
      guard y.value.count == p.value.rowsAndColumns.rows else {
        throw .shapesDiffer(operation: name, left: y.shape, right: p.shape)
      }
      return (y, p)
    }
    if y.shape == p.shape { return (y, p) }
    if y.value.isScalar && !isRowwise { return (try y.expanded(to: p.shape), p) }
    if p.value.isScalar && !isRowwise { return (y, try p.expanded(to: y.shape)) }
    throw .shapesDiffer(operation: name, left: y.shape, right: p.shape)
  }
}
