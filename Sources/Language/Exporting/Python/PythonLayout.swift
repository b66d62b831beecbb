/// Sets statements on lines of at most 88 characters, as the formatter black would.
enum PythonLayout {
  static let width = 88

  /// `prefix` + expression + `suffix`, such as `return ` and nothing.
  static func statement(
    _ prefix: String, _ expression: PythonExpression, indent: Int = 0, suffix: String = ""
  ) -> [String] {
    let space = String(repeating: " ", count: indent)
    let line = space + prefix + expression.text + suffix
    if line.count <= width { return [line] }
    switch expression {
    case .call(let function, let arguments):
      return bracketed(space + prefix + function + "(", arguments, indent: indent, closing: ")" + suffix)
    case .list(let items):
      return bracketed(
        space + prefix + "[", items.map { .init(name: nil, value: $0) }, indent: indent,
        closing: "]" + suffix)
    case .chain, .comparison, .choice:
      return [space + prefix + "("] + broken(expression, indent: indent + 4) + [space + ")" + suffix]
    case .suffix(.call(let function, let arguments), let rest):
      return bracketed(
        space + prefix + function + "(", arguments, indent: indent, closing: ")" + rest + suffix)
    default: return [line]
    }
  }

  /// Arguments on one line of their own if they fit there, or each on its own.
  private static func bracketed(
    _ opening: String, _ arguments: [PythonExpression.Argument], indent: Int, closing: String
  ) -> [String] {
    let inside = String(repeating: " ", count: indent + 4)
    let joined = inside + arguments.map(\.text).joined(separator: ", ")
    let end = String(repeating: " ", count: indent) + closing
    if joined.count <= width { return [opening, joined, end] }
    let lines = arguments.flatMap { argument -> [String] in
      let name = argument.name.map { $0 + "=" } ?? ""
      let line = inside + argument.text + ","
      if line.count <= width { return [line] }
      if case .chain = argument.value {
        var lines = broken(argument.value, indent: indent + 4)
        lines[lines.count - 1] += ","
        return lines
      }
      return statement(name, argument.value, indent: indent + 4, suffix: ",")
    }
    return [opening] + lines + [end]
  }

  /// A chain with each operator at the start of a line, if it does not fit on one.
  private static func broken(_ expression: PythonExpression, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    let line = space + expression.text
    guard line.count > width, case .chain(let binding, let first, let rest) = expression else {
      return [line]
    }
    return statement("", bracket(first, first.binding < binding), indent: indent)
      + rest.flatMap { link in
        statement(
          link.operation + " ", bracket(link.operand, link.operand.binding <= binding), indent: indent)
      }
  }

  private static func bracket(_ expression: PythonExpression, _ isNeeded: Bool) -> PythonExpression {
    isNeeded ? .atom("(" + expression.text + ")") : expression
  }
}

