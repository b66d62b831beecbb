import Language

/// One cell as one line of JSON, for programs.
public struct CellJSON {
  /// The line, without its end.
  public let line: String

  public init(_ result: CellResult, layout: Layout) {
    let outcome = result.outcome
    var object = JSONLine()
    object.add("cell", .number(Double(result.number)))
    object.add("input", .text(result.input))
    object.add("ok", .truth(outcome.error == nil))
    if let error = outcome.error {
      object.add("error", Self.failure(error, result).text)
    } else {
      let value = outcome.value ?? outcome.assigned
      object.add("type", .text(value?.typeName ?? "nothing"))
      object.add("value", value?.json ?? .null)
      object.add("text", .text(outcome.pieces.plainText(layout)))
    }
    if !outcome.notes.isEmpty { object.add("notes", .list(outcome.notes.map { .text($0.text) })) }
    line = object.text
  }

  private static func failure(_ error: Diagnostic, _ result: CellResult) -> JSONLine {
    let place = (error.source ?? result.source).place(of: error.span.start)
    var object = JSONLine()
    object.add("message", .text(error.message))
    object.add("line", .number(Double(place.line)))
    object.add("column", .number(Double(place.column)))
    if let hint = error.hint { object.add("hint", .text(hint)) }
    return object
  }
}
