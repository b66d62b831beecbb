struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case expression(Expression)
    case assign(name: String, nameSpan: Span, Right)
    case define(FunctionDefinition)
    case loop(variable: String, nameSpan: Span, Expression, [Statement])
    case conditional(Expression, [Statement], otherwise: [Statement])
    case assert(Expression)
    case command(CommandCall)
  }

  /// What an assignment takes its value from.
  enum Right: Sendable {
    case expression(Expression)
    case command(CommandCall)
  }

  let kind: Kind
  let span: Span

  /// The expression whose value the statement is about.
  var mainExpression: Expression? {
    switch kind {
    case .expression(let expression), .assign(_, _, .expression(let expression)), .assert(let expression):
      expression
    case .command(let call), .assign(_, _, .command(let call)): call.statement?.mainExpression
    default: nil
    }
  }

  /// What the value of a command is found under afterwards: the name it was given, or `ans`.
  var resultName: Expression? {
    switch kind {
    case .command(let call) where call.statement == nil: Expression(kind: .name("ans"), span: span)
    case .assign(let name, let nameSpan, .command(let call)) where call.statement == nil:
      Expression(kind: .name(name), span: nameSpan)
    default: nil
    }
  }

  var isConditional: Bool {
    if case .conditional = kind { return true }
    return false
  }
}

/// A function of the reader's own.
public struct FunctionDefinition: Sendable {
  public let name: String
  public let parameters: [String]
  let body: Body
  let span: Span
  let source: SourceText

  enum Body: Sendable {
    case expression(Expression)
    case block([Statement])
  }
}

/// A verb at the start of a line with what follows it.
public struct CommandCall: Sendable {
  public let verb: String
  public let verbSpan: Span
  /// Values separated by commas.
  var values: [Expression] = []
  /// `name=value` pairs.
  var options: [Argument] = []
  /// `for NAME in RANGE`.
  var binding: Binding?
  /// `over w`, `to data`, `on circles`, `as keras`.
  var clauses: [Clause] = []
  /// The statement behind a verb that runs one.
  var statement: Statement?
  /// What followed the verb, as it was typed.
  public let text: String
  public let span: Span

  static let clauseWords: Set<String> = ["over", "to", "on", "as"]

  struct Clause: Sendable {
    let word: String
    let span: Span
    let values: [Expression]
  }

  /// Where what followed the verb stands; the verb itself where nothing did.
  public var textSpan: Span {
    text.isEmpty ? verbSpan : Span(span.end - text.unicodeScalars.count, span.end)
  }

  func clause(_ word: String) -> Clause? { clauses.first { $0.word == word } }

  struct Binding: Sendable {
    let name: String
    let nameSpan: Span
    let range: Expression
  }
}

/// One logical line: what gets a number in the notebook.
public struct Cell: Sendable {
  let statements: [Statement]
  public let source: SourceText
  public let span: Span
  /// Whether nothing else stands on its line.
  public var isOneStatement: Bool { statements.count == 1 }
  /// The cell as it was typed.
  public var text: String { source.text(span) }
}

/// How what follows a verb is read.
public enum CommandForm: Sendable {
  /// Values, options and a `for`.
  case values
  /// `NAME in LIST`, and then the same.
  case choices
  /// Words up to the end of the line.
  case words
  /// A line of its own.
  case statement
}
