/// A Python expression that knows how tightly it binds.
indirect enum PythonExpression: Sendable {
  /// A name, an attribute, or any text that needs no brackets.
  case atom(String)
  /// A whole number is written without a point, except where a function would take it for an integer.
  case number(Double)
  case call(String, [Argument])
  /// `x.float()`, `x[0]`.
  case suffix(PythonExpression, String)
  case list([PythonExpression])
  case prefix(String, PythonExpression)
  /// Operators of one precedence, from left to right.
  case chain(Binding, PythonExpression, [(operation: String, operand: PythonExpression)])
  case power(PythonExpression, PythonExpression)
  case comparison(String, PythonExpression, PythonExpression)
  case choice(PythonExpression, condition: PythonExpression, otherwise: PythonExpression)

  struct Argument: Sendable {
    var name: String?
    var value: PythonExpression
  }

  /// From the loosest to the tightest.
  enum Binding: Int, Comparable, Sendable {
    case choice, or, and, not, comparison, sum, product, sign, power, atom
    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }
}

extension PythonExpression {
  static func call(_ function: String, _ arguments: PythonExpression...) -> PythonExpression {
    .call(function, arguments.map { Argument(name: nil, value: $0) })
  }

  var binding: Binding {
    switch self {
    case .atom, .call, .suffix, .list: .atom
    case .number(let value): value.sign == .minus ? .sign : .atom
    case .prefix(let sign, _): sign == "not " ? .not : sign == "lambda: " ? .choice : .sign
    case .chain(let binding, _, _): binding
    case .power: .power
    case .comparison: .comparison
    case .choice: .choice
    }
  }

  /// All of it on one line.
  var text: String {
    switch self {
    case .atom(let text): return text
    case .number(let value): return PythonText.number(value)
    case .call(let function, let arguments):
      return function + "(" + arguments.map(\.text).joined(separator: ", ") + ")"
    case .suffix(let base, let suffix): return base.text(atLeast: .atom) + suffix
    case .list(let items): return "[" + items.map(\.elementText).joined(separator: ", ") + "]"
    case .prefix("-", .power(let base, let exponent)):
      return "-(" + PythonExpression.power(base, exponent).text + ")"
    case .prefix(let sign, let operand): return sign + operand.text(atLeast: binding)
    case .chain(let binding, let first, let rest):
      return rest.reduce(first.text(atLeast: binding)) {
        $0 + " \($1.operation) " + $1.operand.text(above: binding)
      }
    case .power(let base, let exponent):
      return Self.power(base.text(above: .power), exponent.text(atLeast: .sign), base, exponent)
    case .comparison(let sign, let a, let b):
      return a.text(above: .comparison) + " \(sign) " + b.text(above: .comparison)
    case .choice(let value, let condition, let otherwise):
      return value.text(above: .choice) + " if " + condition.text(above: .choice) + " else "
        + otherwise.text(atLeast: .choice)
    }
  }

  /// Black sets `**` tight between names and numbers.
  private static func power(
    _ a: String, _ b: String, _ base: PythonExpression, _ exponent: PythonExpression
  ) -> String {
    base.isSimple && exponent.isSimple ? a + "**" + b : a + " ** " + b
  }

  private var isSimple: Bool {
    switch self {
    case .number: true
    case .atom(let text): !text.contains("(")
    default: false
    }
  }

  func text(atLeast minimum: Binding) -> String { binding < minimum ? "(" + text + ")" : text }
  func text(above minimum: Binding) -> String { binding <= minimum ? "(" + text + ")" : text }

  /// As an argument or an element, where 1 would make a tensor of integers.
  var elementText: String {
    if case .number(let value) = self { return PythonText.float(value) }
    return text
  }
}

extension PythonExpression.Argument {
  var text: String { (name.map { $0 + "=" } ?? "") + value.elementText }
}
