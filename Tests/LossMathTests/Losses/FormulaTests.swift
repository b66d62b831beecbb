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
      check(gradient.elements, numbers(wanted), "gradient of argument \(i)")
    }
  }

  /// Within 4 doubles; or, where terms of weighted and smoothed labels cancel or a gradient has no closed form, within
  /// four roundings of the largest derivative.
  private func check(_ found: [Double], _ wanted: [Double], _ comment: String) {
    let scale = wanted.reduce(0) { max($0, abs($1)) } * 2 * Double.ulpOfOne
    #expect(found.count == wanted.count)
    for (j, (a, b)) in zip(found, wanted).enumerated() {
      #expect(ulps(a, b) <= 4 || abs(a - b) <= scale, "\(comment)[\(j)]: \(a) for \(b), \(ulps(a, b)) ulps")
    }
  }
}
