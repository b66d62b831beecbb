import LossMath

/// Runs cells and remembers what they defined.
public final class Interpreter {
  public var host: Host
  public var settings = Settings()
  public private(set) var commands: [String: Command] = [:]
  public let verbs: [String: CommandForm]
  /// The commands in the order they were given, for help.
  public let commandOrder: [String]

  var globals: [String: Value] = [:]
  /// One scope for each call of a function that is running.
  var locals: [[String: Value]] = []
  /// The results of the cells so far, by number.
  var results: [Int: Value] = [:]
  /// The cell that each variable has its value from, where it was noted.
  var origins: [String: Int] = [:]
  /// The variables that the cell being run has given a value to; nothing where nobody wants to know.
  var written: Set<String>?
  var notes: [Note] = []
  /// The record that gradients around the present operation share.
  var tape: Tape?
  /// What made a step function of a value that the present gradient depends on: a comparison, `round`.
  var steppedBy: String?
  /// Whether somebody looks what a function would be at places that were not typed, where a mistake in the input is no
  /// mistake of the reader's.
  var isProbing = false
  /// How many expressions and blocks are being evaluated inside each other.
  private var depth = 0
  private let mostDepth = Limits.evaluation
  /// The turns of loops and the calls inside calls in the cell so far.
  var turns = 0
  /// When the cell must be done.
  let deadline = Deadline()
  /// The text of the cell being run, or of the function whose body is.
  private(set) var source: SourceText?
  /// The number of the cell being run.
  public private(set) var cellNumber = 0
  /// The compound expressions evaluated so far, while somebody watches.
  var watched: [WatchedStep]?
  /// The last expression that a cell evaluated, for `why`.
  var lastExpression: (expression: Expression, source: SourceText)?

  /// - Parameter extraCommands: commands of the program around the language, such as those of lessons.
  public init(host: Host, extraCommands: [Command] = []) {
    self.host = host
    self.host.cancel = deadline.stopping(host.cancel)
    let all = Command.builtin + extraCommands
    commandOrder = all.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    verbs = Dictionary(all.map { ($0.name, $0.form) }, uniquingKeysWith: { $1 })
    commands = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// Runs one cell. Errors are part of the outcome, with their place.
  public func run(_ cell: Cell, number: Int) -> Outcome {
    var outcome = Outcome()
    // A command may run cells itself, as the lessons' do.
    let outer = (notes, source, turns, cellNumber)
    (notes, source, turns, cellNumber) = ([], cell.source, 0, number)
    let isOutermost = deadline.begin()
    defer {
      (notes, source, turns, cellNumber) = outer
      if isOutermost { deadline.stop() }
    }
    Interruption.asking({ [cancel = host.cancel] in cancel.isCancelled }) {
      execute(cell, &outcome)
    }
    if case .nothing? = outcome.value { outcome.value = nil }
    if outcome.error == nil { sayTimeIsOver() }
    if let value = outcome.value {
      results[number] = value
      setGlobal("ans", value)
    }
    outcome.notes = notes
    return outcome
  }

  private func execute(_ cell: Cell, _ outcome: inout Outcome) {
    do throws(Diagnostic) {
      for statement in cell.statements {
        if let expression = statement.mainExpression { lastExpression = (expression, cell.source) }
        (outcome.value, outcome.assigned) = (nil, nil)
        try showing { () throws(Diagnostic) in try execute(statement, &outcome) }
        if case .run? = outcome.value ?? outcome.assigned, let name = statement.resultName {
          lastExpression = (name, cell.source)
        }
        if outcome.request == .quit { break }
      }
    } catch {
      outcome.error = error
      (outcome.value, outcome.assigned) = (nil, nil)
      recover()
    }
  }

  /// Gives a variable outside all functions a value.
  func setGlobal(_ name: String, _ value: Value) {
    globals[name] = value
    written?.insert(name)
  }

  /// The cell that a variable has its value from, where somebody noted it.
  public func origin(of name: String) -> Int? { origins[name] }

  /// Runs `body` with numbers shown as the settings say.
  private func showing(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard NumberFormat.digits != settings.digits else { return try body() }
    let result = NumberFormat.$digits.withValue(settings.digits) {
      Result { () throws(Diagnostic) in try body() }
    }
    try result.get()
  }

  /// Forgets what was under way when an error came.
  func recover() {
    locals = []
    (tape, steppedBy) = (nil, nil)
    isProbing = false
    depth = 0
  }

  /// Gives a name to a value, as a line `name = ...` would.
  public func define(_ name: String, _ value: Value) { globals[name] = value }

  /// The variables that have been given a value, sorted by name.
  public var variables: [(name: String, value: Value)] {
    globals.filter { $0.key != "ans" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// All names that mean something where a value is wanted.
  public var knownNames: [String] {
    Array(globals.keys) + (locals.last.map { Array($0.keys) } ?? []) + Builtin.names + Constant.all.keys
  }

  /// What stands at a place in the cell or function being run.
  func sourceText(_ span: Span) -> String { source?.text(span) ?? "" }

  /// Runs `body` with another text to take words from.
  func inside<T, E: Error>(_ text: SourceText?, _ body: () throws(E) -> T) throws(E) -> T {
    let outer = source
    source = text ?? outer
    defer { source = outer }
    return try body()
  }

  /// Goes one level of evaluation deeper; `leave` goes back.
  func enter(_ span: Span) throws(Diagnostic) {
    depth += 1
    guard depth <= mostDepth else {
      throw Diagnostic(
        .callsTooDeep, "this is nested more than \(mostDepth) evaluations deep", at: span,
        hint: "a function that calls itself needs an `if` that stops it; a loop goes further; "
          + Limits.depth.remedy)
    }
  }

  func leave() { depth -= 1 }

  /// The same on one line and without anything a terminal would obey.
  func label(_ span: Span) -> String { source?.excerpt(span) ?? "" }

  /// Adds a note to what the cell shows, once.
  public func say(_ text: String) {
    let note = Note(text)
    if settings.notes, !notes.contains(note) { notes.append(note) }
  }
}

/// Names with a fixed value.
enum Constant {
  static let all: [String: Double] = [
    "pi": .pi, "e": 2.718281828459045, "inf": .infinity, "nan": .nan,
  ]
}
