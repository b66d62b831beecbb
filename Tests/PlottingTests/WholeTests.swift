import Testing

@testable import Plotting

@Suite("Whole numbers from doubles")
struct WholeTests {
  @Test(
    "The nearest, inside the bounds",
    arguments: [
      (2.4, 2), (2.6, 3), (-9, -5), (1e300, 10), (.infinity, 10), (-.infinity, -5), (.nan, -5),
    ])
  func whole(value: Double, expected: Int) {
    #expect(value.whole(in: -5...10) == expected)
  }

  @Test("The whole range of integers is allowed")
  func extremes() {
    #expect(1e300.whole(in: Int.min...Int.max) == .max)
    #expect((-1e300).whole(in: Int.min...Int.max) == .min)
  }
}
