import Language

/// Reads a `question` block: its kind and options, its text, and its items.
struct QuestionReader {
  private(set) var problems: [NotebookProblem] = []
  private let block: MarkdownNode
  private let firstLine: Int

  /// - Parameter line: the line of the opening fence, counted from 1.
  init(_ block: MarkdownNode, line: Int) {
    self.block = block
    firstLine = line
  }

  mutating func question() -> Question? {
    let words = block.info.split(separator: " ").dropFirst()
    let kinds = Question.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let word = words.first else {
      complain("a question says what kind it is: \(kinds)")
      return nil
    }
    guard let kind = Question.Kind(rawValue: String(word)) else {
      complain("`\(word)` is no kind of question; the kinds are \(kinds)")
      return nil
    }
    let options = options(words.dropFirst(), kind)
    let (text, items) = parts(kind)
    let prose = Prose(text)
    if prose.isEmpty { complain("the question has no text") }
    checkItems(items, kind)
    return Question(
      kind: kind, id: options.id ?? Fingerprint.of(kind.rawValue + " " + text), tolerance: options.tolerance,
      without: options.without, text: prose, items: items, line: firstLine)
  }

  private mutating func complain(_ message: String, line: Int? = nil) {
    problems.append(NotebookProblem(line: line ?? firstLine, message: message))
  }

  private mutating func options(
    _ words: some Sequence<Substring>, _ kind: Question.Kind
  ) -> (id: String?, tolerance: Tolerance, without: [String]) {
    var result: (id: String?, tolerance: Tolerance, without: [String]) = (nil, .standard, [])
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch (parts[0], parts.count) {
      case ("id", 2) where !parts[1].isEmpty: result.id = String(parts[1])
      case ("tolerance", 2) where kind.takesTolerance:
        if let tolerance = Tolerance(parts[1]) {
          result.tolerance = tolerance
        } else {
          complain("`\(parts[1])` is no tolerance; write tolerance=0.01 or tolerance=5%")
        }
      case ("tolerance", 2): complain("a \(kind.rawValue) question has no tolerance")
      case ("without", 2) where kind.takesTolerance:
        result.without = parts[1].split(separator: ",").map(String.init)
        if result.without.isEmpty { complain("`without=` names functions, such as without=kl,logsumexp") }
      case ("without", 2):
        complain("the answer to a \(kind.rawValue) question calls nothing it could do without")
      default:
        complain(
          "`\(word)` is no option of a question; there are id=NAME, tolerance=0.01 or tolerance=5%, and "
            + "without=NAME,NAME")
      }
    }
    return result
  }

  /// The text of the question, and its items. The first item ends the text.
  private mutating func parts(_ kind: Question.Kind) -> (text: String, items: [Question.Item]) {
    var text: [String] = []
    var items: [(mark: Bool, lines: [String], line: Int)] = []
    for (index, line) in block.literal.lines.enumerated() {
      if kind.hasItems, let (mark, rest) = Self.item(line, kind) {
        items.append((mark, [rest], firstLine + 1 + index))
      } else if items.isEmpty {
        text.append(line)
      } else if line.isBlank || line.first == " " {
        items[items.count - 1].lines.append(line)
      } else {
        complain(
          "text behind the items; a line that goes on with an item is indented", line: firstLine + 1 + index)
      }
    }
    return (text.joined(separator: "\n"), items.map { Self.item($0.mark, $0.lines, $0.line) })
  }

  /// What stands behind the mark of an item.
  private static func item(_ line: String, _ kind: Question.Kind) -> (isRight: Bool, rest: String)? {
    if kind == .order {
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
      return (true, String(line.dropFirst(digits.count + 2)))
    }
    for (mark, isRight) in [("- [ ] ", false), ("- [x] ", true), ("- [X] ", true)] where line.hasPrefix(mark)
    {
      return (isRight, String(line.dropFirst(mark.count)))
    }
    return nil
  }

  private static func item(_ isRight: Bool, _ lines: [String], _ line: Int) -> Question.Item {
    let (text, reply) = Arrow.split(lines.joined(separator: "\n"))
    let prose = Prose(text)
    return Question.Item(
      text: prose, plainText: prose.nodes.map(\.plainText).joined(separator: " "), isRight: isRight,
      reply: Prose(Arrow.unindented(reply ?? "")), line: line)
  }

  private mutating func checkItems(_ items: [Question.Item], _ kind: Question.Kind) {
    guard kind.hasItems else { return }
    if items.count < 2 || items.count > 9 {
      let form = kind == .order ? "1. ITEM" : "- [ ] ITEM, or - [x] ITEM where it is right"
      complain("a \(kind.rawValue) question has two to nine items, each written \(form)")
    }
    for item in items where item.plainText.isBlank { complain("the item is empty", line: item.line) }
    let right = items.count(where: \.isRight)
    if kind == .choice && right != 1 { complain("a choice has exactly one [x]; this has \(right)") }
    if kind == .choices && right == 0 { complain("none of the items is marked [x]") }
    var names: Set<String> = []
    for item in items where !names.insert(item.plainText.lowercased()).inserted {
      complain("the same item stands here twice", line: item.line)
    }
  }
}
