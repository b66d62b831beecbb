/// How a notebook behaves, changed by `set` and by options of the program.
public struct Settings: Equatable, Sendable {
  /// The significant digits that numbers are shown with.
  public var digits = NumberFormat.usualDigits
  /// What weights, shuffles and samples come from where a line names no seed.
  public var seed = 1
  /// Whether remarks stand beside results.
  public var notes = true
  /// Whether a change of a cell computes the cells that depend on it.
  public var reactive = true
  /// Whether pages that are taller than the window are shown window by window.
  public var pager = true

  public init() {}

  /// What the outputs of cells depend on.
  var ofOutputs: Settings { withManner(of: Settings()) }

  /// These settings with what the other ones say of how the notebook goes about its cells, which no output depends on.
  func withManner(of other: Settings) -> Settings {
    var copy = self
    (copy.reactive, copy.pager) = (other.reactive, other.pager)
    return copy
  }
}

/// What one line of `set` changes. A new setting is a property of ``Settings`` and an entry in ``all``.
public struct Setting: Sendable {
  enum Kind: Sendable {
    case whole(ClosedRange<Int>, WritableKeyPath<Settings, Int> & Sendable)
    case flag(WritableKeyPath<Settings, Bool> & Sendable)
  }

  public let name: String
  public let summary: String
  let kind: Kind
  /// Whether it changes what cells show, and not only how the notebook goes about them.
  var isForOutputs = true

  public static let all: [Setting] = [
    Setting(
      name: "digits", summary: "the significant digits that numbers are shown with",
      kind: .whole(1...17, \.digits)),
    Setting(
      name: "seed", summary: "what weights, shuffles and samples come from where a line names no seed",
      kind: .whole(0...Int(UInt32.max), \.seed)),
    Setting(name: "notes", summary: "whether remarks stand beside results", kind: .flag(\.notes)),
    Setting(
      name: "reactive", summary: "whether a change of a cell computes the cells that depend on it",
      kind: .flag(\.reactive), isForOutputs: false),
    Setting(
      name: "pager", summary: "whether pages taller than the window are shown window by window",
      kind: .flag(\.pager), isForOutputs: false),
  ]

  public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

  /// What the value may be, such as "a whole number from 1 to 17".
  public var range: String {
    switch kind {
    case .whole(let range, _): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "on or off"
    }
  }

  /// The words it may be; none where it is a number.
  public var words: [String] {
    switch kind {
    case .whole: []
    case .flag: ["on", "off"]
    }
  }

  /// A value that may stand behind the name, for an example.
  var example: String {
    switch kind {
    case .whole(let range, _): "\(min(10, range.upperBound))"
    case .flag: "off"
    }
  }

  /// The value as it would be typed.
  public func text(_ settings: Settings) -> String {
    switch kind {
    case .whole(_, let path): String(settings[keyPath: path])
    case .flag(let path): settings[keyPath: path] ? "on" : "off"
    }
  }

  /// - Returns: whether the text is a value that the setting can have; without that nothing is changed.
  public func apply(_ text: String, to settings: inout Settings) -> Bool {
    switch kind {
    case .whole(let range, let path):
      guard let number = Int(text), range.contains(number) else { return false }
      settings[keyPath: path] = number
    case .flag(let path):
      guard let flag = ["on": true, "true": true, "off": false, "false": false][text] else { return false }
      settings[keyPath: path] = flag
    }
    return true
  }
}
