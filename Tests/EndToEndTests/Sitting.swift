import TestSupport
import Testing

/// A reader at the program, on a terminal of their own.
struct Sitting {
  let home: TemporaryDirectory
  let terminal: PseudoTerminal

  /// Starts the program and waits for its first prompt.
  /// - Parameters:
  ///   - isFresh: whether that is the prompt of cell 1; otherwise of any.
  ///   - hasShell: whether a shell has started it that can ``pause(_:)`` it: without one no key stops a program.
  init(
    columns: Int = 80, rows: Int = 24, home: TemporaryDirectory? = nil, environment: [String: String] = [:],
    arguments: [String] = [], isFresh: Bool = true, hasShell: Bool = false
  ) throws {
    let home = try home ?? TemporaryDirectory()
    self.home = home
    let program = try Binary.path()
    let (first, words) = hasShell ? ("/bin/sh", ["-c", Self.shell, program]) : (program, [])
    terminal = try PseudoTerminal(
      program: first, words + arguments, columns: columns, rows: rows, home: home, environment: environment)
    try terminal.wait("a prompt") {
      Self.promptNumber($0.beforeCursor).map { !isFresh || $0 == 1 } ?? false
    }
  }

  var screen: VirtualScreen { terminal.screen }

  func type(_ text: String) { terminal.type(text) }

  /// Waits until the cursor stands behind the prompt of a cell and what is typed there. While a question is open the
  /// prompt ends in `?`.
  func waitForPrompt(_ number: Int, _ typed: String = "") throws {
    try terminal.wait("[\(number)]> \(typed)") {
      $0.beforeCursor == "[\(number)]> " + typed || $0.beforeCursor == "[\(number)]? " + typed
    }
  }

  /// Types a line and waits for the prompt of the cell after it.
  func enter(_ line: String, next number: Int) throws {
    type(line + "\r")
    try waitForPrompt(number)
  }

  /// Types a line and waits for the next prompt, whatever its number.
  func enter(_ line: String) throws {
    let before = promptNumber ?? 0
    type(line + "\r")
    try terminal.wait("the prompt after \(line)") {
      Self.promptNumber($0.beforeCursor).map { $0 > before } ?? false
    }
  }

  private var promptNumber: Int? { Self.promptNumber(screen.beforeCursor) }

  private static func promptNumber(_ text: String) -> Int? {
    guard text.hasPrefix("["), text.hasSuffix("]> ") || text.hasSuffix("]? ") else { return nil }
    return Int(text.dropFirst().dropLast(3))
  }

  /// Whether the prompt says that a question waits.
  var isAsked: Bool { screen.beforeCursor.hasSuffix("]? ") }

  /// Takes the program back on Enter when it was stopped.
  private static let shell = #"set -m; "$0" "$@"; echo stopped; read -r line; fg > /dev/null"#

  /// Stops the program with Ctrl-Z, finds the terminal as the shell had it, and lets the program go on.
  /// - Parameter body: what happens in between.
  func pause(_ body: () -> Void = {}) throws {
    type(Key.stop)
    try terminal.wait("the shell") { $0.text.split(separator: "\n").last?.hasSuffix("stopped") == true }
    #expect(try terminal.modes == Self.untouchedModes(home))
    #expect(!marksPastes)
    body()
    type("\r")
  }

  /// The modes of a terminal on which nothing has changed them.
  static func untouchedModes(_ home: TemporaryDirectory) throws -> [UInt64] {
    let probe = try PseudoTerminal(program: "/bin/sh", ["-c", "exit 0"], home: home)
    _ = try probe.waitForEnd()
    return probe.modes
  }

  /// Whether the terminal was last asked to mark what is pasted.
  var marksPastes: Bool {
    let text = String(decoding: screen.sent, as: UTF8.self)
    return text.ranges(of: "\u{1B}[?2004").last.map { text[$0.upperBound...].first == "h" } ?? false
  }

  /// Leaves with Ctrl-D.
  func leave() throws -> ProgramEnd {
    type("\u{4}")
    return try terminal.waitForEnd()
  }

  func shows(_ text: String) -> Bool { screen.text.contains(text) }
  func showsLine(_ line: String) -> Bool { screen.text.split(separator: "\n").contains { $0 == line } }
}

/// Keys as a terminal sends them.
enum Key {
  static let up = "\u{1B}[A"
  static let home = "\u{1B}[H"
  static let end = "\u{1B}[F"
  static let backspace = "\u{7F}"
  static let searchBack = "\u{12}"
  static let interrupt = "\u{3}"
  static let stop = "\u{1A}"
  static let endOfInput = "\u{4}"
  static let tab = "\t"

  static func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}
