/// Puts outputs into the text of a notebook file.
enum RecordedOutputs {
  /// The file of a played notebook, each cell with what it showed.
  static func text(_ notebook: PlayedNotebook) -> String {
    let edits = notebook.blocks.compactMap { block -> (NotebookCell, String)? in
      guard case .cell(let played) = block, !played.results.isEmpty else { return nil }
      let text = played.text
      return played.cell.output == nil && text.isEmpty ? nil : (played.cell, text)
    }
    return replacing(edits, in: notebook.document.text)
  }

  /// Only the lines of outputs change; the others keep even their kind of line end.
  /// - Parameter edits: cells in the order of the file. One that had no output gets a block behind it.
  static func replacing(_ edits: [(cell: NotebookCell, text: String)], in text: String) -> String {
    var lines = text.linesWithEnds
    let isOpen = lines.last.map { $0.withoutLineEnd == $0 } ?? false
    if isOpen { lines[lines.count - 1] += "\n" }
    for (cell, text) in edits.reversed() {
      if let output = cell.output {
        replace(output, text, &lines)
      } else {
        insert(text, behind: cell, &lines)
      }
    }
    return isOpen ? lines.joined().withoutLineEnd : lines.joined()
  }

  private static func replace(_ output: NotebookCell.Output, _ text: String, _ lines: inout [String]) {
    guard output.lastLine <= lines.count else { return }
    let end = lineEnd(lines[output.firstLine - 1])
    var new = text.isEmpty ? [] : text.lines.map { $0 + end }
    if !output.isClosed { new.append(output.fence + end) }
    let last = output.isClosed ? output.lastLine - 1 : output.lastLine
    lines.replaceSubrange(output.firstLine..<last, with: new)
  }

  private static func insert(_ text: String, behind cell: NotebookCell, _ lines: inout [String]) {
    guard cell.lastLine <= lines.count, lines.indices.contains(cell.firstLine - 2) else { return }
    let opening = lines[cell.firstLine - 2].drop { $0 == " " }
    let end = lineEnd(lines[cell.firstLine - 2])
    let codeFence = String(opening.prefix { $0 == opening.first })
    let isClosed =
      cell.lastLine >= cell.firstLine
      && lines[cell.lastLine - 1].drop(while: { $0 == " " }).hasPrefix(codeFence)
    let block = Fence.block("output", text).lines
    let new = (isClosed ? block : [codeFence] + block).map { $0 + end }
    lines.insert(contentsOf: new, at: cell.lastLine)
  }

  private static func lineEnd(_ line: String) -> String {
    String(line.dropFirst(line.withoutLineEnd.count))
  }
}
