import Testing

@testable import LossMath

/// Every loss against values computed with hundreds of digits: on the fused path, the training kernel and the
/// differentiable formula.
struct GoldenTests {
  /// The table holds exact values rounded once; 3 doubles from there is within 4 ULP of the exact value.
  private static let limit = 3.0

  @Test func tableIsThere() {
    #expect(GoldenCase.all.count == 93)
    #expect(Set(GoldenCase.all.map(\.loss)) == Set(Loss.all.map(\.name)))
  }

  @Test(arguments: GoldenCase.all)
  func exactFormula(_ golden: GoldenCase) throws {
    let options = LossOptions(fromLogits: golden.fromLogits)
    try checkFused(golden, golden.exact, options)
    try checkKernel(golden, golden.exact, options)
    try checkExpression(golden, golden.exact, options, tolerance: 1e-12)
  }

  @Test(arguments: GoldenCase.all.filter { $0.clipped != nil })
  func clippedFormula(_ golden: GoldenCase) throws {
    let expected = try #require(golden.clipped)
    let options = LossOptions(fromLogits: golden.fromLogits, epsilon: 1e-7)
    try checkFused(golden, expected, options)
    try checkKernel(golden, expected, options)
    // The formula clips to a rounded 1 − 1e-7.
    try checkExpression(golden, expected, options, tolerance: 1e-8)
  }

  private func checkFused(_ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions) throws
  {
    let (loss, y, p) = try parts(golden)
    var options = options
    options.reduction = .none
    let terms = try loss.evaluate(yTrue: Traced(y), yPred: Traced(p), options)
    expectUlps(terms.value.elements, numbers(expected.loss), within: Self.limit, "loss")
    options.reduction = .sum
    try checkGradient(golden, options, numbers(expected.gradient), "gradient")
    options.reduction = .mean
    guard p.count > 0 else {
      #expect(throws: MathError.empty(operation: loss.name)) {
        try loss.evaluate(yTrue: Traced(y), yPred: Traced(p), options)
      }
      return
    }
    let mean = try loss.evaluate(yTrue: Traced(y), yPred: Traced(p), options)
    expectUlps(mean.value.elements, numbers([expected.mean]), within: Self.limit, "mean")
    try checkGradient(golden, options, numbers(expected.meanGradient), "gradient of the mean")
  }

  private func checkGradient(
    _ golden: GoldenCase, _ options: LossOptions, _ expected: [Double], _ comment: String
  ) throws {
    let (loss, y, p) = try parts(golden)
    let found = try gradient(at: p) { (p) throws(MathError) in
      try loss.evaluate(yTrue: Traced(y), yPred: p, options)
    }
    #expect(found.shape == p.shape)
    expectUlps(found.elements, expected, within: Self.limit, comment)
  }

  private func checkKernel(_ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions)
    throws
  {
    let (loss, y, p) = try parts(golden)
    let columns = loss.isRowwise ? golden.shape.last ?? 1 : 1
    let kernel = loss.kernel(options)
    var found = [Double](repeating: 7, count: p.count)
    let sum = y.elements.withUnsafeBufferPointer { y in
      p.elements.withUnsafeBufferPointer { p in
        found.withUnsafeMutableBufferPointer { kernel.sum(y, p, columns, $0) }
      }
    }
    expectUlps(found, numbers(expected.gradient), within: Self.limit, "gradient of the kernel")
    let terms = numbers(expected.loss)
    let total = p.count == 0 ? 0 : Summation.sum(terms)
    #expect(isRelativelyClose(sum, total, tolerance: 1e-15), "sum of the kernel: \(sum) for \(total)")
  }

  private func checkExpression(
    _ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions, tolerance: Double
  ) throws {
    let (loss, y, p) = try parts(golden)
    // The formula of msle is a difference of logarithms, which cancels next to equality; its fused path does
    // not.
    guard (y.elements + p.elements).allSatisfy(\.isFinite), golden.testDescription != "msle cancellation"
    else { return }
    let terms = try loss.body.expression([Traced(y), Traced(p)], options)
    let wanted = numbers(expected.loss)
    #expect(terms.value.count == wanted.count)
    for (found, wanted) in zip(terms.value.elements, wanted) where wanted.isFinite {
      #expect(isRelativelyClose(found, wanted, tolerance: tolerance), "formula: \(found) for \(wanted)")
    }
    let slopes = try gradient(at: p) { (p) throws(MathError) in
      try loss.body.expression([Traced(y), p], options).sum()
    }
    for (found, wanted) in zip(slopes.elements, numbers(expected.gradient)) where wanted.isFinite {
      #expect(isRelativelyClose(found, wanted, tolerance: tolerance), "its gradient: \(found) for \(wanted)")
    }
  }

  private func parts(_ golden: GoldenCase) throws -> (Loss, Tensor, Tensor) {
    (try #require(Loss.named(golden.loss)), try #require(golden.labels), try #require(golden.predictions))
  }
}
