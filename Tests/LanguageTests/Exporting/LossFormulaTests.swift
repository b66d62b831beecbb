import LossMath
import Testing

@testable import Language

/// The formulas are held against the catalogue, by Lossbook's own evaluation.
struct LossFormulaTests {
  private static func options(_ loss: Loss) -> [LossOptions] {
    var all = [LossOptions()]
    func with(_ change: (inout LossOptions) -> Void) {
      var options = LossOptions()
      change(&options)
      all.append(options)
    }
    if loss.accepts(.fromLogits) { with { $0.fromLogits = true } }
    for number in loss.numbers {
      for value in [0.3, 0.9, 1, 2] where number.range.contains(value) {
        with { $0[number: number.option] = number.option == .epsilon ? 1e-3 : value }
        with {
          $0[number: number.option] = number.option == .epsilon ? 1e-3 : value
          $0.fromLogits = loss.accepts(.fromLogits)
        }
      }
    }
    for flag in [LossOption.full, .logInput, .applyClassBalancing] where loss.accepts(flag) {
      with { $0.set(flag, to: true) }
    }
    if loss.accepts(.classWeights) {
      let count = loss.inputs[0].form == .zeroOne ? 2 : 3
      with { $0.classWeights = Array([0.5, 2, 3].prefix(count)) }
      with {
        $0.classWeights = Array([0.5, 2, 3].prefix(count))
        $0.fromLogits = loss.accepts(.fromLogits)
        if loss.accepts(.labelSmoothing) { $0.labelSmoothing = 0.1 }
      }
    }
    return all.filter { $0.fromLogits == false || $0.epsilon == 0 }
  }

  /// Labels and predictions that suit a loss and its options.
  private static func arguments(_ loss: Loss, _ options: LossOptions) -> [Tensor]? {
    func rows(_ numbers: [Double]) -> Tensor { Tensor(shape: [3, 3], elements: numbers) ?? Tensor(0) }
    let logits = options.fromLogits || options.logInput
    func tensor(_ form: InputForm) -> Tensor? {
      switch form {
      case .real, .score: Tensor([0.5, -1.2, 2.5, 0.1])
      case .aboveMinusOne, .rate, .variance, .distance: Tensor([0.5, 1.2, 2.5, 0.1])
      case .count: Tensor([2, 0, 1, 5])
      case .zeroOne: Tensor([1, 0, 1, 0])
      case .plusMinusOne, .rowSign: Tensor([1, -1, 1, -1])
      case .probability: logits ? Tensor([2, -1, 0.3, 0.7]) : Tensor([0.9, 0.2, 0.6, 0.4])
      case .distribution: rows([1, 0, 0, 0, 0, 1, 0, 1, 0])
      case .classIndex: Tensor([0, 2, 1])
      case .classSet: rows([0, -1, -1, 2, -1, -1, 1, -1, -1])
      case .predictedDistribution, .scoreRow:
        logits || form == .scoreRow
          ? rows([2, -1, 0.5, 0.3, 0.1, 0.2, 1, 2, 3]) : rows([0.7, 0.2, 0.1, 0.3, 0.3, 0.4, 0.1, 0.8, 0.1])
      case .logDistribution: rows([-0.1, -2, -3, -1, -1.5, -0.6, -2, -0.3, -2])
      case .vector: rows([0.7, -0.2, 0.1, 0.3, 0.3, 0.4, 0.1, -0.8, 0.1])
      }
    }
    if loss.name == "multilabel_soft_margin" {
      return [rows([1, 0, 1, 0, 0, 1, 1, 1, 0]), rows([2, -1, 0.5, 0.3, 0.1, 0.2, 1, 2, 3])]
    }
    let arguments = loss.inputs.compactMap { tensor($0.form) }
    return arguments.count == loss.inputs.count ? arguments : nil
  }

  @Test(
    arguments: Loss.all)
  func formulasAreTheCatalogues(_ loss: Loss) throws {
    guard LossFormula.text(loss.name, LossOptions()) != nil else { return }
    for options in Self.options(loss) {
      if loss.name == "multilabel_soft_margin", options.classWeights != nil { continue }
      let arguments = try #require(Self.arguments(loss, options))
      let text = try #require(LossFormula.text(loss.name, options))
      let found = try Self.value(text, arguments)
      var unreduced = options
      unreduced.reduction = .none
      let expected = try loss.evaluate(arguments.map { Traced($0) }, unreduced).value.elements
      // A constant in a formula keeps a denominator from 0, or a variance.
      let isNear = zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-5 * max(1, abs($1)) }
      #expect(found.count == expected.count && isNear, "\(loss.name) \(text): \(found) \(expected)")
    }
  }

  @Test(arguments: [
    ("entropy", "entropy([0.2, 0.3, 0.5])"),
    ("cross_entropy", "cross_entropy([0, 0.5, 0.5], [0.2, 0.3, 0.5])"),
    ("jensen_shannon", "jensen_shannon([0, 0.5, 0.5], [0.2, 0.3, 0.5])"),
  ])
  func information(_ name: String, _ call: String) throws {
    let text = try #require(LossFormula.text(name, LossOptions()))
    let own = text.replacing("\(name)(p", with: "mine(p")
    #expect(isNear(number(own + "\n" + call.replacing(name, with: "mine")), number(call)))
  }

  private static func value(_ text: String, _ arguments: [Tensor]) throws -> [Double] {
    let function = try #require(LossFormula.parsed(text), "\(text)")
    let interpreter = Interpreter(host: .isolated)
    return try interpreter.invoke(function, arguments.map { .tensor($0) }, Span(0, 0)).asTensor?.value
      .elements ?? []
  }
}
