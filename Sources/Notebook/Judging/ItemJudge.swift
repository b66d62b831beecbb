import Language

/// Judges what is answered with letters: `choice`, `choices` and `order`.
struct ItemJudge {
  let question: Question
  /// The items as the learner sees them, by their places in the file.
  let shown: [Int]

  init(_ question: Question) {
    self.question = question
    shown = question.kind == .order ? Self.shuffled(question) : Array(question.items.indices)
  }

  /// The same order every time, and never the right one.
  private static func shuffled(_ question: Question) -> [Int] {
    let right = Array(question.items.indices)
    let order = right.sorted {
      Fingerprint.of(question.id + question.items[$0].plainText)
        < Fingerprint.of(question.id + question.items[$1].plainText)
    }
    return order == right ? Array(right.dropFirst()) + right.prefix(1) : order
  }

  static func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(97 + index % 26))))
  }

  /// The letters of the right answer, in its order.
  var rightLetters: [String] {
    let right = question.items.indices.filter { question.kind == .order || question.items[$0].isRight }
    return right.compactMap { place in shown.firstIndex(of: place).map(Self.letter) }
  }

  /// The places in the file of the items that a line names, by letters, by numbers or by their texts; nothing where the
  /// line is no answer.
  func items(in line: String) -> [Int]? {
    let text = Self.bare(line)
    if question.kind == .choices, let all = everyOrNone(text) { return all }
    if let item = question.items.firstIndex(where: { $0.plainText.lowercased() == text }) { return [item] }
    let words = Self.words(text)
    guard let found = letters(words, in: text) ?? texts(words), Set(found).count == found.count else {
      return nil
    }
    return found
  }

  /// Without the quotes and the full stop that a word for people may have.
  private static func bare(_ line: String) -> String {
    var text = line.trimmed.lowercased()[...]
    while let last = text.last, ".\"'".contains(last) { text.removeLast() }
    while let first = text.first, "\"'".contains(first) { text.removeFirst() }
    return String(text)
  }

  private func everyOrNone(_ text: String) -> [Int]? {
    switch text {
    case "all", "all of them": Array(question.items.indices)
    case "none", "none of them": []
    default: nil
    }
  }

  /// What stands between blanks, commas, brackets, `and` and, as in `b < a`, signs of an order.
  private static func words(_ text: String) -> [String] {
    text.split { " ,;()&<>→".contains($0) }.map(String.init).filter { $0 != "and" }
  }

  private func letters(_ words: [String], in text: String) -> [Int]? {
    var words = words
    if words.count == 1, words[0].count > 1, words[0].allSatisfy(\.isASCII) {
      words = words[0].map(String.init)
    }
    // `1 < 2` compares numbers.
    if text.contains(where: { "&<>→".contains($0) }), words.contains(where: { Int($0) != nil }) { return nil }
    let places = words.compactMap(place)
    return places.isEmpty || places.count < words.count ? nil : places
  }

  private func place(_ word: String) -> Int? {
    let index = shown.indices.first { Self.letter($0) == word || String($0 + 1) == word }
    return index.map { shown[$0] }
  }

  /// Two items or more, each named by its text or by a beginning that no other item has.
  private func texts(_ words: [String]) -> [Int]? {
    let items = question.items.map { Self.words($0.plainText.lowercased()) }
    var found: [Int] = []
    var rest = words[...]
    while !rest.isEmpty {
      let lengths = items.map { zip($0, rest).prefix { $0 == $1 }.count }
      guard let longest = lengths.max(), longest > 0, lengths.count(where: { $0 == longest }) == 1,
        let item = lengths.firstIndex(of: longest)
      else { return nil }
      found.append(item)
      rest = rest.dropFirst(longest)
    }
    return found.count > 1 ? found : nil
  }

  /// What an answer looks like.
  var invitation: String {
    let last = Self.letter(shown.count - 1)
    return switch question.kind {
    case .choice: "an answer here is one letter, from a to \(last)"
    case .choices: "an answer here is letters, from a to \(last)"
    default: "an answer here is the letters from a to \(last) in your order, with blanks between them"
    }
  }

  /// - Parameter items: places in the file.
  func verdict(on items: [Int]) -> Verdict {
    switch question.kind {
    case .choice: choice(items)
    case .choices: choices(Set(items))
    default: order(items)
    }
  }

  private func choice(_ items: [Int]) -> Verdict {
    guard items.count == 1, let item = items.first.map({ question.items[$0] }) else {
      return .aside("Choose one letter.")
    }
    if item.isRight { return .right }
    return item.reply.isEmpty ? Judge.plainly : .wrong(MarkdownPieces.pieces(item.reply))
  }

  private func choices(_ items: Set<Int>) -> Verdict {
    guard !items.isEmpty else { return .aside("At least one of them is right.") }
    let right = Set(question.items.indices.filter { question.items[$0].isRight })
    if items == right { return .right }
    if let reply = named({ Set($0) == items }) { return .wrong(reply) }
    if let item = items.subtracting(right).min() {
      let reply = question.items[item].reply
      let letter = Self.letter(item)
      return reply.isEmpty
        ? .wrong("`\(letter)` is not one of them.")
        : .wrong(MarkdownPieces.pieces(reply).prefixed("\(letter): "))
    }
    return .wrong("All of these belong, and something is missing yet.")
  }

  private func order(_ items: [Int]) -> Verdict {
    let right = Array(question.items.indices)
    guard items.count == right.count else {
      return .aside("Write all \(right.count) letters, in your order.")
    }
    if items == right { return .right }
    if let reply = named({ $0 == items }) { return .wrong(reply) }
    let matching = zip(items, right).prefix { $0 == $1 }.count
    return .wrong(
      matching == 0
        ? "Something else comes first."
        : matching == 1
          ? "The first one is in its place; go on from there."
          : "The first \(matching) are in their places; go on from there.")
  }

  private func named(_ isSame: ([Int]) -> Bool) -> [Piece]? {
    question.wrongAnswers.first { places($0.code).map(isSame) ?? false }.map {
      MarkdownPieces.pieces($0.reply)
    }
  }

  /// The places that an answer in the lesson's file names: letters, or for `order` the numbers of the file.
  func places(_ code: String) -> [Int]? {
    guard question.kind == .order else { return items(in: code) }
    let numbers = code.split { " ,".contains($0) }.map { Int($0) }
    let places = numbers.compactMap { $0 }.map { $0 - 1 }
    return places.count == numbers.count && Set(places) == Set(question.items.indices) ? places : nil
  }
}
