/// A verb that may start a line.
public struct Command {
  public var name: String
  public var form: CommandForm
  public var topic: Topic
  /// How it is written, such as `plot EXPRESSION, ... for NAME in RANGE`.
  public var syntax: String
  public var summary: String
  public var details: [String]
  /// The options it takes, each with a line of help.
  public var options: [(name: String, summary: String)]
  /// The words that may follow an option's equals sign, where only a few may.
  public var choices: [String: [String]] = [:]
  public var example: String?
  /// The words that may bring a second list, such as `over`.
  var clauses: [String] = []
  public var takesDataBehindOn: Bool { clauses.contains("on") }
  /// Whether `for NAME in RANGE` may follow.
  var takesFor = false
  /// Whether a line with it is no part of the notebook: it asks for help, turns a page, leaves.
  var isAside: (CommandCall) -> Bool = { _ in false }
  /// Whether it shows pages to be read.
  var showsPages = false
  public var run: (CommandCall, Interpreter) throws(Diagnostic) -> CommandResult

  public init(
    name: String, form: CommandForm = .values, topic: Topic, syntax: String, summary: String,
    details: [String] = [], options: [(name: String, summary: String)] = [], example: String? = nil,
    run: @escaping (CommandCall, Interpreter) throws(Diagnostic) -> CommandResult
  ) {
    self.name = name
    self.form = form
    self.topic = topic
    self.syntax = syntax
    self.summary = summary
    self.details = details
    self.options = options
    self.example = example
    self.run = run
  }
}

/// The headings under which `help` lists what there is.
public enum Topic: String, CaseIterable, Sendable {
  case course = "Lessons"
  case losses = "Losses"
  case training = "Training and data"
  case seeing = "Seeing and explaining"
  case gradients = "Gradients"
  case elementwise = "Functions of numbers"
  case vectors = "Vectors and matrices"
  case information = "Probabilities and information"
  case notebook = "The notebook"
}

extension Command {
  /// The same command, which shows pages to be read.
  public var page: Command {
    var copy = self
    copy.showsPages = true
    return copy
  }

  /// The same command, whose lines are no part of the notebook.
  public var aside: Command { aside { _ in true } }

  func aside(_ isAside: @escaping (CommandCall) -> Bool) -> Command {
    var copy = self
    copy.isAside = isAside
    return copy
  }

  /// - Throws: where the call has a `for`, or a list, that the command would not look at.
  func checkParts(of call: CommandCall) throws(Diagnostic) {
    if let clause = call.clauses.first(where: { !clauses.contains($0.word) }) {
      throw Diagnostic(
        .badCommand, "`\(name)` does not know what to do with `\(clause.word)`", at: clause.span,
        hint: "write \(syntax)")
    }
    if let binding = call.binding, !takesFor {
      throw Diagnostic(
        .badCommand, "`\(name)` does not know what to do with `for`", at: binding.nameSpan,
        hint: "write \(syntax)")
    }
  }

  func taking(
    clauses: [String] = [], takesFor: Bool = false, choices: [String: [String]] = [:]
  ) -> Command {
    var copy = self
    (copy.clauses, copy.takesFor, copy.choices) = (clauses, takesFor, choices)
    return copy
  }
}

extension Interpreter {
  /// Whether a cell is no part of the notebook.
  public func isAside(_ cell: Cell) -> Bool {
    cell.statements.allSatisfy {
      if case .command(let call) = $0.kind { commands[call.verb]?.isAside(call) ?? false } else { false }
    }
  }
}
