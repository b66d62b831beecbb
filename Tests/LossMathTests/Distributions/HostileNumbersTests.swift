import Testing

@testable import LossMath

/// No number makes a distribution or a fit trap, or say what cannot be.
struct HostileNumbersTests {
  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.5, 2, 1e-300, .leastNonzeroMagnitude, .leastNormalMagnitude, 1e15, 1e300, -1e300,
    .infinity, -.infinity, .nan,
    .greatestFiniteMagnitude, 0.9999999999999999, 1.0000000000000002, 3, 1e16,
  ]

  @Test(arguments: Distribution.all.map(\.name)) func probabilitiesAreNeverAboveOne(_ name: String) throws {
    let distribution = try #require(Distribution.named(name))
    let x = Traced(Tensor(Self.numbers))
    for a in Self.numbers {
      for b in Self.numbers {
        let row = Traced(Tensor([a, b]))
        let both = [Traced(a), Traced(b)]
        let parameters = name == "categorical" ? [row] : Array(both.prefix(distribution.parameters.count))
        let isProper = distribution.violation(ofParameters: parameters.map(\.value)) == nil
        let found = try distribution.logProb(x, parameters).value.elements
        // Sums of counts past 1e300 overflow, and may be NaN.
        for (value, point) in zip(found, Self.numbers)
        where isProper && distribution.isDiscrete && max(abs(point), abs(a)) <= 1e300 {
          #expect(value <= 1e-15 || point.isNaN, "\(name)(\(point), \(a), \(b)) = \(value)")
        }
        _ = try gradients(at: [x.value] + parameters.map(\.value)) { (v) throws(MathError) in
          try distribution.logProb(v[0], Array(v.dropFirst())).sum()
        }
      }
    }
  }

  @Test(arguments: Distribution.all.map(\.name)) func fitsAreFiniteOrRefused(_ name: String) throws {
    let distribution = try #require(Distribution.named(name))
    for a in Self.numbers.suffix(13) {
      for b in [0, 1, Double.leastNonzeroMagnitude, 1e300, -2.5] {
        do throws(FitError) {
          let given = name == "binomial" ? ["n": Tensor(5)] : [:]
          let found = try Fit.run(distribution, to: Tensor([a, b, 1]), given: given)
          let isFinite = found.estimate.allSatisfy { $0.elements.allSatisfy(\.isFinite) }
          #expect(isFinite || found.outcome != .converged, "\(name) to [\(a), \(b), 1]: \(found.estimate)")
        } catch {
          #expect(error != .noData)
        }
      }
    }
  }
}
