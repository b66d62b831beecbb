import Training

/// The runs of one loss or of one value, in the order of their seeds.
struct RunGroup {
  let name: String
  /// Nothing where a run never began.
  let runs: [ManyRun?]

  /// Those that came to an end, each with its seed's place.
  var ended: [(seed: Int, run: ManyRun)] {
    runs.enumerated().compactMap { seed, run in
      guard let run, !run.run.isCancelled else { return nil }
      return (seed, run)
    }
  }

  var diverged: Int { ended.count { $0.run.run.hasDiverged } }
}

extension Run {
  var isCancelled: Bool {
    if case .cancelled = outcome { return true }
    return false
  }

  var hasDiverged: Bool {
    if case .diverged = outcome { return true }
    return false
  }
}

/// Something that is measured of a run at its end.
struct Measure: Sendable {
  let name: String
  let isHigherBetter: Bool
  private let value: @Sendable (ManyRun) -> Double?

  init(_ name: String, isHigherBetter: Bool = false, _ value: @escaping @Sendable (ManyRun) -> Double?) {
    (self.name, self.isHigherBetter, self.value) = (name, isHigherBetter, value)
  }

  static let trainLoss = Measure("train loss") { $0.run.kept(\.trainLoss) }
  static let testLoss = Measure("test loss") { $0.run.kept(\.testLoss) }
  static let absoluteError = Measure("test mae") { $0.testAbsoluteError }
  /// The metric of the runs over the test half: accuracy, or mse.
  static func metric(_ metric: Metric) -> Measure {
    Measure("test \(metric.rawValue)", isHigherBetter: metric == .accuracy) { $0.run.kept(\.testMetric) }
  }

  /// What counts for a run that diverged.
  private var worst: Double { isHigherBetter ? -.infinity : .infinity }

  /// One number a seed: NaN for a run that did not end.
  func values(_ group: RunGroup) -> [Double] {
    var values = [Double](repeating: .nan, count: group.runs.count)
    for (seed, run) in group.ended { values[seed] = run.run.hasDiverged ? worst : value(run) ?? .nan }
    return values
  }

  /// The same with NaN also for a run that diverged.
  func finiteValues(_ group: RunGroup) -> [Double] { values(group).map { $0.isFinite ? $0 : .nan } }

  func quartiles(_ group: RunGroup) -> Quartiles? { Quartiles(values(group)) }

  /// Whether `a` is better than `b`.
  func prefers(_ a: Double, to b: Double) -> Bool { isHigherBetter ? a > b : a < b }
}
