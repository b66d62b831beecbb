import Testing

@testable import Language

@Suite struct ToleranceTests {
  @Test(arguments: [("0.01", Tolerance.absolute(0.01)), ("5%", .relative(0.05)), ("0", .absolute(0))])
  func textIsRead(_ text: String, _ tolerance: Tolerance) { #expect(Tolerance(text) == tolerance) }

  @Test(arguments: ["", "%", "-1", "nan", "inf", "a", "1e999", "5 %%"])
  func nonsenseIsRefused(_ text: String) { #expect(Tolerance(text) == nil) }

  private static let near: [(Double, Double)] = [
    (0.28, 0.279777), (0.2798, 0.279777), (1.67, 5.0 / 3), (29.9, 29.85), (0, -4.2e-13), (1e9, 1.0004e9),
    (-0.5, -0.5),
  ]
  private static let far: [(Double, Double)] = [
    (0.27, 0.279777), (1.6, 5.0 / 3), (1, 0), (0.001, 0), (-0.28, 0.279777), (1e9, 1.01e9),
  ]

  @Test(arguments: near)
  func threeDigitsAreEnough(_ answer: Double, _ right: Double) {
    #expect(Tolerance.standard.allows(answer, for: right))
  }

  @Test(arguments: far)
  func fewerAreNot(_ answer: Double, _ right: Double) {
    #expect(!Tolerance.standard.allows(answer, for: right))
  }

  @Test func exactMeansExactButForRounding() {
    #expect(Tolerance.absolute(0).allows(0.1 + 0.2, for: 0.3))
    #expect(!Tolerance.absolute(0).allows(0.30001, for: 0.3))
  }

  @Test func oddNumbersEndTheSearch() {
    for value in [Double.infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0] {
      #expect(Tolerance.standard.allows(value, for: value))
      #expect(!Tolerance.standard.allows(1, for: value))
    }
  }
}
