import Plotting
import Testing

@testable import Language

struct DistributionPlotTests {
  @Test func densitiesAreCurvesOverASensibleRange() throws {
    let panel = try #require(try drawn("plot normal(10, 2), laplace(10, 1)").panels.first)
    guard case .line(let label, let x, let y) = panel.marks[0] else { return #expect(Bool(false)) }
    #expect(label == "normal(10, 2)" && panel.marks.count == 2)
    #expect(x.first == 2 && x.last == 18)
    #expect(isNear(y.max() ?? 0, 0.199_471_140_200_716_35))
    let area = zip(x, x.dropFirst()).map { $1 - $0 }.reduce(0, +) / Double(x.count - 1) * y.reduce(0, +)
    #expect(isNear(area, 1, 1e-3))
  }

  @Test func discreteOnesAreBars() throws {
    let panel = try #require(try drawn("plot binomial(4, 0.5)").panels.first)
    guard case .bars(_, let names, let values) = panel.marks[0] else { return #expect(Bool(false)) }
    #expect(names == ["0", "1", "2", "3", "4"] && areNear(values, [0.0625, 0.25, 0.375, 0.25, 0.0625]))
    #expect(try drawn("plot normal(0, 1), poisson(2)").panels.count == 2)
  }

  @Test func manyValuesArePoints() throws {
    let panel = try #require(try drawn("plot poisson(1000)").panels.first)
    guard case .points(_, let x, _) = panel.marks[0] else { return #expect(Bool(false)) }
    #expect(x.count > 100 && x.allSatisfy { $0 == $0.rounded() })
  }

  @Test(arguments: [
    "poisson(0)", "poisson(1e300)", "bernoulli(0)", "bernoulli([1])", "binomial(0, 0.5)",
    "binomial(1e18, 0.5)",
    "categorical([1])", "normal(1e308, 1e308)", "exponential(1e-308)", "normal([0], 1)",
  ])
  func extremesAreDrawnToo(_ call: String) {
    #expect(!shown("plot \(call)").isEmpty)
  }
}
