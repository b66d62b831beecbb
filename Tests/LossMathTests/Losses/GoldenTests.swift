import Testing

@testable import LossMath

/// Every loss against values computed with hundreds of digits: on the fused path, the training kernel and the
/// differentiable formula.
struct GoldenTests {
  /// The table holds exact values rounded once; 3 doubles from there is within 4 ULP of the exact value.
  private static let limit = 3.0

  @Test func tableIsThere() {
    #expect(GoldenCase.all.count == 283)
    #expect(Set(GoldenCase.all.map(\.table)).count == 36)
  }

  @Test(arguments: GoldenCase.all)
  func exactFormula(_ golden: GoldenCase) throws {
    let options = golden.lossOptions()
    try checkFused(golden, golden.exact, options)
    try checkKernel(golden, golden.exact, options)
    try checkExpression(golden, golden.exact, options, tolerance: 1e-12)
  }

  @Test(arguments: GoldenCase.all.filter { $0.clipped != nil })
  func clippedFormula(_ golden: GoldenCase) throws {
    let expected = try #require(golden.clipped)
    let options = golden.lossOptions(epsilon: 1e-7)
    try checkFused(golden, expected, options)
    try checkKernel(golden, expected, options)
    // The formula clips to a rounded 1 − 1e-7.
    try checkExpression(golden, expected, options, tolerance: 1e-8)
  }

  private func checkFused(
    _ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions
  ) throws {
    let (loss, inputs) = try parts(golden)
    guard !(golden.isWhole && golden.shape == [0]) else {
      #expect(throws: MathError.empty(operation: loss.name)) { try loss.value(inputs, options) }
      return
    }
    var options = options
    options.reduction = .none
    let terms = try loss.value(inputs, options)
    expectUlps(terms.elements, numbers(expected.loss), within: Self.limit, "loss")
    options.reduction = .sum
    try checkGradient(golden, options, numbers(expected.gradient), "gradient")
    options.reduction = .mean
    guard inputs[1].count > 0 else {
      #expect(throws: MathError.empty(operation: loss.name)) { try loss.value(inputs, options) }
      return
    }
    let mean = try loss.value(inputs, options)
    expectUlps(mean.elements, numbers([expected.mean]), within: Self.limit, "mean")
    try checkGradient(golden, options, numbers(expected.meanGradient), "gradient of the mean")
  }

  private func checkGradient(
    _ golden: GoldenCase, _ options: LossOptions, _ expected: [Double], _ comment: String
  ) throws {
    let (loss, inputs) = try parts(golden)
    let found = try gradient(at: inputs[1]) { (p) throws(MathError) in
      try loss.evaluate(inputs.map { Traced($0) }.replacing(1, with: p), options)
    }
    #expect(found.shape == inputs[1].shape)
    expectUlps(found.elements, expected, within: Self.limit, comment)
  }

  private func checkKernel(
    _ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions
  ) throws {
    let (loss, inputs) = try parts(golden)
    guard inputs.count == 2 else { return }
    let (y, p) = (inputs[0], inputs[1])
    let columns = loss.isRowwise ? golden.shape.last ?? 1 : 1
    let kernel = loss.kernel(options)
    var found = [Double](repeating: 7, count: p.count)
    let sum = y.elements.withUnsafeBufferPointer { y in
      p.elements.withUnsafeBufferPointer { p in
        found.withUnsafeMutableBufferPointer { kernel.sum(y, p, columns, $0) }
      }
    }
    expectUlps(found, numbers(expected.gradient), within: Self.limit, "gradient of the kernel")
    let total = p.count == 0 ? 0 : Summation.sum(numbers(expected.loss))
    #expect(isRelativelyClose(sum, total, tolerance: 1e-15), "sum of the kernel: \(sum) for \(total)")
  }

  private func checkExpression(
    _ golden: GoldenCase, _ expected: GoldenCase.Results, _ options: LossOptions, tolerance: Double
  ) throws {
    let (loss, inputs) = try parts(golden)
    // Formulas cancel next to equality, where the fused path does not.
    let loses =
      ["msle cancellation", "poisson cancellation"].contains(golden.testDescription)
      || loss.isWhole && golden.name == "huge_1e300"
    guard inputs[1].count > 0, !loses, inputs.flatMap(\.elements).allSatisfy(\.isFinite) else { return }
    let constants = inputs.map { Traced($0) }
    let terms = try loss.body.expression(constants, options)
    let wanted = numbers(expected.loss)
    #expect(terms.value.count == wanted.count)
    for (found, wanted) in zip(terms.value.elements, wanted) where wanted.isFinite {
      #expect(isRelativelyClose(found, wanted, tolerance: tolerance), "formula: \(found) for \(wanted)")
    }
    let smallest = loss.isWhole ? 1e-15 : 1e-300
    let slopes = try gradient(at: inputs[1]) { (p) throws(MathError) in
      try loss.body.expression(constants.replacing(1, with: p), options).sum()
    }
    for (found, wanted) in zip(slopes.elements, numbers(expected.gradient)) where wanted.isFinite {
      #expect(
        isRelativelyClose(found, wanted, tolerance: tolerance) || abs(found - wanted) < smallest,
        "its gradient: \(found) for \(wanted)")
    }
  }

  private func parts(_ golden: GoldenCase) throws -> (Loss, [Tensor]) {
    (try #require(Loss.named(golden.loss)), try #require(golden.inputs))
  }
}
