import FoundationEssentials
import Language

/// One cell as one line of JSON, for programs.
public struct CellJSON: Encodable {
  private struct Failure: Encodable {
    let message: String
    let line: Int
    let column: Int
    let hint: String?
  }

  private let cell: Int
  private let input: String
  private let ok: Bool
  private let type: String?
  private let value: JSONValue?
  private let text: String?
  private let notes: [String]?
  private let error: Failure?

  public init(_ result: CellResult, layout: Layout) {
    let outcome = result.outcome
    cell = result.number
    input = result.input
    ok = outcome.error == nil
    let place = outcome.error.map { ($0.source ?? result.source).place(of: $0.span.start) }
    error = outcome.error.map {
      Failure(message: $0.message, line: place?.line ?? 1, column: place?.column ?? 1, hint: $0.hint)
    }
    type = ok ? outcome.value?.typeName ?? "nothing" : nil
    value = ok ? outcome.value?.json ?? .null : nil
    text = ok ? outcome.pieces.plainText(layout) : nil
    notes = outcome.notes.isEmpty ? nil : outcome.notes.map(\.text)
  }

  /// The line, without its end.
  public var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let data = try? encoder.encode(self) else { return #"{"ok":false}"# }
    return String(decoding: data, as: UTF8.self)
  }
}
