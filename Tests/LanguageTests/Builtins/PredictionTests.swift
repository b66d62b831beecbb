import Testing

@testable import Language

struct PredictionTests {
  private static let binary = "r = train circles loss=bce n=40 epochs=3\n"
  private static let many = "r = train blobs loss=cce n=60 epochs=3\n"

  @Test func shapes() {
    #expect(elements(Self.binary + "shape(predict(r, [0.1, 0.2]))").isEmpty)
    #expect(elements(Self.binary + "shape(predict(r, [[0.1, 0.2], [1, 1]]))") == [2])
    #expect(elements(Self.many + "shape(predict(r, [0.1, 0.2]))") == [3])
    #expect(elements(Self.many + "shape(predict(r, [[0.1, 0.2], [1, 1]]))") == [2, 3])
    #expect(elements(Self.many + "d = data blobs n=60\nshape(predict(r, d))") == [60, 3])
    let line = "r = train regression features=1 informative=1 loss=mse n=40 epochs=1\n"
    #expect(
      elements(line + "shape(predict(r, [1, 2, 3]))") == [3]
        && elements(line + "shape(predict(r, 2))").isEmpty)
  }

  @Test func probabilitiesAndScores() {
    #expect(
      elements(Self.binary + "d = data circles n=40\npredict(r, d)").allSatisfy { (0...1).contains($0) })
    #expect(elements(Self.many + "sum(predict(r, [[1, 2], [3, 4]]), axis=1)").allSatisfy { isNear($0, 1) })
    let scores = elements("r = train circles loss=hinge n=40 epochs=30\nd = data circles n=40\npredict(r, d)")
    #expect(scores.contains { $0 < 0 })
  }

  @Test func theWeightsAreTheNetworks() {
    let x = "x = [[0.3, -0.8], [1, 0.2]]\n"
    let own = "sigmoid(relu(x @ r.W1 + r.b1) @ r.W2 + r.b2)[.., 0]"
    #expect(areNear(elements(Self.binary + x + own), elements(Self.binary + x + "predict(r, x)"), 1e-9))
    #expect(elements("r = train blobs loss=cce n=60 epochs=1 hidden=[4, 3]\nshape(r.W2)") == [4, 3])
    #expect(elements("r = train blobs loss=cce n=60 epochs=1 hidden=[4, 3]\nshape(r.b3)") == [3])
  }

  @Test(arguments: [
    ("predict(3, [1, 2])", DiagnosticCode.wrongType), ("predict(r, [1, 2, 3])", .shapesDiffer),
    ("predict(r, 3)", .shapesDiffer), ("predict(r, [[1, 2, 3]])", .shapesDiffer),
    ("predict(r)", .missingArgument),
    ("predict(r, \"x\")", .wrongType), ("d = data regression n=20\npredict(r, d)", .shapesDiffer),
    ("x = [1, 2]\ngrad(predict(r, x), x)", .badArgument), ("r.W3", .unknownField),
  ])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(Self.binary + text)
    #expect(error?.code == code, "\(error?.message ?? "no error")")
  }
}
