import Language

/// A notebook in the format of Jupyter, nbformat 4.5.
struct JupyterNotebook {
  /// How such a file begins. Jupyter itself puts the cells first, so a notebook that somebody has saved there begins
  /// otherwise.
  static let mark = """
    {
     "metadata": {
      "kernelspec": {
       "display_name": "Lossbook",
    """

  static func text(_ notebook: PlayedNotebook) -> String {
    var writer = JupyterNotebook()
    for block in notebook.blocks { writer.add(block) }
    let metadata = JSONValue.object([
      "kernelspec": .object([
        "display_name": .text("Lossbook"), "language": .text("lossbook"), "name": .text("lossbook"),
      ]),
      "language_info": .object([
        "file_extension": .text(".loss"), "mimetype": .text("text/x-lossbook"), "name": .text("lossbook"),
      ]),
      "title": .text(notebook.title),
    ])
    return "{\n \"metadata\": \(metadata.laidOut(1)),\n \"nbformat\": 4,\n \"nbformat_minor\": 5,\n"
      + " \"cells\": \(JSONValue.list(writer.cells).laidOut(1))\n}\n"
  }

  private var cells: [JSONValue] = []
  private var identifiers = UniqueNames(firstNumber: 2)
  private var executionCount = 0

  private mutating func add(_ block: PlayedNotebook.Block) {
    switch block {
    case .prose(let prose): addMarkdown(prose.shownSource)
    case .cell(let cell): addCode(cell)
    case .question(let question):
      addMarkdown(JupyterQuestion.markdown(question))
      if question.isKept, let solution = question.solution { addSolution(solution) }
    case .pageBreak: addMarkdown("---")
    }
  }

  private mutating func addMarkdown(_ text: String) {
    guard !text.isEmpty else { return }
    cells.append(
      .object([
        "cell_type": .text("markdown"), "id": .text(identifier("markdown", text)), "metadata": .object([:]),
        "source": .sourceLines(text),
      ]))
  }

  private mutating func addCode(
    _ cell: PlayedCell, source: String? = nil, metadata: [String: JSONValue] = [:]
  ) {
    let code = source ?? cell.code.trimmedLines
    if !cell.results.isEmpty { executionCount += 1 }
    let count: JSONValue = cell.results.isEmpty ? .null : .number(Double(executionCount))
    cells.append(
      .object([
        "cell_type": .text("code"), "execution_count": count, "id": .text(identifier("code", code)),
        "metadata": .object(metadata), "outputs": .list(JupyterOutputs.outputs(cell, count)),
        "source": .sourceLines(code),
      ]))
  }

  /// The solution of a question whose definition later cells use, folded away.
  private mutating func addSolution(_ solution: PlayedCell) {
    let source =
      "# A solution, which the cells below may use. Put your own in its place.\n" + solution.code.trimmedLines
    addCode(
      solution, source: source,
      metadata: ["jupyter": .object(["source_hidden": .truth(true)]), "tags": .list([.text("solution")])])
  }

  /// A name that stays the same as long as the cell does.
  private mutating func identifier(_ kind: String, _ source: String) -> String {
    identifiers.take(Fingerprint.of(kind + " " + source))
  }
}

extension JSONValue {
  /// A text as the list of its lines, each with its end.
  static func sourceLines(_ text: String) -> JSONValue {
    let lines = text.lines
    return .list(lines.enumerated().map { .text($1 + ($0 + 1 < lines.count ? "\n" : "")) })
  }

  /// The value over several lines, as Jupyter writes it: a blank for each level, members sorted by name.
  func laidOut(_ level: Int) -> String {
    func lines(_ items: [String], _ open: String, _ close: String) -> String {
      guard !items.isEmpty else { return open + close }
      let blanks = String(repeating: " ", count: level)
      return open + "\n" + items.map { blanks + " " + $0 }.joined(separator: ",\n") + "\n" + blanks + close
    }
    switch self {
    case .list(let list): return lines(list.map { $0.laidOut(level + 1) }, "[", "]")
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      return lines(
        sorted.map { JSONValue.text($0.key).line + ": " + $0.value.laidOut(level + 1) }, "{", "}")
    default: return line
    }
  }
}
