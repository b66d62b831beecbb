extension Expression {
  /// The expression with `change` made at one place, for each place and each change; and at all places at once.
  func variants(_ change: (Expression) -> [Expression.Kind]) -> [Expression] {
    var places = 0
    let single = variants(change, counting: &places)
    guard places > 1, let everywhere = changed(change) else { return single }
    return single + [everywhere]
  }

  private func variants(
    _ change: (Expression) -> [Expression.Kind], counting places: inout Int
  ) -> [Expression] {
    let own = change(self).map { Expression(kind: $0, span: span) }
    if !own.isEmpty { places += 1 }
    var result = own
    let parts = parts
    for (index, part) in parts.enumerated() {
      for variant in part.variants(change, counting: &places) {
        var changed = parts
        changed[index] = variant
        result.append(with(parts: changed))
      }
    }
    return result
  }

  /// The expression with the first change made wherever there is one; nothing where there is none.
  private func changed(_ change: (Expression) -> [Expression.Kind]) -> Expression? {
    let changedParts = parts.map { $0.changed(change) }
    let inner =
      changedParts.contains { $0 != nil } ? with(parts: zip(parts, changedParts).map { $1 ?? $0 }) : self
    if let kind = change(inner).first { return Expression(kind: kind, span: span) }
    return changedParts.contains { $0 != nil } ? inner : nil
  }

  /// The same expression made of other parts, as many as `parts` has.
  func with(parts: [Expression]) -> Expression {
    var rest = parts[...]
    func next() -> Expression { rest.popFirst() ?? self }
    let kind: Kind =
      switch self.kind {
      case .number, .text, .truth, .name: self.kind
      case .list(let items): .list(items.map { _ in next() })
      case .logical(let operation, let items): .logical(operation, items.map { _ in next() })
      case .unary(let operation, _): .unary(operation, next())
      case .chain(_, let links):
        .chain(next(), links.map { Link(operation: $0.operation, operand: next()) })
      case .power: .power(next(), next())
      case .comparison(let operation, _, _): .comparison(operation, next(), next())
      case .range(let from, let to, let step):
        .range(from: from.map { _ in next() }, to: to.map { _ in next() }, step: step.map { _ in next() })
      case .call(let name, let nameSpan, let arguments):
        .call(
          name: name, nameSpan: nameSpan,
          arguments: arguments.map { Argument(name: $0.name, nameSpan: $0.nameSpan, value: next()) })
      case .index(_, let items): .index(next(), items.map { _ in next() })
      case .field(_, let name, let nameSpan): .field(next(), name: name, nameSpan: nameSpan)
      case .conditional: .conditional(next(), next(), next())
      }
    return Expression(kind: kind, span: span)
  }

  /// The names of the functions that are called anywhere inside.
  var calledNames: Set<String> {
    var names = parts.reduce(into: Set<String>()) { $0.formUnion($1.calledNames) }
    if case .call(let name, _, _) = kind { names.insert(name) }
    return names
  }
}
