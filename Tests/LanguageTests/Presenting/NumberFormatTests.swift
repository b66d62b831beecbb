import Testing
import Training

@testable import Language

struct NumberFormatTests {
  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (1e15, "1e15"), (999_999_999_999_999, "999999999999999"), (1e-7, "1e-7"),
      (-0.0, "0"),
      (123_456_789, "123456789"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
      (1.0 / 3, "0.333333"),
      (-2.5, "-2.5"), (1_234_567.8, "1.23457e6"), (1.5e300, "1.5e300"),
      (.leastNonzeroMagnitude, "4.94066e-324"),
      (0.0001, "0.0001"),
      (0.00001, "1e-5"), (100, "100"), (-1e10, "-10000000000"), (2.0000001, "2"), (1e100, "1e100"),
      (0x1p63, "9.22337e18"), (-0x1p63, "-9.22337e18"),
    ] as [(Double, String)])
  func sixDigits(_ value: Double, _ text: String) { #expect(NumberFormat.text(value) == text) }

  @Test func theShortWayAgreesWithC() {
    var random = RandomState(seed: 5)
    for i in 0..<20_000 {
      let size = [1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e9, 1e12, 1e15][i % 14]
      let x = random.uniform(-size, size)
      // Whole numbers are shown in full, which C does not do.
      if x == x.rounded() { continue }
      for digits in [1, 3, 6] {
        #expect(NumberFormat.text(x, digits: digits) == NumberFormat.printed(x, digits))
      }
    }
    for x in [
      0.1, 0.5, 2.5, 0.25, 0.125, 1.0000005, 9.9999995, 99999.95, 0.00099999995, 12345.65, 0.0001, 1e5 - 0.1,
      123456.5, 999999.5, 1e6 + 0.5, 1_234_565.5, 9_999_995.5, 1_234_500_000_000.5, 99_999_950_000_000.5,
      999_999_999_999_999.5,
    ] {
      for digits in 1...6 { #expect(NumberFormat.text(x, digits: digits) == NumberFormat.printed(x, digits)) }
    }
  }

  @Test func otherDigits() {
    #expect(NumberFormat.text(2.0 / 3, digits: 3) == "0.667")
    #expect(NumberFormat.text(2.0 / 3, digits: 17) == "0.66666666666666663")
    #expect(NumberFormat.text(2.0 / 3, digits: 1_000_000).hasPrefix("0.66"))
  }
}
