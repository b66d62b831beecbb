import Testing

@testable import LossMath

struct HessianTests {
  @Test func ofAQuadratic() throws {
    // 3x² + xy + 2y² − 5x
    let found = try Derivatives.hessian(
      of: { (v) throws(MathError) in
        let (x, y) = (v[0], v[1])
        return try Traced(3) * x * x + x * y + Traced(2) * y * y - Traced(5) * x
      }, at: [Tensor(2), Tensor(-1)])
    #expect(found.value == 2)
    #expect(found.gradient.parts == [Tensor(6), Tensor(-2)])
    #expect(found.matrix == Tensor(shape: [2, 2], elements: [6, 1, 1, 4]))
  }

  /// log Σ exp(x) over all variables, against softmax: H = diag(s) − s sᵀ.
  @Test func overSeveralVariables() throws {
    let (a, b) = (ramp([2, 2]), Tensor([0.3, -0.8]))
    let found = try Derivatives.hessian(
      of: { (v) throws(MathError) in try Traced.concatenate([v[0].reshaped([4]), v[1]]).logSumExp() },
      at: [a, b])
    let s = try Traced(Tensor(a.elements + b.elements)).softmax().value.elements
    let expected = s.indices.flatMap { i in s.indices.map { j in (i == j ? s[i] : 0) - s[i] * s[j] } }
    #expect(found.matrix.shape == [6, 6])
    #expect(found.gradient.parts.map(\.shape) == [[2, 2], [2]])
    expectClose(found.matrix.elements, expected, within: 1e-15, "Hessian")
    expectClose(found.gradient.elements, s, within: 1e-15, "gradient")
    let rows = (0..<6).map { i in (0..<6).map { found.matrix.elements[i * 6 + $0] } }
    for i in 0..<6 { for j in 0..<i { #expect(abs(rows[i][j] - rows[j][i]) <= 1e-16) } }
  }

  @Test func ofDensities() throws {
    // −Σ log N(x; μ, σ) at the estimate: n/σ², 2n/σ², and no correlation.
    let normal = try #require(Distribution.named("normal"))
    let data = Tensor([1, 2, 4, 5])
    let found = try Derivatives.hessian(
      of: { (v) throws(MathError) in try normal.logLikelihood(Traced(data), [v[0], v[1]]).negated() },
      at: [Tensor(3), Tensor(2.5.squareRoot())])
    expectClose(found.matrix.elements, [1.6, 0, 0, 3.2], within: 1e-14, "information")
  }

  @Test func whatDoesNotDependHasZeros() throws {
    let found = try Derivatives.hessian(
      of: { (v) throws(MathError) in try v[0] * v[0] }, at: [Tensor(3), Tensor([1, 2])])
    #expect(found.matrix.elements == [2, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(found.gradient.parts == [Tensor(6), Tensor([0, 0])])
    let constant = try Derivatives.hessian(of: { _ in Traced(1) }, at: [Tensor(3)])
    #expect(constant.matrix.elements == [0] && constant.value == 1)
    #expect(try Derivatives.hessian(of: { _ in Traced(1) }, at: []).matrix.shape == [0, 0])
  }

  @Test func aHessianCanBeDifferentiated() throws {
    let third = try gradient(at: Tensor(2)) { (outer) throws(MathError) in
      let tape = try tape(of: outer)
      return try tape.nested { () throws(MathError) in
        let x = tape.variable(outer)
        let hessian = try tape.hessian(of: x * x * x * x, withRespectTo: [x], keepingGraph: true)
        return try hessian.sum()
      }
    }
    #expect(third == Tensor(48))
  }

  private func tape(of value: Traced) throws(MathError) -> Tape {
    guard let tape = value.trace?.tape else { throw .empty(operation: "tape") }
    return tape
  }

  private struct Complaint: Error, Equatable { let text: String }

  @Test func errorsOfTheFunctionAndOfTheArithmetic() {
    let mapping: (MathError) -> Complaint = { Complaint(text: "\($0)") }
    #expect(throws: Complaint(text: "mine")) {
      try Derivatives.gradient(
        of: { (_) throws(Complaint) in throw Complaint(text: "mine") }, at: [Tensor(1)], mapping: mapping)
    }
    #expect(throws: Complaint(text: "\(MathError.notScalar(shape: [2]))")) {
      try Derivatives.hessian(of: { (v) throws(Complaint) in v[0] }, at: [Tensor([1, 2])], mapping: mapping)
    }
    #expect(throws: MathError.tooLarge(elements: 1001, limit: 1000)) {
      try Derivatives.hessian(
        of: { (v) throws(MathError) in try v[0].sum() }, at: [Tensor([Double](repeating: 1, count: 1001))])
    }
  }

  @Test func theTapeOfAnOuterGradientIsKept() throws {
    let found = try gradient(at: Tensor(3)) { (x) throws(MathError) in
      let tape = try tape(of: x)
      let inner = try Derivatives.gradient(
        of: { (v) throws(MathError) in try v[0] * v[0] }, at: [x.value], on: tape, mapping: { $0 })
      return try x * Traced(inner.parts[0])
    }
    #expect(found == Tensor(6))
  }

  @Test func eigenvalues() throws {
    let found = try Derivatives.hessian(
      of: { (v) throws(MathError) in
        let (x, y) = (v[0], v[1])
        return try Traced(2.5) * x * x - Traced(3) * x * y + Traced(2.5) * y * y
      }, at: [Tensor(0), Tensor(0)])
    expectClose(try #require(found.eigenvalues), [2, 8], within: 1e-14, "eigenvalues")
    let saddle = try Derivatives.hessian(
      of: { (v) throws(MathError) in try v[0] * v[1] }, at: [Tensor(1), Tensor(2)])
    expectClose(try #require(saddle.eigenvalues), [-1, 1], within: 1e-14, "eigenvalues")
    // Tridiagonal (−1, 2, −1) of order n: 2 − 2 cos(kπ/(n + 1)).
    let chain = try Derivatives.hessian(
      of: { (v) throws(MathError) in
        let steps = try v[0].gathered(Array(1..<9), shape: [8]) - v[0].gathered(Array(0..<8), shape: [8])
        let ends = try v[0].gathered([0, 8], shape: [2])
        return try ((steps * steps).sum() + (ends * ends).sum()) * Traced(0.5)
      }, at: [ramp([9])])
    let expected = (1...9).map { 2 - 2 * Libm.cos(Double($0) * Double.pi / 10) }
    expectClose(try #require(chain.eigenvalues), expected, within: 1e-14, "eigenvalues")
  }

  @Test func cholesky() throws {
    let factor = try #require(Cholesky([[4, 2, 0.5], [2, 3, 1], [0.5, 1, 2]]))
    let x = factor.solve([8.5, 10, 7.5])
    expectClose(
      [4 * x[0] + 2 * x[1] + 0.5 * x[2], 2 * x[0] + 3 * x[1] + x[2], 0.5 * x[0] + x[1] + 2 * x[2]],
      [8.5, 10, 7.5], within: 1e-14, "A x")
    #expect(Cholesky([[1, 2], [2, 1]]) == nil)
    #expect(Cholesky([[.nan]]) == nil)
  }
}
