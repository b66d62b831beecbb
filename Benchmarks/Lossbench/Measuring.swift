import CFloor

/// Whose processor time is measured: waiting for a busy machine does not count.
enum Clock {
  case own
  /// That of programs that were started and have ended.
  case children

  func seconds(_ body: () -> Void) -> Double {
    let start = now
    body()
    return now - start
  }

  private var now: Double { self == .own ? cfloor_seconds() : cfloor_child_seconds() }
}

/// Times two things in turn, so that a change of the machine's speed meets both.
struct Pair {
  let name: String
  /// Seconds.
  let ours: Double
  let floor: Double
  var ratio: Double { ours / floor }

  init(_ name: String, _ clock: Clock = .own, rounds: Int, ours: () -> Void, floor: () -> Void) {
    var (a, b): ([Double], [Double]) = ([], [])
    ours()
    floor()
    for _ in 0..<rounds {
      a.append(clock.seconds(ours))
      b.append(clock.seconds(floor))
    }
    self.name = name
    self.ours = Self.median(a)
    self.floor = Self.median(b)
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

enum Report {
  static func title(_ text: String) { print("\n\(text)") }

  static func row(_ name: String, _ ours: String, _ floor: String, _ ratio: Double) {
    print("  " + right(name, 26) + left(ours, 14) + left(floor, 14) + "   \(rounded(ratio, 2))x")
  }

  static func rounded(_ x: Double, _ digits: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(digits, 3)]
    return "\((x * scale).rounded() / scale)"
  }

  static func milliseconds(_ seconds: Double) -> String { rounded(seconds * 1e3, 1) + " ms" }

  static func microseconds(_ seconds: Double) -> String { rounded(seconds * 1e6, 2) + " us" }

  static func time(_ seconds: Double) -> String {
    seconds < 1e-3 ? microseconds(seconds) : milliseconds(seconds)
  }

  static func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  static func right(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
