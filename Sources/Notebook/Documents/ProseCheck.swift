import Language

/// Checks what the prose of a document claims: its numbers, its links, and the functions and lessons it names.
struct ProseCheck {
  private let interpreter: Interpreter
  private let surroundings: NotebookCheck.Surroundings
  private let anchors: Set<String>
  /// The names that are defined anywhere in the document.
  private let definedNames: Set<String>

  init(_ document: NotebookDocument, _ interpreter: Interpreter, _ surroundings: NotebookCheck.Surroundings) {
    self.interpreter = interpreter
    self.surroundings = surroundings
    var anchors = Anchors()
    self.anchors = Set(document.headings.map { anchors.next($0) })
    definedNames = Self.names(document, interpreter)
  }

  /// - Parameter line: how many lines of the file stand before the one that the node counts as its first.
  func problems(_ node: MarkdownNode, line: Int) -> [NotebookProblem] {
    var problems = ClaimCheck(interpreter).problems(node, line: line)
    visit(node, line: line, inTable: false, &problems)
    return problems
  }

  func problems(_ question: Question) -> [NotebookProblem] {
    func problems(_ prose: Prose, _ line: Int) -> [NotebookProblem] {
      prose.nodes.flatMap { self.problems($0, line: line) }
    }
    let answers = [question.solution].compactMap { $0 } + question.wrongAnswers
    return problems(question.text, question.line)
      + question.items.flatMap { problems($0.text, $0.line - 1) + problems($0.reply, $0.line - 1) }
      + answers.flatMap { problems($0.reply, $0.line - 1) }
      + question.hints.flatMap { problems($0.text, $0.line) }
  }

  private func visit(_ node: MarkdownNode, line: Int, inTable: Bool, _ problems: inout [NotebookProblem]) {
    let place = line + max(node.startLine, 1)
    switch node.kind {
    case .link, .image: link(node.info).map { problems.append(NotebookProblem(line: place, message: $0)) }
    case .code where !inTable:
      code(node.literal).map { problems.append(NotebookProblem(line: place, message: $0)) }
    default: break
    }
    for child in node.children {
      visit(child, line: line, inTable: inTable || node.kind == .table, &problems)
    }
  }

  private func link(_ address: String) -> String? {
    if address.contains(":") { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts[0].isEmpty {
      let anchor = parts.count > 1 ? parts[1] : ""
      return anchors.contains(anchor) ? nil : "there is no heading for the link #\(anchor)"
    }
    return surroundings.fileExists(parts[0]) ? nil : "the link leads nowhere: there is no \(parts[0])"
  }

  private func code(_ text: String) -> String? {
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "lesson", let number = Int(words[1]),
      let known = surroundings.lessonNumbers
    {
      return known.contains(number) ? nil : "there is no lesson \(number)"
    }
    return unknownCall(text)
  }

  /// A call of a function that is nearly one of ours. Names of other programs are left alone.
  private func unknownCall(_ text: String) -> String? {
    let name = String(text.prefix { $0.isLowercase || $0 == "_" || ($0.isASCII && $0.isNumber) })
    guard name.count > 2, text.dropFirst(name.count).first == "(", !isKnown(name) else { return nil }
    let flat = name.filter { $0 != "_" }
    let names = Builtin.names.filter { $0.count > 2 } + definedNames
    guard let near = Suggestions.nearest(to: name, among: names),
      near.filter({ $0 != "_" }).lowercased() != flat,
      abs(near.count - name.count) <= 2
    else { return nil }
    return "there is no function `\(name)`; is it `\(near)`?"
  }

  private func isKnown(_ name: String) -> Bool {
    Builtin.named(name) != nil || interpreter.commands[name] != nil || definedNames.contains(name)
      || interpreter.knownNames.contains(name)
  }

  private static func names(_ document: NotebookDocument, _ interpreter: Interpreter) -> Set<String> {
    let answers = document.questions.flatMap { [$0.solution].compactMap { $0 } + $0.wrongAnswers }
    let codes = document.cells.map(\.code) + answers.map(\.code)
    return codes.reduce(into: []) { names, code in
      for cell in (try? interpreter.cells(of: code)) ?? [] { names.formUnion(cell.definedNames) }
    }
  }
}
