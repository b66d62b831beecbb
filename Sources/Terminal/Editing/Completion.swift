/// One way to complete the word before the cursor.
public struct Candidate: Sendable, Equatable {
  /// What the word becomes.
  public var text: String
  /// A description in one line, shown beside the text in a list.
  public var note: String
  /// What follows the text when it is the only candidate, such as `(` or a blank.
  public var suffix: String

  /// A candidate; by default nothing describes and nothing follows it.
  public init(text: String, note: String = "", suffix: String = "") {
    self.text = text
    self.note = note
    self.suffix = suffix
  }
}

/// The ways to complete a line that ends at the cursor.
public struct Completion: Sendable, Equatable {
  /// Where the word begins that a candidate replaces, in characters from the start of the line.
  public var start: Int
  /// The candidates in the order in which they are listed.
  public var candidates: [Candidate]

  /// A completion of the word that begins at `start`.
  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }

  /// Nothing to complete.
  public static let none = Completion(start: 0, candidates: [])
}

/// What TAB does with a completion.
enum CompletionStep: Equatable {
  case nothing
  /// Replaces the last `removing` scalars before the cursor.
  case replace(removing: Int, with: String)
  case list([Candidate])

  init(_ completion: Completion, before text: String) {
    let word = String(text.dropFirst(max(0, completion.start)))
    let candidates = completion.candidates
    guard let first = candidates.first else {
      self = .nothing
      return
    }
    let common = candidates.count == 1 ? first.text + first.suffix : commonPrefix(candidates.map(\.text))
    // Candidates need not begin with the word: a shorter common beginning must not eat what was typed.
    let isProgress = candidates.count == 1 || (common.count > word.count && common.hasPrefix(word))
    self =
      isProgress ? .replace(removing: word.unicodeScalars.count, with: common) : .list(candidates)
  }
}

/// The longest beginning that all of `texts` share.
func commonPrefix(_ texts: [String]) -> String {
  guard var prefix = texts.first else { return "" }
  for text in texts.dropFirst() {
    prefix = String(zip(prefix, text).prefix { $0 == $1 }.map(\.0))
  }
  return prefix
}

/// The lines that list `candidates` on a screen: one for each, its note beside it. Where they do not all have room below
/// the line, they take half the screen.
func listing(_ candidates: [Candidate], columns: Int, rows: Int) -> [String] {
  let capacity = candidates.count < rows - 3 ? candidates.count : max(1, rows / 2)
  let shown = candidates.count > capacity ? Array(candidates.prefix(max(1, capacity - 1))) : candidates
  let texts = shown.map { sanitised($0.text) }
  let textColumn = min(texts.map(displayWidth).max() ?? 0, max(8, columns / 2))
  var lines = zip(texts, shown).map { text, candidate in
    let note = sanitised(candidate.note).split(separator: "\n").first.map(String.init) ?? ""
    let padding = String(repeating: " ", count: max(0, textColumn - displayWidth(text)) + 2)
    return shortened(note.isEmpty ? text : text + padding + note, columns: columns)
  }
  let hidden = candidates.count - shown.count
  if hidden > 0 { lines.append(shortened("… and \(hidden) more", columns: columns)) }
  return lines
}

/// A line that fits beside the last column, which wraps on some terminals where it is filled.
private func shortened(_ line: String, columns: Int) -> String {
  let room = max(1, columns - 1)
  guard displayWidth(line) > room else { return line }
  return truncated(line, columns: room - 1) + "…"
}
