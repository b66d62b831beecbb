import Language

/// What a cell showed, as outputs of Jupyter.
enum JupyterOutputs {
  static func outputs(_ cell: PlayedCell, _ count: JSONValue) -> [JSONValue] {
    var outputs = cell.results.flatMap { MimeBundle.bundles($0.shownPieces) }.map(display)
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

  private static func display(_ bundle: MimeBundle) -> JSONValue {
    .object([
      "data": .object(bundle.forms.mapValues { .sourceLines($0) }), "metadata": bundle.metadata,
      "output_type": .text("display_data"),
    ])
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
