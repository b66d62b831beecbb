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
    confusion("bce", [0.9, 0.2], [1, 0], .swapped),
    confusion("bce", [0.9, 0], [1, 0]),
    confusion("bce", [0.9, 0.2], [1, 0.5]),
    confusion("dice", [0.9, 0.2], [1, 0], .swapped),
    confusion("binary_focal", [0.9, 0.2], [1, 0], .swapped),
    confusion("cce", [0.2, 0.8], [0, 1], .swapped),
    confusion("hinge", [0.7, -0.2], [1, -1], .swapped),
    confusion("soft_margin", [0.7, -0.2], [1, -1], .swapped),
    confusion("hinge", [1, -1], [1, -1]),
    confusion("bce", [1, 0, 1, 0], [0.5, 0.2, 1, 0.7], fromLogits: true, .probabilitiesForLogits),
    confusion("bce", [1, 0, 1], [0.5, 0.2, 1], fromLogits: true),
    confusion("bce", [1, 0, 1, 0], [0.5, 0.2, 1, 1.7], fromLogits: true),
    confusion("cce", [0, 1], [0.3, 0.7], fromLogits: true, .probabilitiesForLogits),
    confusion("cce", [0, 1], [0.3, 0.6], fromLogits: true),
    confusion("sparse_cce", [1], [0.3, 0.7], fromLogits: true, .probabilitiesForLogits),
    confusion("cce", [0, 1, 1, 0], [0.2690, 0.7310, 0.7310, 0.2690], rows: 2, .softmaxTwice),
    confusion("cce", [0, 1, 1, 0], [0.2690, 0.7310, 0.8, 0.2], rows: 2),
    confusion("cce", [0, 1, 1, 0], [0.4, 0.6, 0.6, 0.4], rows: 2),
    confusion("cce", [0, 1], [0.2690, 0.7310]),
    confusion("kl", [0.3, 0.7], [0, 1], .divergenceSwapped(index: 0)),
    confusion("kl", [0, 1], [0, 1]),
    confusion("kl", [0.3, 0.7], [0, 1], epsilon: 1e-7),
    confusion("poisson", [1, -2], [1, 1], .labelOutOfRange(index: 1, value: -2)),
    confusion("poisson", [1, 2], [1, -1], .negative(argument: .yPred, index: 1, value: -1)),
    confusion("hinge_embedding", [1, -1], [-0.5, 1], .negative(argument: .yPred, index: 0, value: -0.5)),
    confusion("hinge_embedding", [1, 0], [0.5, 1], .zeroOneLabels(index: 1, value: 0)),
    confusion("soft_margin", [1, 0], [0.5, 2], .zeroOneLabels(index: 1, value: 0)),
    confusion("mape", [1, 0], [1, 1], .zeroTarget(index: 1)),
    confusion("mape", [1, 0], [1, 1], epsilon: 1e-7),
    confusion("nll", [1], [0.3, 0.7], .positiveLogProbability(index: 0, value: 0.3)),
    confusion("nll", [1], [-1, -0.25], .logRowSum(row: 0, sum: 1.1466802242428473)),
    confusion("nll", [0, 1], [-0.6931, -0.6931], .oneHotForIndices),
    confusion("nll", [1], [-0.6931, -0.6931]),
    confusion("multi_margin", [0, 1], [3, -0.25], .oneHotForIndices),
    confusion("categorical_hinge", [-1, 1], [0.3, 0.7], .labelOutOfRange(index: 0, value: -1)),
    confusion("categorical_hinge", [1, 0], [0.3, 0.7, 1, 2], rows: 2, .indicesForOneHot),
    confusion("multilabel_margin", [1, 0, 1], [0.3, 0.7, 2], .zeroOneRowsForSets),
    confusion("multilabel_margin", [1, 0, -1], [0.3, 0.7, 2]),
    confusion("multilabel_soft_margin", [1, -1, 1], [0.3, 0.7, 2], .plusMinusLabels(index: 1)),
    confusion("dice", [1, 0], [3, -2], .probabilityOutOfRange(index: 0, value: 3)),
    confusion("tversky", [1, -1], [0.3, 0.2], .plusMinusLabels(index: 1)),
    confusion("cosine_similarity", [0, 0], [1, 2], .zeroRow(argument: .yTrue, row: 0)),
    confusion(
      "cosine_similarity", [1, 2, 3, 4], [1, 2, 0, 0], rows: 2, .zeroRow(argument: .yPred, row: 1)),
    confusion("huber", [1, -2], [.nan, 1e300]),
    confusion("mse", [], []),
    confusion("cce", [], []),
  ]

  @Test(arguments: confusions)
  func confusionsAreNamed(_ confusion: Confusion) throws {
    let loss = try #require(Loss.named(confusion.loss))
    let found = loss.complaints(yTrue: confusion.yTrue, yPred: confusion.yPred, confusion.options)
    #expect(found == confusion.expected)
  }

  @Test func swappedLabelsOfRows() throws {
    let loss = try #require(Loss.named("sparse_cce"))
    let rows = try #require(Tensor(shape: [2, 2], elements: [0.3, 0.7, 0.6, 0.4]))
    #expect(loss.complaints(yTrue: rows, yPred: Tensor([1, 0]), LossOptions()) == [.swapped])
  }

  @Test func threeArguments() throws {
    let gaussian = try #require(Loss.named("gaussian_nll"))
    let negative = LossComplaint.negative(argument: .variance, index: 1, value: -2)
    let one = Tensor([1, 2])
    #expect(gaussian.complaints([one, one, Tensor([1, -2])], LossOptions()) == [negative])
    #expect(gaussian.complaints([one, one], LossOptions()) == [])
    let cosine = try #require(Loss.named("cosine_embedding"))
    let zero = LossComplaint.zeroRow(argument: .x2, row: 0)
    #expect(cosine.complaints([Tensor([1]), one, Tensor([0, 0])], LossOptions()) == [zero])
    #expect(
      cosine.complaints([Tensor([0]), one, one], LossOptions()) == [.zeroOneLabels(index: 0, value: 0)])
    let ranking = try #require(Loss.named("margin_ranking"))
    #expect(
      ranking.complaints([Tensor([2, 1]), one, one], LossOptions()) == [.notPlusMinusOne(index: 0, value: 2)])
  }

  @Test func severity() {
    let errors: [LossComplaint] = [
      .swapped, .oneHotForIndices, .negative(argument: .variance, index: 0, value: -1),
      .probabilityOutOfRange(index: 0, value: 2),
    ]
    let warnings: [LossComplaint] = [
      .probabilitiesForLogits, .softmaxTwice, .divergenceSwapped(index: 0), .zeroTarget(index: 0),
      .negative(argument: .yPred, index: 0, value: -1),
    ]
    #expect(errors.allSatisfy { $0.severity == .error })
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  /// The rows are those of the axis that is named.
  @Test(arguments: LossTrial.all.filter { $0.loss.accepts(.axis) })
  func ordinaryInputIsLeftInPeaceAlongAnotherAxis(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    var options = sample.options
    options.axis = 0
    let turned = try sample.inputs.map { try Traced($0).transposed().value }
    #expect(trial.loss.complaints(turned, options) == [])
  }

  @Test func confusionsAlongAnotherAxis() throws {
    var options = LossOptions()
    options.axis = 0
    let labels = try #require(Tensor(shape: [2, 3], elements: [1, 0, 1, 0, 1, 0]))
    let unequal = try #require(Tensor(shape: [2, 3], elements: [0.5, 0.5, 0.5, 0.5, 0.5, 0.25]))
    let cce = try #require(Loss.named("cce"))
    #expect(
      cce.complaints([labels, unequal], options) == [.rowSum(argument: .yPred, row: 2, sum: 0.75)])
    let cosine = try #require(Loss.named("cosine_similarity"))
    let zero = try #require(Tensor(shape: [2, 3], elements: [1, 0, 1, 1, 0, 1]))
    #expect(cosine.complaints([labels, zero], options) == [.zeroRow(argument: .yPred, row: 1)])
  }

  @Test(arguments: LossTrial.all)
  func ordinaryInputIsLeftInPeace(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    #expect(trial.loss.complaints(sample.inputs, sample.options) == [])
  }
}
