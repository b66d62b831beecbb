import Language

extension Session {
  public struct Candidate: Equatable, Sendable {
    public var text: String
    /// What it is, in a few words.
    public var note: String
    /// What belongs behind it: a bracket, an equals sign, a blank.
    public var suffix: String
  }

  /// What can stand where the text ends.
  /// - Parameter files: the names of files that begin so, directories with a slash at their end.
  /// - Returns: the candidates, and where the word they replace begins, in characters.
  public func completions(
    for text: String, files: (String) -> [String]
  ) -> (start: Int, candidates: [Candidate]) {
    if let path = Self.openQuote(text) {
      let start = text.count - path.count
      return (start, files(path).map { Candidate(text: $0, note: "", suffix: $0.hasSuffix("/") ? "" : "\"") })
    }
    let word = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let before = text.dropLast(word.count)
    let candidates = candidates(before: String(before)).filter { $0.text.hasPrefix(word) }
    var seen: Set<String> = []
    return (before.count, candidates.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text })
  }

  /// The text of a string that is not closed yet.
  private static func openQuote(_ text: String) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count % 2 == 0 ? parts.last.map(String.init) : nil
  }

  private func candidates(before text: String) -> [Candidate] {
    let trimmed = text.reversed().drop { $0 == " " }.reversed()
    if text.last == "." { return fields(String(text.dropLast())) }
    if trimmed.isEmpty { return commandCandidates(prefix: "") + names() }
    let verb = String(trimmed.prefix { $0.isLetter || $0 == "_" })
    if let command = interpreter.commands[verb], text.last == " " || text.last == "=" {
      return arguments(of: command, String(trimmed.dropFirst(verb.count)))
        + (command.form == .values ? names() : [])
    }
    if trimmed.last == "=" { return commandCandidates(prefix: "") + names() }
    return options(inCallOf: text) + names()
  }

  private func fields(_ text: String) -> [Candidate] {
    let name = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    guard let value = interpreter.variables.first(where: { $0.name == name })?.value else { return [] }
    return Interpreter.fieldNames(of: value).map { Candidate(text: $0, note: "", suffix: "") }
  }

  private func commandCandidates(prefix: String) -> [Candidate] {
    interpreter.commandOrder.compactMap { interpreter.commands[$0] }
      .map { Candidate(text: $0.name, note: $0.summary, suffix: " ") }
  }

  private func arguments(of command: Command, _ rest: String) -> [Candidate] {
    if command.name == "help" {
      return commandCandidates(prefix: "")
        + Builtin.all.map { Candidate(text: $0.name, note: $0.summary, suffix: "") }
    }
    if rest.hasSuffix("loss=") {
      return Builtin.all.filter { $0.topic == .losses }.map {
        Candidate(text: $0.name, note: $0.summary, suffix: " ")
      }
    }
    let options = command.options.map { Candidate(text: $0.name, note: $0.summary, suffix: "=") }
    let takesData = rest.isEmpty && (command.name == "train" || command.name == "data")
    return (takesData ? DataNames.all.map { Candidate(text: $0.name, note: $0.summary, suffix: " ") } : [])
      + options
  }

  /// The named arguments of the innermost function whose bracket is open.
  private func options(inCallOf text: String) -> [Candidate] {
    var depth = 0
    var rest = text[...]
    while let last = rest.popLast() {
      if last == ")" { depth += 1 }
      guard last == "(" else { continue }
      depth -= 1
      if depth >= 0 { continue }
      let name = String(rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
      return Builtin.named(name)?.parameters.filter(\.isNamedOnly)
        .map { Candidate(text: $0.name, note: LossOptionNotes.note($0.name), suffix: "=") } ?? []
    }
    return []
  }

  private func names() -> [Candidate] {
    interpreter.variables.map {
      Candidate(text: $0.name, note: $0.value.typeName, suffix: $0.value.isCallable ? "(" : "")
    }
      + Builtin.all.flatMap { builtin in
        ([builtin.name] + builtin.aliases).map { Candidate(text: $0, note: builtin.summary, suffix: "(") }
      }
      + ["for", "in", "assert", "and", "or", "not", "true", "false", "ans"].map {
        Candidate(text: $0, note: "", suffix: "")
      }
  }
}
