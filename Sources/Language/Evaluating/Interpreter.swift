import LossMath

/// Runs cells and remembers what they defined.
public final class Interpreter {
  public var host: Host
  public private(set) var commands: [String: Command] = [:]
  public let verbs: [String: CommandForm]
  /// The commands in the order they were given, for help.
  public let commandOrder: [String]

  var globals: [String: Value] = [:]
  /// One scope for each call of a function that is running.
  var locals: [[String: Value]] = []
  /// The results of the cells so far, by number.
  var results: [Int: Value] = [:]
  var notes: [Note] = []
  /// The record that gradients around the present operation share.
  var tape: Tape?
  /// The text of the cell being run.
  private var source: SourceText?

  /// - Parameter extraCommands: commands of the program around the language, such as those of lessons.
  public init(host: Host, extraCommands: [Command] = []) {
    self.host = host
    let all = Command.builtin + extraCommands
    commandOrder = all.map(\.name)
    verbs = Dictionary(all.map { ($0.name, $0.form) }, uniquingKeysWith: { $1 })
    commands = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// Runs one cell. Errors are part of the outcome, with their place.
  public func run(_ cell: Cell, number: Int) -> Outcome {
    var outcome = Outcome()
    // A command may run cells itself, as the lessons' do.
    let outer = (notes, source)
    (notes, source) = ([], cell.source)
    defer { (notes, source) = outer }
    do throws(Diagnostic) {
      for statement in cell.statements {
        outcome.value = nil
        try execute(statement, &outcome)
      }
    } catch {
      outcome.error = error
      locals = []
      tape = nil
    }
    if let value = outcome.value {
      results[number] = value
      globals["ans"] = value
    }
    outcome.notes = notes
    return outcome
  }

  /// The variables that have been given a value, sorted by name.
  public var variables: [(name: String, value: Value)] {
    globals.filter { $0.key != "ans" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// All names that mean something where a value is wanted.
  public var knownNames: [String] {
    Array(globals.keys) + (locals.last.map { Array($0.keys) } ?? []) + Builtin.names + Constant.all.keys
  }

  /// What stands at a place in the cell being run.
  func sourceText(_ span: Span) -> String { source?.text(span) ?? "" }

  func say(_ text: String) {
    let note = Note(text)
    if !notes.contains(note) { notes.append(note) }
  }

  func checkCancelled(_ span: Span) throws(Diagnostic) {
    if host.cancel.isCancelled { throw Diagnostic(.cancelled, "stopped", at: span) }
  }
}

/// Names with a fixed value.
enum Constant {
  static let all: [String: Double] = [
    "pi": .pi, "e": 2.718281828459045, "inf": .infinity, "nan": .nan,
  ]
}
