import Testing

@testable import LossMath

struct ComplaintTests {
  struct Confusion: CustomTestStringConvertible, Sendable {
    let loss: String
    let yTrue: Tensor
    let yPred: Tensor
    let expected: [LossComplaint]
    var options = LossOptions()
    var testDescription: String { "\(loss): \(expected)" }
  }

  private static func confusion(
    _ loss: String, _ y: [Double], _ p: [Double], rows: Int? = nil, fromLogits: Bool = false,
    epsilon: Double = 0,
    _ expected: LossComplaint...
  ) -> Confusion {
    let shape = rows.map { [$0, p.count / $0] } ?? [p.count]
    let predictions = Tensor(shape: shape, elements: p) ?? Tensor(p)
    let labels = y.count == p.count ? Tensor(shape: shape, elements: y) ?? Tensor(y) : Tensor(y)
    return Confusion(
      loss: loss, yTrue: labels, yPred: predictions, expected: expected,
      options: LossOptions(fromLogits: fromLogits, epsilon: epsilon))
  }

  private static let confusions = [
    confusion("bce", [1, 0], [0.5, 2.5], .probabilityOutOfRange(index: 1, value: 2.5)),
    confusion("bce", [1, 0], [-0.1, 0.5], .probabilityOutOfRange(index: 0, value: -0.1)),
    confusion("bce", [1, 0], [0.5, 2.5], fromLogits: true),
    confusion("bce", [1, -1], [0.5, 0.5], .plusMinusLabels(index: 1)),
    confusion("bce", [1, -0.5], [0.5, 0.5], .labelOutOfRange(index: 1, value: -0.5)),
    confusion(
      "bce", [-1, 1], [3, 0.5], .plusMinusLabels(index: 0), .probabilityOutOfRange(index: 0, value: 3)),
    confusion("hinge", [1, 0], [0.5, 2], .zeroOneLabels(index: 1, value: 0)),
    confusion("squared_hinge", [0, 0], [0.5, 2], .zeroOneLabels(index: 0, value: 0)),
    confusion("hinge", [1, 2], [0.5, 2], .notPlusMinusOne(index: 1, value: 2)),
    confusion("hinge", [1, .nan], [0.5, 2]),
    confusion("cce", [0, 1], [0.5, 0.6], .rowSum(argument: .yPred, row: 0, sum: 1.1)),
    confusion("cce", [0, 1], [0.5, 0.501]),
    confusion("cce", [0, 1], [-2, 3], .probabilityOutOfRange(index: 0, value: -2)),
    confusion("cce", [0, 1], [-2, 3], fromLogits: true),
    confusion(
      "cce", [0, 1, 1, 1], [0.5, 0.5, 0.5, 0.5], rows: 2, .rowSum(argument: .yTrue, row: 1, sum: 2)),
    confusion("cce", [0, 1], [0.5, 0.5, 0.5, 0.5], rows: 2, .indicesForOneHot),
    confusion("cce", [0, 2], [0.5, 0.5], .labelOutOfRange(index: 1, value: 2)),
    confusion("kl", [0.5, 0.6], [0.5, 0.5], .rowSum(argument: .yTrue, row: 0, sum: 1.1)),
    confusion("sparse_cce", [0, 1], [0.5, 0.5], .oneHotForIndices),
    confusion("sparse_cce", [1], [0.5, 0.5]),
    confusion("sparse_cce", [1], [0.5, 7], .probabilityOutOfRange(index: 1, value: 7)),
    confusion("msle", [1, -2], [1, 1], .belowMinusOne(argument: .yTrue, index: 1, value: -2)),
    confusion("msle", [1, 2], [-1.5, 1], .belowMinusOne(argument: .yPred, index: 0, value: -1.5)),
    confusion("msle", [1, -2], [1, 1], epsilon: 1e-7),
    confusion("mse", [1, -2], [.nan, 1e300]),
    confusion("mse", [], []),
    confusion("cce", [], []),
  ]

  @Test(arguments: confusions)
  func confusionsAreNamed(_ confusion: Confusion) throws {
    let loss = try #require(Loss.named(confusion.loss))
    let found = loss.complaints(yTrue: confusion.yTrue, yPred: confusion.yPred, confusion.options)
    #expect(found == confusion.expected)
  }

  @Test(arguments: LossTrial.all)
  func ordinaryInputIsLeftInPeace(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    #expect(trial.loss.complaints(yTrue: sample.yTrue, yPred: sample.yPred, sample.options) == [])
  }
}
