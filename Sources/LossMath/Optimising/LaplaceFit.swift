// The likelihood of the Laplace distribution has kinks at every value of the data and no curvature between
// them, so Newton's method has nothing to work with. Its slope in mu is the number of values above less the
// number below: bisection follows the sign to the median.

extension FitProblem {
  func bisected(_ isCancelled: () -> Bool) throws(MathError) -> Fit {
    var path = [try step(to: start, fraction: 0)]
    let center = given[0]?.single ?? start[0].single ?? .nan
    var outcome = FitOutcome.converged
    if given[0] == nil {
      outcome = try bisect(from: center, &path, isCancelled)
    } else {
      path.append(try step(to: profile(center), fraction: 1))
    }
    return try result(path, outcome, expectedErrors(path.last?.parameters ?? start), .expected)
  }

  /// Halves the stretch in which the maximum lies until it holds one value, or until no side has more than
  /// half of the values.
  private func bisect(
    from start: Double, _ path: inout [Fit.Step], _ isCancelled: () -> Bool
  ) throws(MathError) -> FitOutcome {
    let ends = Moments.extremes(data)
    var (low, high, center) = (ends.low.nextDown, ends.high.nextUp, start)
    // Doubles can be halved no more often than this.
    for _ in 0..<2200 {
      if isCancelled() { return .cancelled }
      let sides = sides(of: center)
      if 2 * max(sides.below, sides.above) <= data.count {
        path.append(try step(to: profile(Moments.median(data)), fraction: 1))
        return .converged
      }
      if sides.above > sides.below { low = max(low, center) } else { high = min(high, center) }
      center = middle(low, high)
      path.append(try step(to: profile(center), fraction: 0.5))
    }
    return .ranOutOfSteps
  }

  private func sides(of center: Double) -> (below: Int, above: Int) {
    (data.count { $0 < center }, data.count { $0 > center })
  }

  /// The only value between `low` and `high`, or their middle.
  private func middle(_ low: Double, _ high: Double) -> Double {
    let inside = data.lazy.filter { $0 > low && $0 < high }
    if let first = inside.first, inside.allSatisfy({ $0 == first }) { return first }
    return low / 2 + high / 2
  }

  /// The best scale for a centre.
  private func profile(_ center: Double) -> [Tensor] {
    [Tensor(center), given[1] ?? Tensor(Moments.meanDistance(data, from: center))]
  }

  private func step(to parameters: [Tensor], fraction: Double) throws(MathError) -> Fit.Step {
    let (center, scale) = (parameters[0].single ?? .nan, parameters[1].single ?? .nan)
    let sides = sides(of: center)
    let slopeInCenter = Double(sides.above - sides.below) / (scale * Double(data.count))
    let slopeInScale = Moments.meanDistance(data, from: center) / scale - 1
    return Fit.Step(
      parameters: parameters, logLikelihood: try logLikelihood(at: parameters),
      gradientNorm: Vector.norm([given[0] == nil ? slopeInCenter : 0, given[1] == nil ? slopeInScale : 0]),
      fraction: fraction)
  }

  /// b / √n for both parameters: the inverse of the Fisher information n / b².
  private func expectedErrors(_ parameters: [Tensor]) -> [Tensor?] {
    let error = Tensor((parameters[1].single ?? .nan) / Double(data.count).squareRoot())
    return given.map { $0 == nil ? error : nil }
  }
}
