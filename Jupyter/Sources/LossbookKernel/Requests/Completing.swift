import Language
import Notebook

/// What can stand where the cursor is.
enum Completing {
  static func reply(_ request: CodeRequest, _ session: Session) -> JSONValue {
    let line = Statement.begun(in: request.before, session)
    let (start, candidates) = session.completions(for: line, files: Files.beginning)
    // Places are counted in scalars here, and in characters there.
    let word = line.dropFirst(start).unicodeScalars.count
    let place: [String: JSONValue] = ["start": .whole(request.cursor - word), "end": .whole(request.cursor)]
    let matches = candidates.map { JSONValue.text(text($0)) }
    let types = candidates.map { candidate in
      JSONValue.object(
        place.merging([
          "text": .text(text(candidate)), "type": .text(kind(candidate)), "signature": .text(candidate.note),
        ]) { $1 })
    }
    return .ok([
      "matches": .list(matches), "cursor_start": .whole(request.cursor - word),
      "cursor_end": .whole(request.cursor),
      "metadata": .object(["_jupyter_types_experimental": .list(types)]),
    ])
  }

  /// The word, with the sign that an option's value follows. Brackets and quotes are what editors add themselves.
  private static func text(_ candidate: Session.Candidate) -> String {
    candidate.suffix == "=" ? candidate.text + "=" : candidate.text
  }

  /// The kinds that front ends have pictures for.
  private static func kind(_ candidate: Session.Candidate) -> String {
    switch candidate.suffix {
    case "(": "function"
    case "=": "param"
    case "\"": "path"
    default: candidate.text.hasSuffix("/") ? "path" : candidate.note.isEmpty ? "keyword" : "instance"
    }
  }
}

/// The statement that is being typed.
enum Statement {
  /// Lines that are looked back over for where it began.
  private static let reach = 200

  /// - Returns: what has been typed of the last statement of a text.
  static func begun(in text: String, _ session: Session) -> String {
    var start = text.endIndex
    for _ in 0..<reach {
      guard let end = text[..<start].lastIndex(where: \.isNewline) else { return text }
      if !session.isIncomplete(String(text[...end])) { return String(text[text.index(after: end)...]) }
      start = end
    }
    return text
  }
}
