import Language

/// A part of the notebook that is being worked in.
public enum NotebookItem {
  /// Markdown, as it stands in the file.
  case prose(String)
  case cell(KeptCell)
}

/// A cell of the notebook that is being worked in.
public struct KeptCell {
  /// Its name: it stays when cells before it come and go, and no other cell gets it.
  public let number: Int
  /// What was typed, with a comment behind it.
  public let code: String
  /// The code as it is run, or why it cannot be.
  let parsed: Parsed
  /// Where it looks for files.
  var places = [""]
  /// The directories of the lesson or notebook it came from; nothing where the reader has typed it.
  var confinedTo: [String]?
  /// Whether it stands in one block with the cell before it in a file: where that one fails, it does not run.
  var joinsPrevious = false
  /// What came when it last ran; nothing where it has not run.
  var run: CellRun?
  /// What came before its code was changed.
  var former: CellRun?
  /// The names it reads that have other values since it ran.
  var staleNames: [String] = []

  enum Parsed {
    case cell(Cell)
    case mistake(Diagnostic, SourceText)
  }

  public enum State: Equatable, Sendable {
    case done
    /// It ended in an error.
    case failed
    /// The reader stopped it.
    case stopped
    /// What it reads has changed since it ran.
    case stale(names: [String])
    /// It has not run.
    case waiting
  }

  public var state: State {
    guard let run else { return .waiting }
    if !staleNames.isEmpty { return .stale(names: staleNames) }
    guard let error = run.outcome.error else { return .done }
    return error.code == .cancelled ? .stopped : .failed
  }

  /// Whether what it shows is what running the notebook from its top would show.
  public var isTrue: Bool { state == .done || state == .failed }

  /// What it showed when it last ran, its error included.
  public func output(width: Int) -> [Piece] { result?.pieces(width: width, named: false) ?? [] }

  /// What came when it last ran.
  public var result: CellResult? {
    run.map { CellResult(number: number, input: code, source: $0.source, outcome: $0.outcome) }
  }
}

/// One run of a cell.
struct CellRun {
  let outcome: Outcome
  /// The text that the places of its error speak of.
  let source: SourceText
  let effects: Effects
  let inputs: Inputs
  /// The version of each name it gave a value to.
  var versions: [String: Int]

  /// What it read: the version of each name.
  enum Inputs {
    case some([String: Int])
    /// Whatever there was.
    case everything([String: Int])
  }
}
