import Testing

@testable import Plotting

@Suite("Numbers in sentences")
struct NumberTextTests {
  @Test(
    "Four significant digits, whole numbers in full, exponents at the edges",
    arguments: [
      (0.69314718, "0.6931"), (0.37, "0.37"), (200.0, "200"), (12_345.678, "12346"), (1_234_567, "1234567"),
      (0, "0"), (-0.5, "-0.5"), (0.99996, "1"), (1e300, "1e300"), (-1.23456e-9, "-1.235e-9"),
      (.leastNonzeroMagnitude, "5e-324"),
      (12_345_678, "1.235e7"), (.nan, "NaN"), (.infinity, "inf"), (-.infinity, "-inf"),
      (0.00012345, "0.0001234"), (0.94875, "0.9487"), (1.0625, "1.062"), (1.1875, "1.188"),
      (-0.94875, "-0.9487"),
    ])
  func text(value: Double, text: String) {
    #expect(numberText(value) == text)
  }
}
