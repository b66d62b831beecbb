/// Which names the statements of a function use.
enum NameUse {
  /// The names that are given a value, loops' variables included.
  static func assigned(_ statements: [Statement]) -> Set<String> {
    statements.reduce(into: []) { names, statement in
      switch statement.kind {
      case .assign(let name, _, _): names.insert(name)
      case .loop(let variable, _, _, let body):
        names.insert(variable)
        names.formUnion(assigned(body))
      case .conditional(_, let then, let otherwise): names.formUnion(assigned(then + otherwise))
      default: break
      }
    }
  }

  /// Whether a name can be read before it has a value of its own: as it stands, or where a branch or a loop gives it one.
  static func isReadFirst(_ name: String, _ statements: [Statement]) -> Bool {
    for statement in statements {
      switch statement.kind {
      case .expression(let e), .assert(let e): if e.mentions(name) { return true }
      case .assign(let target, _, .expression(let e)):
        if e.mentions(name) { return true }
        if target == name { return false }
      case .loop(let variable, _, let range, let body):
        if range.mentions(name) || (variable != name && isReadFirst(name, body)) { return true }
      case .conditional(let condition, let then, let otherwise):
        if condition.mentions(name) || isReadFirst(name, then) || isReadFirst(name, otherwise) { return true }
      default: break
      }
    }
    return false
  }

  /// Every name that a function reads or calls, its own variables among them.
  static func all(_ function: FunctionDefinition) -> Set<String> {
    var names: Set<String> = []
    switch function.body {
    case .expression(let expression): collect(expression, &names)
    case .block(let statements): collect(statements, &names)
    }
    return names
  }

  private static func collect(_ statements: [Statement], _ names: inout Set<String>) {
    for statement in statements {
      switch statement.kind {
      case .expression(let e), .assert(let e), .assign(_, _, .expression(let e)): collect(e, &names)
      case .loop(_, _, let range, let body):
        collect(range, &names)
        collect(body, &names)
      case .conditional(let condition, let then, let otherwise):
        collect(condition, &names)
        collect(then + otherwise, &names)
      case .define(let function): names.formUnion(all(function))
      case .command, .assign(_, _, .command): break
      }
    }
  }

  private static func collect(_ expression: Expression, _ names: inout Set<String>) {
    if let name = expression.bareName { names.insert(name) }
    if case .call(let name, _, _) = expression.kind { names.insert(name) }
    for part in expression.parts { collect(part, &names) }
  }
}

extension Interpreter {
  /// The variables and functions that a function uses, and those that they use.
  func globals(reachedFrom function: FunctionDefinition) -> [String: Value] {
    var found: [String: Value] = [:]
    var open = [function]
    while let next = open.popLast() {
      for name in NameUse.all(next) where found[name] == nil {
        guard let value = globals[name] else { continue }
        found[name] = value
        if case .function(let inner) = value { open.append(inner) }
      }
    }
    return found
  }
}
