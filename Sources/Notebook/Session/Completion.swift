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
  /// - Returns: the candidates, what the place asks for before what may stand anywhere, and where the word they replace
  ///   begins, in characters.
  public func completions(
    for text: String, files: (String) -> [String]
  ) -> (start: Int, candidates: [Candidate]) {
    if let path = Self.openQuote(text) {
      let start = text.count - path.count
      let words = quotedWords(before: String(text.dropLast(path.count + 1)))
      guard words.isEmpty else { return (start, words.filter { $0.text.hasPrefix(path) }) }
      return (start, found(path, files).map(Self.file))
    }
    let word = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let before = text.dropLast(word.count)
    let candidates = candidates(before: String(before)).filter { $0.text.hasPrefix(word) }
    var seen: Set<String> = []
    return (before.count, candidates.filter { seen.insert($0.text).inserted })
  }

  private static func file(_ path: String) -> Candidate {
    let kinds = [
      ".md": "notebook", ".loss": "script", ".csv": "table", ".json": "weights", ".py": "Python script",
    ]
    let note = path.hasSuffix("/") ? "directory" : kinds.first { path.hasSuffix($0.key) }?.value ?? "file"
    return Candidate(text: path, note: note, suffix: path.hasSuffix("/") ? "" : "\"")
  }

  /// The files that a path may go on to, wherever they are looked for.
  private func found(_ path: String, _ files: (String) -> [String]) -> [String] {
    var found: [String] = []
    for place in path.hasPrefix("/") ? [""] : interpreter.host.readingPlaces {
      let prefix = place.isEmpty ? "" : place + "/"
      found += files(prefix + path).map { String($0.dropFirst(prefix.count)) }.filter { !found.contains($0) }
    }
    return found
  }

  /// The text of a string that is not closed yet.
  private static func openQuote(_ text: String) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count % 2 == 0 ? parts.last.map(String.init) : nil
  }

  func candidates(before text: String) -> [Candidate] {
    let trimmed = text.reversed().drop { $0 == " " }.reversed()
    if text.last == "." { return fields(String(text.dropLast())) }
    if trimmed.isEmpty { return commandCandidates() + names() }
    if trimmed.allSatisfy({ $0 == "?" }) { return helpTopics() }
    if let call = openCall(in: text) {
      return (trimmed.last == "=" ? values(behind: String(trimmed)) : options(of: call)) + names()
    }
    if let command = command(of: text), text.last == " " || text.last == "=" || text.last == "," {
      return arguments(of: command, text)
    }
    return names() + (trimmed.last == "=" ? commandCandidates() : [])
  }

  private func fields(_ text: String) -> [Candidate] {
    let name = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    guard let value = interpreter.variables.first(where: { $0.name == name })?.value else { return [] }
    return Interpreter.fieldNotes(of: value).map { Candidate(text: $0.name, note: $0.note, suffix: "") }
  }

  /// The command that a line is for: its first word, or the first one after `name =`.
  private func command(of text: String) -> Command? {
    let words = text.split(separator: " ", maxSplits: 3)
    let isAssignment = words.count > 2 && words[1] == "="
    return words.dropFirst(isAssignment ? 2 : 0).first.flatMap { interpreter.commands[String($0)] }
  }

  func commandCandidates() -> [Candidate] {
    interpreter.commandOrder.compactMap { interpreter.commands[$0] }
      .map { Candidate(text: $0.name, note: $0.summary, suffix: " ") }
  }

  private func arguments(of command: Command, _ text: String) -> [Candidate] {
    if let words = words(of: command, text) { return words }
    if text.hasSuffix("loss=") { return losses() }
    if text.last == "=" {
      return command.choices[Self.option(before: text)].map {
        $0.map { Candidate(text: $0, note: "", suffix: " ") }
      } ?? names()
    }
    if command.takesDataBehindOn, let found = aroundOn(command, text) { return found }
    let options = command.options.map { Candidate(text: $0.name, note: $0.summary, suffix: "=") }
    let isFirst = text.split(separator: " ").last.map(String.init) == command.name
    let takesData = command.name == "train" || command.name == "data"
    let data = isFirst && takesData ? DataNames.all : []
    let load = isFirst && command.name == "data" ? [DataNames.load] : []
    return data.map { Candidate(text: $0.name, note: $0.summary, suffix: " ") }
      + load.map { Candidate(text: $0.name, note: $0.summary, suffix: " \"") } + options
      + (command.form == .values ? names() : [])
  }

  /// What stands before `on`, and the data set behind it; nothing further to the right.
  private func aroundOn(_ command: Command, _ text: String) -> [Candidate]? {
    let words = text.split(separator: " ")
    if words.last == "on" {
      return DataNames.all.map { Candidate(text: $0.name, note: $0.summary, suffix: " ") }
        + variables(of: "data")
    }
    if words.contains("on") { return nil }
    let on = Candidate(text: "on", note: "and a data set", suffix: " ")
    guard command.form == .choices else { return losses() + variables(of: "run") + [on] }
    let isFirst = words.last.map(String.init) == command.name
    let options = command.options.filter { $0.name != "seeds" && $0.name != "seed" }
    return isFirst
      ? options.map { Candidate(text: $0.name, note: $0.summary, suffix: " in [") } : names() + [on]
  }

  func variables(of type: String) -> [Candidate] {
    interpreter.variables.filter { $0.value.typeName == type }
      .map { Candidate(text: $0.name, note: type, suffix: " ") }
  }

  /// What can be trained with: the catalogue by its main names, and functions of the user's own.
  private func losses() -> [Candidate] {
    builtins(suffix: " ").filter { Builtin.named($0.text)?.topic == .losses }
      + interpreter.variables.filter { $0.value.isCallable }
      .map { Candidate(text: $0.name, note: "a function of yours", suffix: " ") }
  }

  func builtins(suffix: String) -> [Candidate] {
    Builtin.all.map { Candidate(text: $0.name, note: $0.summary, suffix: suffix) }
  }

  /// The name before the innermost bracket that is open.
  private func openCall(in text: String) -> String? {
    var depth = 0
    var rest = text[...]
    while let last = rest.popLast() {
      if last == ")" { depth += 1 }
      guard last == "(" else { continue }
      depth -= 1
      if depth < 0 {
        return String(rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
      }
    }
    return nil
  }

  private func options(of call: String) -> [Candidate] {
    Builtin.named(call)?.parameters.filter(\.isNamedOnly)
      .map { Candidate(text: $0.name, note: LossOptionNotes.note($0.name), suffix: "=") } ?? []
  }

  /// The words that stand in quotes behind the name of an option; nothing where it takes no words.
  private func quotedWords(before text: String) -> [Candidate] {
    guard text.last == "=", openCall(in: text) != nil else { return [] }
    return LossOptionNotes.words(Self.option(before: text)).map {
      Candidate(text: $0, note: "", suffix: "\"")
    }
  }

  private func values(behind text: String) -> [Candidate] {
    LossOptionNotes.values(Self.option(before: text)).map { Candidate(text: $0, note: "", suffix: "") }
  }

  /// The name before the equals sign at the end.
  private static func option(before text: String) -> String {
    String(text.dropLast().reversed().prefix { $0.isLetter || $0 == "_" }.reversed())
  }

  func names() -> [Candidate] {
    interpreter.variables.map {
      Candidate(text: $0.name, note: $0.value.typeName, suffix: $0.value.isCallable ? "(" : "")
    }
      + builtins(suffix: "(")
      + Builtin.all.flatMap { builtin in
        builtin.aliases.map { Candidate(text: $0, note: builtin.summary, suffix: "(") }
      }
      + ["for", "in", "assert", "and", "or", "not", "true", "false", "ans"].map {
        Candidate(text: $0, note: "", suffix: "")
      }
  }
}
