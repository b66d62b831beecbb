// Which names a cell speaks of.
extension Cell {
  /// The names that the cell gives a value to at its top, in order.
  public var definedNames: [String] {
    statements.compactMap {
      switch $0.kind {
      case .assign(let name, _, _): name
      case .define(let function): function.name
      default: nil
      }
    }
  }

  /// Every name that the cell gives a value to, in loops and branches too.
  public var assignedNames: Set<String> { NameUse.assigned(statements).union(definedNames) }

  /// The names that the cell reads, and that the functions it defines will read when they are called.
  public var usedNames: Set<String> {
    let functions = statements.compactMap {
      if case .define(let function) = $0.kind { function } else { nil }
    }
    return functions.reduce(use.names) { $0.union($1.use.names) }.subtracting([CellUse.settings])
  }

  /// The names whose old values do not matter: the cell gives them new ones and reads them nowhere.
  public var freshNames: Set<String> { Set(definedNames).subtracting(usedNames) }
}

extension Interpreter {
  /// The names that a piece of code reads, and those that the functions behind them read.
  public func names(reachedFrom code: String) -> Set<String> {
    let cells = (try? cells(of: code)) ?? []
    let names = cells.reduce(into: Set<String>()) { $0.formUnion($1.usedNames) }
    return reach(of: CellUse(names: names)).names
  }
}
