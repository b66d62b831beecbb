extension LossTranslator {
  func index(_ base: Expression, _ items: [Expression], _ span: Span) throws(Diagnostic) -> Translated {
    if case .call("shape", _, let arguments) = base.kind, arguments.count == 1, items.count == 1,
      isBuiltin("shape")
    {
      return try size(arguments[0].value, items[0])
    }
    let value = try translate(base)
    guard value.kind == .tensor || value.kind == .mask else {
      throw refusal("a single number has no elements to choose from", span, hint: nil)
    }
    var parts: [String] = []
    for item in items { parts.append(try place(item)) }
    return Translated(.suffix(value.python, "[" + parts.joined(separator: ", ") + "]"), value.kind)
  }

  /// `shape(p)[1]`.
  private func size(_ tensor: Expression, _ axis: Expression) throws(Diagnostic) -> Translated {
    let base = self.tensor(try translate(tensor)).python
    let position = try integer(axis, "an axis").text
    // The number of rows is not known while Keras compiles a step.
    if library == .keras, position == "0" { decideByValues() }
    return Translated(.suffix(base, ".shape[\(position)]"), .integer)
  }

  private func place(_ item: Expression) throws(Diagnostic) -> String {
    if case .range(let from, let to, let step) = item.kind { return try slice(from, to, step) }
    if case .number = item.kind { return try integer(item, "an index").text }
    if case .list = item.kind, library == .pytorch { return try integer(item, "an index").text }
    let value = try translate(item)
    switch (value.kind, library) {
    case (.integer, _), (.mask, .pytorch): return value.python.text
    default:
      throw refusal(
        library == .keras
          ? "Keras chooses elements by whole numbers and slices only"
          : "an index in a script is a whole number, a slice, a list of numbers or a comparison",
        item.span, hint: "where(condition, a, 0) keeps the elements that count")
    }
  }

  /// Ends are included in Lossbook, and not in Python.
  private func slice(_ from: Expression?, _ to: Expression?, _ step: Expression?) throws(Diagnostic) -> String {
    var text = ":"
    if let from { text = try integer(from, "a slice").text + ":" }
    if let to {
      let end = Self.next(try integer(to, "a slice")).text
      if end != "0" { text += end }
    }
    if let step { text += try ":" + integer(step, "a slice").text }
    return text
  }
}
