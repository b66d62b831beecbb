/// Derivatives by differences of a function of one number.
///
/// Ridders' method (C. J. F. Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Advances in Engineering
/// Software 4, 1982): differences over ever smaller steps are extrapolated to step 0 (Richardson), and the
/// entry of the table that changed least is taken. The steps start from several lengths, as nobody knows
/// beforehand on which scale the function bends.
struct Differences {
  /// A slope and how far it may be off.
  struct Estimate: Equatable {
    var slope = Double.nan
    var error = Double.infinity

    mutating func improve(_ other: Estimate) {
      if other.error < error { self = other }
    }
  }

  /// The function at one step to either side.
  private struct Pair {
    let step: Double
    let left: Double
    let right: Double
  }

  private static let rows = 8
  /// The first steps relative to the point and to 1.
  private static let scales = [0x1p-2, 0x1p-9, 0x1p-16, 0x1p-23]

  let central: Estimate
  let left: Estimate
  let right: Estimate
  let value: Double
  /// Shortest steps first.
  private let pairs: [Pair]

  init<Failure: Error>(
    of function: (Double) throws(Failure) -> Double, at x: Double
  ) throws(Failure) {
    let value = try function(x)
    self.value = value
    let lengths = abs(x) < 1 && x != 0 ? [1, abs(x)] : [max(1, abs(x))]
    var ladders: [[Pair]] = []
    for length in lengths {
      for scale in Self.scales { ladders.append(try Self.ladder(function, x, length * scale)) }
    }
    ladders.sort { ($0.first?.step ?? 0) < ($1.first?.step ?? 0) }
    central = Self.best(
      ladders.map { Self.table($0, order: 2) { ($0.right - $0.left) / (2 * $0.step) } })
    left = Self.best(ladders.map { Self.table($0, order: 1) { (value - $0.left) / $0.step } })
    right = Self.best(ladders.map { Self.table($0, order: 1) { ($0.right - value) / $0.step } })
    pairs = ladders.flatMap { $0 }.sorted { $0.step < $1.step }
  }

  /// The function at steps that are halved from `first` on.
  private static func ladder<Failure: Error>(
    _ function: (Double) throws(Failure) -> Double, _ x: Double, _ first: Double
  ) throws(Failure) -> [Pair] {
    var ladder: [Pair] = []
    var step = first
    for _ in 0..<rows {
      // The step that rounding leaves of it is the same on both sides.
      let taken = max((x + step) - x, x - (x - step))
      guard taken > 0 else { break }
      ladder.append(Pair(step: taken, left: try function(x - taken), right: try function(x + taken)))
      step /= 2
    }
    return ladder
  }

  /// The surest estimate that none over shorter steps contradicts: over steps that are too long for the
  /// function a table may settle on a wrong slope.
  /// - Parameter estimates: those over the shortest steps first.
  private static func best(_ estimates: [Estimate]) -> Estimate {
    var best = Estimate()
    for (i, estimate) in estimates.enumerated() {
      let isContradicted = estimates[..<i].contains { shorter in
        abs(shorter.slope - estimate.slope) > 10 * (shorter.error + estimate.error)
      }
      if !isContradicted { best.improve(estimate) }
    }
    return best
  }

  /// The best entry of the extrapolation table; the error of a difference is a series in step^order.
  private static func table(_ ladder: [Pair], order: Int, _ difference: (Pair) -> Double) -> Estimate {
    var best = Estimate()
    var previous: [Double] = []
    for pair in ladder {
      var row = [difference(pair)]
      let size = max(abs(pair.left.isNaN ? 0 : pair.left), abs(pair.right.isNaN ? 0 : pair.right))
      let rounding = size * 0x1p-52 / pair.step
      var factor = 1.0
      for (j, above) in previous.enumerated() {
        factor *= order == 2 ? 4 : 2
        let entry = row[j] + (row[j] - above) / (factor - 1)
        let change = max(abs(entry - row[j]), abs(entry - above))
        row.append(entry)
        if entry.isFinite { best.improve(Estimate(slope: entry, error: change + rounding)) }
      }
      previous = row
    }
    return best
  }

  /// The average slope over the longest step at which the function is a number: what counts as large nearby.
  var slopeNearby: Double {
    let wide = pairs.last { ($0.right - $0.left).isFinite }
    return wide.map { max(abs($0.right - value), abs($0.left - value)) / $0.step } ?? 0
  }

  /// Whether the function is a number on both sides at the smallest steps.
  var isFiniteOnBothSides: Bool {
    pairs.prefix(4).allSatisfy { $0.left.isFinite && $0.right.isFinite }
  }

  /// Whether the two slopes differ by more than they may be off.
  func hasKink(tolerance: Double) -> Bool {
    abs(left.slope - right.slope)
      > 10 * (left.error + right.error) + tolerance * max(abs(left.slope), abs(right.slope))
  }

  /// Whether the function's value changes at once: the smallest step shows as much of a change as far larger
  /// ones do.
  var hasJump: Bool { jumps(\.left) || jumps(\.right) }

  private func jumps(_ side: (Pair) -> Double) -> Bool {
    guard let nearest = pairs.first, let farther = pairs.first(where: { $0.step > 4096 * nearest.step })
    else {
      return false
    }
    let change = abs(side(nearest) - value)
    return change > 0.5 * abs(side(farther) - value) && change > 1e-9 * abs(value)
  }
}
