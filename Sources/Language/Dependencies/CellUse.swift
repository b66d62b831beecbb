/// What a cell needs from the cells before it, as far as its text says.
public struct CellUse: Equatable, Sendable {
  /// Names that it reads before it gives them a value of its own: variables and functions, `ans`, and `out[n]` under
  /// just that name.
  public internal(set) var names: Set<String> = []
  /// Whether it may look at whatever there is: `why`, an `out` whose number is computed.
  public internal(set) var isOfEverything = false

  public static let everything = CellUse(isOfEverything: true)

  /// The name under which the settings are known, which every cell reads: the command that changes them. No variable can
  /// have it.
  public static let settings = "set"

  /// The name under which the value that a cell showed is known.
  public static func out(_ number: Int) -> String { "out[\(number)]" }
}

extension Cell {
  /// What the cell needs. It may be more than running it would look at, and is never less.
  public var use: CellUse {
    var reader = UseReader(definesOnly: statements.count == 1)
    reader.read(statements)
    reader.add(CellUse.settings)
    return reader.use
  }
}

extension FunctionDefinition {
  /// What a call of the function reads beside its arguments.
  var use: CellUse {
    var reader = UseReader(definesOnly: false)
    reader.assigned = Set(parameters)
    switch body {
    case .expression(let expression): reader.read(expression)
    case .block(let statements): reader.read(statements)
    }
    return reader.use
  }
}

extension Interpreter {
  /// The names behind a use: also those that functions of the reader's own look up when they are called.
  public func reach(of use: CellUse) -> CellUse {
    var found = CellUse(names: [], isOfEverything: use.isOfEverything)
    var open = Array(use.names)
    while let name = open.popLast() {
      guard found.names.insert(name).inserted, case .function(let function)? = globals[name] else { continue }
      let inner = function.use
      found.isOfEverything = found.isOfEverything || inner.isOfEverything
      open += inner.names
    }
    return found
  }
}

/// Goes through statements in their order and collects what they read.
private struct UseReader {
  private(set) var use = CellUse()
  /// The names that have a value of the statements' own by now, whichever way they went.
  var assigned: Set<String> = []
  /// Whether a definition is all there is, so that nothing can call it yet.
  let definesOnly: Bool
  /// The command whose file may read anything.
  private static let runningFiles = "source"

  init(definesOnly: Bool) { self.definesOnly = definesOnly }

  mutating func read(_ statements: [Statement]) {
    for statement in statements { read(statement) }
  }

  private mutating func read(_ statement: Statement) {
    switch statement.kind {
    case .expression(let expression), .assert(let expression): read(expression)
    case .assign(let name, _, let right):
      switch right {
      case .expression(let expression): read(expression)
      case .command(let call): read(call)
      }
      assign(name)
    case .define(let function):
      if !definesOnly { add(function.use) }
      assign(function.name)
    case .loop(let variable, _, let range, let body):
      read(range)
      readBranch(body, with: variable)
    case .conditional(let condition, let then, let otherwise):
      read(condition)
      readBranch(then)
      readBranch(otherwise)
    case .command(let call): read(call)
    }
  }

  /// Statements that may not run: what they assign counts for themselves alone.
  private mutating func readBranch(_ statements: [Statement], with variable: String? = nil) {
    let before = assigned
    if let variable { assigned.insert(variable) }
    read(statements)
    assigned = before
  }

  /// Hiding a built-in is remarked upon once, where the name had no value before.
  private mutating func assign(_ name: String) {
    if Builtin.named(name) != nil { add(name) }
    assigned.insert(name)
  }

  private mutating func read(_ call: CommandCall) {
    if let statement = call.statement { return read(statement) }
    // It needs the settings alone, which every cell reads.
    if call.verb == CellUse.settings { return }
    if call.verb == Self.runningFiles { use.isOfEverything = true }
    let before = assigned
    if let binding = call.binding {
      read(binding.range)
      assigned.insert(binding.name)
    }
    let clauses = call.clauses.flatMap(\.values)
    for expression in call.values + call.options.map(\.value) + clauses { read(expression) }
    assigned = before
    // What is given nothing finds something to look at by itself.
    if call.values.isEmpty, clauses.isEmpty, call.binding == nil { use.isOfEverything = true }
  }

  mutating func read(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): add(name)
    case .call(let name, _, _): add(name)
    case .index(let base, let items) where base.bareName == "out":
      if items.count == 1, case .number(let number) = items[0].kind, let whole = Int(exactly: number) {
        return add(CellUse.out(whole))
      }
      use.isOfEverything = true
    default: break
    }
    for part in expression.parts { read(part) }
  }

  mutating func add(_ name: String) {
    if !assigned.contains(name) { use.names.insert(name) }
  }

  private mutating func add(_ other: CellUse) {
    other.names.forEach { add($0) }
    use.isOfEverything = use.isOfEverything || other.isOfEverything
  }
}
