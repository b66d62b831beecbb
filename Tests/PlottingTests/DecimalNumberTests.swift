import Testing

@testable import Plotting

@Suite("Decimal numbers")
struct DecimalNumberTests {
  @Test(
    "Fixed text has the digits asked for",
    arguments: [
      (5, -1, 1, "0.5"), (5, -1, 3, "0.500"), (-25, -3, 3, "-0.025"), (12, 2, 0, "1200"), (0, 0, 2, "0.00"),
      (0, 5, 0, "0"), (12345, -2, 2, "123.45"), (-7, 0, 1, "-7.0"),
    ])
  func fixed(significand: Int, exponent: Int, places: Int, text: String) {
    #expect(DecimalNumber(significand: significand, exponent: exponent).fixed(places: places) == text)
  }

  @Test(
    "Scientific text",
    arguments: [
      (1, -5, "1e-5"), (25, -8, "2.5e-7"), (-1, 300, "-1e300"), (0, 0, "0"), (1200, 0, "1.2e3"),
    ])
  func scientific(significand: Int, exponent: Int, text: String) {
    #expect(DecimalNumber(significand: significand, exponent: exponent).scientific == text)
  }

  @Test(
    "A binary number comes back from its decimal form",
    arguments: [
      0.1, -0.0, 123.456, .leastNonzeroMagnitude, 1.7976931348623157e308, 1e22, 9_007_199_254_740_992,
      -2.5e-7, 100,
    ])
  func roundTrip(value: Double) throws {
    #expect(try #require(DecimalNumber(value)).value == value)
  }

  @Test("There is no decimal form of what is not finite", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(DecimalNumber(value) == nil)
  }

  @Test("Rounding goes to the nearest, halves away from zero")
  func rounding() {
    let number = DecimalNumber(significand: 12_345, exponent: -4)
    #expect(number.rounded(toPower: -3) == DecimalNumber(significand: 1_235, exponent: -3))
    #expect(number.rounded(toPower: 0) == DecimalNumber(significand: 1, exponent: 0))
    #expect(number.rounded(toPower: -9) == number)
    #expect(number.rounded(toPower: 40) == DecimalNumber(significand: 0, exponent: 0))
    let negative = DecimalNumber(significand: -15, exponent: -1)
    #expect(negative.rounded(toPower: 0) == DecimalNumber(significand: -2, exponent: 0))
  }
}
