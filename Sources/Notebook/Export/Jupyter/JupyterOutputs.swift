import Language
import Plotting

/// What a cell showed, as outputs of Jupyter.
enum JupyterOutputs {
  static func outputs(_ cell: PlayedCell, _ count: JSONValue) -> [JSONValue] {
    var outputs = cell.results.flatMap { result in
      grouped(result.shownPieces).map(data)
    }.map { display($0) }
    // The value that a cell ends with is its result.
    if let last = cell.results.last, last.outcome.value != nil, last.outcome.error == nil,
      case .object(var members)? = outputs.last
    {
      members["output_type"] = .text("execute_result")
      members["execution_count"] = count
      outputs[outputs.count - 1] = .object(members)
    }
    if let last = cell.results.last, let error = last.outcome.error { outputs.append(failure(error, last)) }
    return outputs
  }

  /// A figure is an output of its own; what stands between figures is one together.
  private static func grouped(_ pieces: [Piece]) -> [[Piece]] {
    pieces.reduce(into: []) { groups, piece in
      if piece.isFigure || groups.last?.last?.isFigure ?? true {
        groups.append([piece])
      } else {
        groups[groups.count - 1].append(piece)
      }
    }
  }

  private static func display(_ data: JSONValue) -> JSONValue {
    .object(["data": data, "metadata": .object([:]), "output_type": .text("display_data")])
  }

  /// Plain text always, and beside it what a browser shows better.
  private static func data(_ pieces: [Piece]) -> JSONValue {
    var data = ["text/plain": JSONValue.sourceLines(pieces.plainText(NotebookCheck.layout))]
    if case .figure(let figure)? = pieces.first {
      data["image/svg+xml"] = .sourceLines(HTMLFigure.picture(figure))
    } else if pieces.contains(where: \.isTable) {
      data["text/html"] = .sourceLines(HTMLPieces { _ in "" }.markup(pieces))
    }
    return .object(data)
  }

  private static func failure(_ error: Diagnostic, _ result: CellResult) -> JSONValue {
    let lines = DiagnosticText.lines(error, in: result.source, width: NotebookCheck.layout.width).map(\.plain)
    return .object([
      "ename": .text("error"), "evalue": .text(error.message), "output_type": .text("error"),
      "traceback": .list(lines.map { .text($0) }),
    ])
  }
}

extension CellResult {
  /// What the cell shows, without its error.
  fileprivate var shownPieces: [Piece] {
    guard outcome.error != nil else { return pieces(width: NotebookCheck.layout.width) }
    var outcome = outcome
    outcome.error = nil
    return CellResult(number: number, input: input, source: source, outcome: outcome).pieces(
      width: NotebookCheck.layout.width)
  }
}

extension Piece {
  fileprivate var isFigure: Bool { if case .figure = self { true } else { false } }
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}
