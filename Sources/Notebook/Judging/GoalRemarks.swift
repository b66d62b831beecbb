import Language

// What is said to a cell that was meant for a goal, and sets nothing that its conditions can be tried on.
extension Judge {
  /// - Parameters:
  ///   - names: What the conditions look at.
  ///   - error: Why they cannot be computed; nothing where they do not hold.
  func remark(
    on cell: Cell, _ outcome: Outcome, _ names: Set<String>, _ error: Diagnostic? = nil
  ) throws(Diagnostic) -> String? {
    let wanted = wantedNames(names)
    let set = wanted.filter(cell.assignedNames.contains)
    let isRun = if case .run? = outcome.value { true } else { false }
    guard !set.isEmpty || isRun || cell.isBareNumber else { return nil }
    let memory = interpreter.memory
    let missing = wanted.filter { memory[$0] == nil }
    if !missing.isEmpty { return Self.missing(missing, isRun: isRun, also: !set.isEmpty) }
    if cell.isBareNumber { return try remarkOnNumber(outcome, wanted) }
    guard let error, !set.isEmpty else { return nil }
    if let name = set.first, let other = try otherKind(of: memory[name], name) {
      return Self.remark(other.given, other.wanted, on: "`\(name)`")
    }
    return "It cannot be judged so: \(error.message)."
  }

  /// The names that are to be set: those that the solution sets, in its order.
  private func wantedNames(_ names: Set<String>) -> [String] {
    let defined = ((try? interpreter.cells(of: solution)) ?? []).flatMap(\.definedNames)
    return defined.enumerated().filter { names.contains($1) && !defined[..<$0].contains($1) }.map(\.element)
  }

  private static func missing(_ names: [String], isRun: Bool, also: Bool) -> String {
    let verb = names.count == 1 ? "is" : "are"
    return "The question looks at \(quoted(names))\(also ? " too" : ""), which \(verb) not there yet: "
      + lines(names, isRun ? "train ..." : "...")
  }

  private static func quoted(_ names: [String]) -> String { listed(names.map { "`\($0)`" }, "and") }

  /// What sets the names.
  private static func lines(_ names: [String], _ value: String) -> String {
    names.map { "\($0) = \(value)" }.joined(separator: "; ")
  }

  /// A number alone sets nothing.
  private func remarkOnNumber(_ outcome: Outcome, _ wanted: [String]) throws(Diagnostic) -> String? {
    if wanted.isEmpty {
      return try otherKind(of: outcome.value, nil).map { Self.remark($0.given, $0.wanted) }
    }
    return "The question looks at \(Self.quoted(wanted)). To answer, type \(Self.lines(wanted, "..."))"
  }

  /// What a value is and what the solution has in its place, where these are of two kinds.
  /// - Parameter name: the value's; without one it is what the solution gives.
  private func otherKind(
    of value: Value?, _ name: String?
  ) throws(Diagnostic) -> (given: String, wanted: String)? {
    let own = interpreter.memory
    defer { interpreter.memory = own }
    interpreter.memory = opened
    let result = try interpreter.result(of: solution)
    guard let right = name.map({ interpreter.memory[$0] }) ?? result, let value,
      case .otherKind(let given, let wanted) = value.agreement(with: right, .standard), given != wanted
    else { return nil }
    return (given, wanted)
  }
}
