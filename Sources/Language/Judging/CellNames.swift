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

  /// The names whose old values do not matter: the cell gives them new ones and reads them nowhere.
  public var freshNames: Set<String> {
    Set(definedNames).filter { name in source.names(in: span).count { $0 == name } == 1 }
  }

  /// Every name that the cell reads, and those of options, but not the parameters of a function that it defines.
  public var usedNames: Set<String> {
    var names: Set<String> = []
    for statement in statements {
      guard case .define(let function) = statement.kind else {
        names.formUnion(source.names(in: statement.span))
        continue
      }
      names.formUnion(NameUse.all(function).subtracting(function.parameters))
    }
    return names
  }
}

extension SourceText {
  /// The names between two places, each as often as it stands there; those of fields are left out.
  fileprivate func names(in span: Span) -> [String] {
    var lexer = Lexer(SourceText(text(span)))
    var names: [String] = []
    var isField = false
    while let token = try? lexer.next(), token.kind != .end {
      if case .name(let name) = token.kind, !isField { names.append(name) }
      isField = token.kind == .symbol(.dot)
    }
    return names
  }
}

extension Interpreter {
  /// The names that a piece of code reads, and those that the functions behind them read.
  public func names(reachedFrom code: String) -> Set<String> {
    var names = ((try? cells(of: code)) ?? []).reduce(into: Set<String>()) { $0.formUnion($1.usedNames) }
    for name in names {
      guard case .function(let function)? = globals[name] else { continue }
      names.formUnion(globals(reachedFrom: function).keys)
    }
    return names
  }
}
