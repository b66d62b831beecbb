import Testing

@testable import LossMath

/// Every loss and option that the golden table leaves out, against its formula in 60 digits.
struct FormulaTests {
  @Test func tableIsThere() {
    #expect(FormulaCase.all.count == 210)
    let golden = Set(GoldenCase.all.map(\.loss))
    #expect(golden.union(FormulaCase.all.map(\.loss)) == Set(Loss.all.map(\.name)))
  }

  @Test(arguments: FormulaCase.all)
  func valuesAndGradients(_ item: FormulaCase) throws {
    let loss = try #require(Loss.named(item.loss))
    var options = item.options.lossOptions
    options.reduction = .none
    let terms = try loss.value(item.tensors, options)
    expectUlps(terms.elements, numbers(item.values), within: 4, "value")
    options.reduction = .sum
    let found = try gradients(at: item.tensors) { (v) throws(MathError) in try loss.evaluate(v, options) }
    for (i, (gradient, wanted)) in zip(found, item.gradients).enumerated() where !wanted.isEmpty {
      // Where a gradient has no closed form, that of the formula loses a few digits more.
      let limit = loss.body.closed[i] ? 4.0 : 512
      expectUlps(gradient.elements, numbers(wanted), within: limit, "gradient of argument \(i)")
    }
  }
}
