import Language

/// What a file says about itself in comments that no reader of the page sees.
enum NotebookFormat {
  /// The format that is written, and the newest that is read. A file that names none is older than the first.
  static let version = 1

  /// The last line of a file that was saved.
  static let mark = "<!-- lossbook notebook, format \(version) -->"

  /// The numbers that a cell can have: counting on from the last of them has room.
  static let numbers = 1...1_000_000_000

  /// Gives the cell below it a number, where counting would give it another one.
  static func numberMark(_ number: Int) -> String { "<!-- cell \(number) -->" }

  /// The format that a node names.
  static func version(_ node: MarkdownNode) -> Int? {
    value(node, between: "<!-- lossbook notebook, format ", and: " -->")
  }

  static func version(line: some StringProtocol) -> Int? {
    value(line, between: "<!-- lossbook notebook, format ", and: " -->")
  }

  /// The number that a node gives to the cell behind it.
  static func number(_ node: MarkdownNode) -> Int? {
    value(node, between: "<!-- cell ", and: " -->").flatMap { numbers.contains($0) ? $0 : nil }
  }

  private static func value(_ node: MarkdownNode, between start: String, and end: String) -> Int? {
    node.kind == .htmlBlock ? value(node.literal, between: start, and: end) : nil
  }

  private static func value(_ text: some StringProtocol, between start: String, and end: String) -> Int? {
    let text = text.trimmed
    guard text.hasPrefix(start), text.hasSuffix(end), text.count > start.count + end.count else { return nil }
    return Int(text.dropFirst(start.count).dropLast(end.count)).flatMap { $0 > 0 ? $0 : nil }
  }
}

extension NotebookDocument {
  /// Reads a file.
  /// - Throws: `FileProblem` also where a newer program has written it.
  public init(reading path: String) throws(FileProblem) {
    guard !Self.isJupyter(path) else {
      throw FileProblem(
        reason: "it is a notebook of Jupyter; lossbook export NAME.ipynb --to md makes one of Lossbook of it")
    }
    try self.init(readable: try FileBytes.readText(path), name: path)
  }

  /// - Throws: `FileProblem` where nothing of the text is read, or a newer program has written it.
  init(readable text: String, name: String) throws(FileProblem) {
    self.init(text, name: name)
    if let refusal { throw FileProblem(reason: "line \(refusal.line): \(refusal.message)") }
    guard let version = formatVersion, version > NotebookFormat.version else { return }
    throw FileProblem(
      reason: "a newer version of Lossbook has written it, in format \(version); "
        + "this one reads up to format \(NotebookFormat.version)")
  }
}
