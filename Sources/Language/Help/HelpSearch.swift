import LossMath

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks for what somebody means in all that the help knows.
struct HelpSearch {
  enum Finding {
    /// Something that goes wrong; with its number on the page of confusions.
    case trouble(Confusion, number: Int?)
    case entry(name: String, summary: String)

    var isTrouble: Bool { if case .trouble = self { true } else { false } }

    /// Whether it is something a learner sees and calls by a word.
    func isSymptom(of word: String) -> Bool {
      guard case .trouble(let trouble, nil) = self else { return false }
      return !Set(SearchWords.of(trouble.trouble)).isDisjoint(with: SearchWords.of(word))
    }
  }

  private struct Item {
    let finding: Finding
    /// What it is called, and what is said of it.
    let title: Set<String>
    let body: Set<String>

    init(_ finding: Finding, title: [String], body: [String]) {
      self.finding = finding
      self.title = Set(title.flatMap(SearchWords.of))
      self.body = Set(body.flatMap(SearchWords.of))
    }
  }

  private let items: [Item]

  init(_ interpreter: Interpreter) {
    items = Self.troubles + Self.pages + Self.losses + Self.commands(interpreter) + Self.functions
  }

  /// A word in what something is called says more than one in what is said of it.
  private static let titleFactor = 4.0
  /// The share of what is asked for that a finding must have.
  private static let least = 0.6

  /// What speaks of most of the words, the nearest first. A word that is rare in the help weighs more.
  func findings(_ query: String) -> [Finding] {
    let words = Set(SearchWords.of(query))
    let weights = Dictionary(uniqueKeysWithValues: words.map { ($0, weight($0)) })
    let whole = weights.values.reduce(0, +)
    guard whole > 0 else { return [] }
    let scored = items.map { item in
      let found = words.filter { item.title.contains($0) || item.body.contains($0) }
      let share = found.reduce(0) { $0 + (weights[$1] ?? 0) } / whole
      let score = found.reduce(0) {
        $0 + (weights[$1] ?? 0) * (item.title.contains($1) ? Self.titleFactor : 1)
      }
      return (item: item, share: share, score: score * share)
    }.filter { $0.share >= Self.least }
    // What goes wrong and where more is said are told apart, so each is measured by its own best.
    return [true, false].flatMap { areTroubles in
      let kind = scored.filter { $0.item.finding.isTrouble == areTroubles }
      let best = kind.map(\.score).max() ?? 0
      return kind.enumerated().filter { $1.score * 3 >= best }
        .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        .map(\.element.item.finding)
    }
  }

  /// What is nowhere weighs as much as what is in one place.
  private func weight(_ word: String) -> Double {
    let count = items.count { $0.title.contains(word) || $0.body.contains(word) }
    return log(1 + Double(items.count) / Double(max(count, 1)))
  }

  private static var troubles: [Item] {
    let numbered = Confusion.all.enumerated().map { ($1, Optional($0 + 1)) }
    return (numbered + Confusion.symptoms.map { ($0, nil) }).map { trouble, number in
      Item(
        .trouble(trouble, number: number), title: [trouble.trouble, trouble.words],
        body: [trouble.remedy] + trouble.code)
    }
  }

  private static var pages: [Item] {
    HelpPage.all.map { page in
      Item(
        .entry(name: page.names[0], summary: page.title), title: page.names + [page.title], body: page.texts)
    }
  }

  private static var losses: [Item] {
    Loss.all.map { loss in
      Item(
        .entry(name: loss.name, summary: loss.title), title: [loss.name, loss.title] + loss.aliases,
        body: [loss.summary, loss.use] + loss.pitfalls + loss.options.map(\.rawValue))
    }
  }

  private static func commands(_ interpreter: Interpreter) -> [Item] {
    interpreter.commandOrder.compactMap { interpreter.commands[$0] }.map { command in
      Item(
        .entry(name: command.name, summary: command.summary), title: [command.name, command.summary],
        body: command.details + command.options.flatMap { [$0.name, $0.summary] })
    }
  }

  private static var functions: [Item] {
    Builtin.all.filter { $0.topic != .losses }.map { function in
      Item(
        .entry(name: function.name, summary: function.summary),
        title: [function.name, function.summary] + function.aliases, body: function.details)
    }
  }
}
