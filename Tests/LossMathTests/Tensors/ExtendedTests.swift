import Testing

@testable import LossMath

struct ExtendedTests {
  /// High part and what is left, from 60 digits.
  @Test(
    arguments: [
      (2, 0.69314718055994529, 2.3190468138462996e-17), (0.1, -2.3025850929940455, -1.7150243628057985e-16),
      (3, 1.0986122886681098, -9.07129723500153e-17), (1e300, 690.7755278982137, 2.3747660028800243e-14),
    ] as [(Double, Double, Double)])
  func logarithm(_ x: Double, _ high: Double, _ low: Double) {
    let found = Extended.log(x)
    #expect(found.value == high)
    #expect(abs((found.high - high) + found.low - low) < 1e-28 * max(1, abs(high)))
  }

  @Test(arguments: [-600, -3.7, -0.1, 0, 1e-9, 0.3, 1, 5.5, 600] as [Double])
  func exponentialAndLogarithmAreInverse(_ x: Double) {
    let power = Extended.exp(Extended(x))
    // log(a + b) = log a + b / a.
    let back = Extended.log(power.high) + Extended(power.low / power.high)
    #expect(abs((back.high - x) + back.low) <= 1e-28 * max(1, abs(x)))
  }

  @Test(arguments: [2, 3, 0.1, 1e-250, 1e250] as [Double])
  func squareRoot(_ x: Double) {
    let root = Extended(x).squareRoot
    let square = root * root + Extended(-x)
    #expect(abs(square.value) <= 1e-30 * x)
    #expect(Extended(0).squareRoot.value == 0)
  }

  @Test func quotient() {
    let third = Extended(1) / Extended(3)
    #expect((third * Extended(3) + Extended(-1)).value == 0)
    #expect(third.low != 0)
  }

  @Test func outOfRange() {
    #expect(Extended.log(0).value == -.infinity && Extended.log(-1).value.isNaN)
    #expect(Extended.log(.infinity).value == .infinity)
    #expect(Extended.exp(Extended(1000)).value == .infinity && Extended.exp(Extended(-1000)).value == 0)
    #expect(Extended.exp(Extended(.nan)).value.isNaN)
  }
}
