import Language

/// Runs a notebook from clean and compares what its cells show with what the file says.
public struct NotebookCheck {
  /// A cell that did not do what the file says.
  public struct Finding {
    /// The line of the cell, counted from 1.
    public let line: Int
    public let message: String
    /// What the file says and what came, line by line; `-` and `+` before the lines that differ.
    public let difference: [String]
    /// Whether new outputs in the file would mend it.
    public let isMendedByUpdate: Bool
  }

  public let document: NotebookDocument
  public let findings: [Finding]
  public let cellCount: Int
  /// The file with every recorded output replaced by what came.
  public let updatedText: String

  /// Outputs are recorded at this width.
  public static let layout = Layout(width: 80)

  public init(_ document: NotebookDocument, host: Host) {
    self.document = document
    var findings: [Finding] = []
    var edits: [(cell: NotebookCell, text: String)] = []
    for document in [document] + document.examples {
      findings += document.problems.map {
        Finding(line: $0.line, message: $0.message, difference: [], isMendedByUpdate: false)
      }
      let session = Session(host: host)
      for cell in document.cells {
        let came = Self.run(cell, in: session, name: document.name)
        let finding = Self.compare(cell, came)
        if let finding { findings.append(finding) }
        if cell.output != nil, finding?.isMendedByUpdate ?? true { edits.append((cell, came.text)) }
      }
    }
    self.findings = findings.sorted { $0.line < $1.line }
    edits.sort { $0.cell.firstLine < $1.cell.firstLine }
    cellCount = document.cells.count
    updatedText = Self.update(document.text, edits)
  }

  private struct Came {
    var text: String
    var error: Diagnostic?
  }

  private static func run(_ cell: NotebookCell, in session: Session, name: String) -> Came {
    var pieces: [Piece] = []
    var error: Diagnostic?
    session.run(SourceText(cell.code, firstLine: cell.firstLine)) { result in
      pieces += result.pieces(width: layout.width)
      error = result.outcome.error
      return error == nil
    }
    return Came(text: pieces.plainText(layout), error: error)
  }

  private static func compare(_ cell: NotebookCell, _ came: Came) -> Finding? {
    guard let output = cell.output else {
      guard let error = came.error else { return nil }
      return Finding(
        line: cell.firstLine, message: "the cell fails: \(error.message)",
        difference: came.text.lines.map { "+ " + $0 },
        isMendedByUpdate: false)
    }
    guard !OutputComparison.agree(expected: output.text, actual: came.text) else { return nil }
    let difference = OutputComparison.difference(expected: output.text, actual: came.text)
    // An error is never recorded by accident: the author writes `error:` into the file first.
    if let error = came.error, !output.recordsError {
      return Finding(
        line: cell.firstLine, message: "the cell newly fails: \(error.message)", difference: difference,
        isMendedByUpdate: false)
    }
    return Finding(
      line: output.firstLine, message: "the output differs", difference: difference, isMendedByUpdate: true)
  }

  /// Only the lines of outputs change; the others keep even their kind of line end.
  private static func update(_ text: String, _ edits: [(cell: NotebookCell, text: String)]) -> String {
    let scalars = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = scalars.map { String($0) }
    for (cell, text) in edits.reversed() {
      guard let output = cell.output, output.lastLine <= lines.count else { continue }
      let end = lines[output.firstLine - 1].hasSuffix("\r") ? "\r" : ""
      var new = text.isEmpty ? [] : text.lines.map { $0 + end }
      if !output.isClosed { new.append(output.fence + end) }
      let last = output.isClosed ? output.lastLine - 1 : output.lastLine
      lines.replaceSubrange(output.firstLine..<last, with: new)
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The lines, whichever way they end.
  var lines: [String] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }
}
