/// The syntax tree. Every node knows where it stands in the source.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case name(String)
    case list([Expression])
    case unary(UnaryOperator, Expression)
    /// Left-associative operators of one precedence, kept flat so that a long sum is no deep tree.
    case chain(Expression, [Link])
    case power(Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case logical(LogicalOperator, [Expression])
    /// Bounds may be missing inside an index.
    case range(from: Expression?, to: Expression?, step: Expression?)
    case call(name: String, nameSpan: Span, arguments: [Argument])
    case index(Expression, [Expression])
    case field(Expression, name: String, nameSpan: Span)
    case conditional(Expression, Expression, Expression)
  }

  struct Link: Sendable {
    let operation: ArithmeticOperator
    let operand: Expression
  }

  let kind: Kind
  let span: Span

  /// The expressions that this one is made of.
  var parts: [Expression] {
    switch kind {
    case .number, .text, .truth, .name: []
    case .list(let items), .logical(_, let items): items
    case .unary(_, let operand): [operand]
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .power(let a, let b), .comparison(_, let a, let b): [a, b]
    case .range(let from, let to, let step): [from, to, step].compactMap { $0 }
    case .call(_, _, let arguments): arguments.map(\.value)
    case .index(let base, let items): [base] + items
    case .field(let base, _, _): [base]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }

  func mentions(_ name: String) -> Bool { bareName == name || parts.contains { $0.mentions(name) } }

  /// The names between the dots of `a.b.c`; the first is empty where it is no name.
  var names: [String] {
    switch kind {
    case .name(let name): [name]
    case .field(let base, let name, _): base.names + [name]
    default: [""]
    }
  }

  /// Whether an index behind the text of the expression would belong to its last part only.
  var needsBrackets: Bool {
    switch kind {
    case .unary, .chain, .power, .comparison, .logical, .range, .conditional: true
    default: false
    }
  }

  var isRange: Bool { if case .range = kind { true } else { false } }

  /// What stands in square brackets, or the expression alone where it is no list.
  var items: [Expression] { if case .list(let items) = kind { items } else { [self] } }

  /// The name, if the expression is nothing else.
  var bareName: String? {
    if case .name(let name) = kind { return name }
    return nil
  }
}

struct Argument: Sendable {
  let name: String?
  let nameSpan: Span?
  let value: Expression
}

enum UnaryOperator: Sendable { case minus, plus, not }
enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case product = "@"
}
enum Comparison: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}
enum LogicalOperator: String, Sendable { case and, or }
