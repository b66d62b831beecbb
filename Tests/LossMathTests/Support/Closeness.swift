import Testing

/// How many doubles lie between two numbers; 0 for two NaN or two zeros.
func ulps(_ a: Double, _ b: Double) -> Double {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  guard a.isFinite, b.isFinite else { return .infinity }
  // As doubles the ordinals would be rounded to multiples of 512.
  let (difference, overflow) = ordinal(a).subtractingReportingOverflow(ordinal(b))
  return overflow ? .infinity : Double(difference.magnitude)
}

private func ordinal(_ x: Double) -> Int64 {
  let bits = Int64(bitPattern: x.bitPattern)
  return bits < 0 ? Int64.min &- bits : bits
}

/// Whether two numbers agree to `tolerance`, relative for large ones and absolute for small ones.
func isClose(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
  if a == b || (a.isNaN && b.isNaN) { return true }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// Whether two numbers agree to `tolerance` relative to the larger.
func isRelativelyClose(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
  a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(abs(a), abs(b))
}

func expectUlps(
  _ actual: [Double], _ expected: [Double], within limit: Double, _ comment: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
  for (i, (a, b)) in zip(actual, expected).enumerated() {
    #expect(
      ulps(a, b) <= limit, "\(comment)[\(i)]: \(a) for \(b), \(ulps(a, b)) ulps",
      sourceLocation: sourceLocation)
  }
}

func expectClose(
  _ actual: [Double], _ expected: [Double], within tolerance: Double, _ comment: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
  for (i, (a, b)) in zip(actual, expected).enumerated() {
    #expect(
      isClose(a, b, tolerance: tolerance), "\(comment)[\(i)]: \(a) for \(b)", sourceLocation: sourceLocation)
  }
}
