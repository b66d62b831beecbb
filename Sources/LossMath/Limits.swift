import Synchronization

/// A bound that keeps what is typed from exhausting the machine.
///
/// It may be set when the program starts, with `--limit NAME=VALUE`, and stays as it is from then on.
public final class Limit: Sendable {
  /// What `--limit` calls it.
  public let name: String
  /// What is counted, as it stands behind a number: `turns of loops in one cell`.
  public let unit: String
  /// What it may be set to.
  public let allowed: ClosedRange<Int>
  private let stored: Atomic<Int>

  init(_ name: String, _ value: Int, upTo most: Int, _ unit: String) {
    (self.name, self.unit) = (name, unit)
    allowed = 1...most
    stored = Atomic(value)
  }

  /// How much is allowed now, in the unit.
  public var value: Int { stored.load(ordering: .relaxed) }

  /// - Returns: whether the value is allowed; another one changes nothing.
  public func set(_ value: Int) -> Bool {
    guard allowed.contains(value) else { return false }
    stored.store(value, ordering: .relaxed)
    return true
  }

  /// What to do where it is too low.
  public var remedy: String { "lossbook --limit \(name)=... raises it" }
}

/// All bounds on what is read and evaluated. What data sets and networks may hold stands in `DataLimits` and
/// `TrainingLimits` of the module that makes them.
public enum Limits {
  /// 800 MB of doubles.
  public static let elements = Limit("elements", 100_000_000, upTo: 1 << 36, "numbers in one tensor")
  /// What a tape of derivatives may hold.
  public static let record = Limit("record", 1 << 10, upTo: 1 << 20, "MiB that a gradient remembers")
  /// All values of one cell together.
  public static let memory = Limit("memory", 4 << 10, upTo: 1 << 24, "MiB of values")
  /// Turns are counted before a loop begins, so that one without end stops at once.
  public static let turns = Limit("turns", 10_000_000, upTo: 1 << 60, "turns of loops in one cell")
  /// More would take more of the stack than there is.
  public static let depth = Limit("depth", 200, upTo: 2_000, "calls of functions inside each other")
  /// A day: loops and calls look at the clock.
  public static let seconds = Limit("seconds", 86_400, upTo: 1 << 32, "seconds for one cell")
  /// A figure is laid out when the cell is over, where nothing can stop it any more.
  public static let points = Limit("points", 1_000_000, upTo: 1 << 30, "points in one figure")
  /// A longer one is refused before it is read.
  public static let line = Limit("line", 1_000_000, upTo: 1 << 40, "characters in one cell")
  /// Read whole into memory.
  public static let script = Limit("script", 16, upTo: 1 << 20, "MiB in a script or notebook")
  /// Data sets and weights among them.
  public static let file = Limit("file", 256, upTo: 1 << 20, "MiB in a file that is read")

  /// Those that `--limit` can set.
  public static let all = [elements, record, memory, turns, depth, seconds, points, line, script, file]

  /// The limit that `--limit` calls so.
  public static func named(_ name: String) -> Limit? { all.first { $0.name == name } }

  // What follows cannot be set.

  /// Brackets, blocks and operators inside each other in the source.
  public static let nesting = 200
  /// Characters of a name.
  public static let name = 64
  /// How far behind a mistake the end of its logical line is looked for, in characters.
  public static let recovery = 20_000
  /// What is quoted of a reader's text in a message, in characters.
  public static let excerpt = 40

  /// Expressions and blocks being evaluated inside each other, through calls too. Together with `nesting` it keeps a
  /// program that is deep without end from overflowing the stack, which could not be caught: in a debug build one takes
  /// up to 11 kB, and 600 stay within the 8 MiB that a thread has.
  public static var evaluation: Int { 3 * depth.value }
  /// The stack that evaluation may take, in bytes.
  public static var stack: Int { evaluation * 13 << 10 }
}
