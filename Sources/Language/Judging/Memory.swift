/// What the cells have defined so far. Kept aside, it brings back the variables as they were.
public struct Memory {
  var globals: [String: Value] = [:]
  var results: [Int: Value] = [:]
  /// The cell that each variable has its value from.
  var origins: [String: Int] = [:]
  var settings = Settings()
  var lastExpression: (expression: Expression, source: SourceText)?

  /// Nothing defined.
  public init() {}

  init(_ interpreter: Interpreter) {
    (globals, results, origins) = (interpreter.globals, interpreter.results, interpreter.origins)
    lastExpression = interpreter.lastExpression
    settings = interpreter.settings
  }

  public subscript(name: String) -> Value? {
    get { globals[name] }
    set { globals[name] = newValue }
  }

  /// Whether a name has a value, or none, and nobody could tell it from the one that it has here.
  public func agrees(with value: Value?, on name: String) -> Bool {
    guard let own = globals[name], let value else { return globals[name] == nil && value == nil }
    return own.isSameThroughout(as: value)
  }

  /// This memory, with the variables of another one over those of the same name.
  public func overlaid(by other: Memory) -> Memory {
    var memory = self
    memory.globals.merge(other.globals) { $1 }
    return memory
  }
}

extension Interpreter {
  public var memory: Memory {
    get { Memory(self) }
    set {
      (globals, results, origins) = (newValue.globals, newValue.results, newValue.origins)
      lastExpression = newValue.lastExpression
      settings = newValue.settings.withManner(of: settings)
    }
  }

  /// Runs cells without showing anything; what they define stays.
  /// - Returns: what the last one gave or assigned.
  public func result(of code: String) throws(Diagnostic) -> Value {
    var value = Value.nothing
    for cell in try cells(of: code) {
      let outcome = run(cell, number: 0)
      results[0] = nil
      if let error = outcome.error { throw error }
      value = outcome.value ?? outcome.assigned ?? .nothing
    }
    return value
  }

  /// Whether a condition holds.
  /// - Throws: where it cannot be computed.
  public func holds(_ condition: String) throws(Diagnostic) -> Bool { try result(of: condition).isTrue }

  /// What stands left of the comparison that a condition is, as text; of another condition its value.
  public func leftSide(of condition: String) throws(Diagnostic) -> String {
    guard let cell = try cells(of: condition).last, let expression = cell.statements.last?.mainExpression
    else {
      return ""
    }
    guard case .comparison(_, let left, _) = expression.kind else {
      return try result(of: condition).shortText
    }
    return try inside(cell.source) { () throws(Diagnostic) in try evaluate(left) }.shortText
  }

  /// Runs `body` with other variables, and brings back those that are.
  public func remembering<T>(
    _ other: Memory, _ body: () throws(Diagnostic) -> T
  ) throws(Diagnostic) -> T {
    let own = memory
    memory = other
    defer { memory = own }
    return try body()
  }

  /// The cells of a text.
  public func cells(of code: String) throws(Diagnostic) -> [Cell] {
    var parser = Parser(SourceText(code), verbs: verbs)
    var cells: [Cell] = []
    while let cell = try parser.nextCell() { cells.append(cell) }
    return cells
  }
}
