import LossMath
import Testing

@testable import Language

struct LossTests {
  @Test(
    arguments: [
      ("mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])", [0.375]), ("mae([1, 2], [2, 4])", [1.5]),
      ("msle([0, 1], [0, 1])", [0]),
      ("hinge([-1, 1], [0.5, 0.5])", [1]), ("squared_hinge([-1, 1], [0.5, 0.5])", [1.25]),
      ("mse([1, 2], [2, 4], reduction=\"sum\")", [5]), ("mse([1, 2], [2, 4], reduction=\"none\")", [1, 4]),
      ("cce([[0, 1], [1, 0]], [[0.5, 0.5], [0.5, 0.5]], reduction=\"none\") / log(2)", [1, 1]),
      ("sparse_cce([1, 0], [[0.5, 0.5], [0.5, 0.5]]) / log(2)", [1]), ("bce(1, [0.5, 0.5]) / log(2)", [1]),
      ("mse(3, 5)", [4]), ("bce([1], [0])", [.infinity]), ("bce([1], [0], epsilon=1e-7) > 16.1", [1]),
      ("bce([1, 0], [2, -2], from_logits=true) - log1p(exp(-2))", [0]), ("mse([true, false], [1, 1])", [0.5]),
      ("mse(y_pred=[1], y_true=[3])", [4]),
      ("cce([[0, 1], [1, 0]], [[0.25, 0.8], [0.75, 0.2]], axis=0) + log(0.6) / 2", [0]),
      ("cosine_similarity([[1], [2]], [[2], [1]], axis=0)", [-0.8]),
    ] as [(String, [Double])])
  func values(_ text: String, _ expected: [Double]) { #expect(areNear(elements(text), expected, 1e-14)) }

  @Test(
    arguments: [
      ("bce([1, 0], [2.5, -1])", DiagnosticCode.probabilityOutOfRange, "from_logits=true"),
      ("hinge([0, 1], [0.5, 0.5])", .zeroOneLabels, "2*y - 1"),
      ("bce([-1, 1], [0.5, 0.5])", .plusMinusLabels, "(y + 1) / 2"),
      ("kl([0.5, 0.5], [0.5, 0.4])", .rowSum, "divide by the sum"),
      ("kl([[0.5], [0.5]], [[0.5], [0.4]], axis=0)", .rowSum, "divide by the sum"),
      ("cce([0.5, 0.6], [0.5, 0.5])", .rowSum, "y / sum(y)"),
      ("sparse_cce([[0, 1]], [[0.2, 0.8]])", .oneHotForIndices, "cce"),
      ("cce([1], [[0.2, 0.8]])", .indicesForOneHot, "sparse_cce"),
      ("msle([-2], [1])", .belowMinusOne, "epsilon=1e-7"),
      ("mse([1, 2, 3], [1, 2])", .shapesDiffer, "one label"),
      ("mse([[1], [2]], [1, 2])", .shapesDiffer, "flatten"),
      ("cce([[0, 1]], [[0.2, 0.8], [0.2, 0.8]])", .shapesDiffer, "each row"),
      ("sparse_cce([1, 0], [[0.2, 0.8]])", .shapesDiffer, "class index"), ("cce(1, 0.5)", .needsRows, "bce"),
      ("sparse_cce([2], [[0.2, 0.8]])", .badClassIndex, "0 to 1"),
      ("sparse_cce([0.5], [[0.2, 0.8]])", .badClassIndex, "0 to 1"),
      ("mse([], [])", .emptyVector, "at least one"), ("bce([], [])", .emptyVector, "at least one"),
      ("hinge([1, 3], [0, 0])", .notPlusMinusOne, "-1 and +1"),
    ] as [(String, DiagnosticCode, String)])
  func confusionsAreNamed(_ text: String, _ code: DiagnosticCode, _ hint: String) {
    let error = failure(text)
    #expect(error?.code == code, "\(error?.message ?? "no error")")
    #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "no hint")")
  }

  @Test(arguments: [
    "cce([], [])", "kl([], [])", "sparse_cce([], [])", "cce([[]], [[]])", "sparse_cce([0], [])",
    "cce(zeros(0, 3), zeros(0, 3))",
  ])
  func emptyRowsHaveNoLoss(_ text: String) {
    let script = Script(text)
    #expect(script.errors.count == 1)
  }
}
