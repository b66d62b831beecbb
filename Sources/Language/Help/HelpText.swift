import LossMath

/// The pages of the help, made from the entries themselves.
enum HelpText {
  typealias Item = (name: String, summary: String)

  /// What was asked for, also where it was written as a call or in quotes.
  static func bare(_ query: String) -> String {
    let marks: Set<Character> = ["(", ")", "\"", "'", "`", "?", " "]
    return String(query.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }

  static func overview(_ interpreter: Interpreter) -> [Piece] {
    var pieces: [Piece] = [
      .paragraph([
        StyledRun("Type an expression to see its value, "), StyledRun("help NAME", .code),
        StyledRun(" for more on anything below, "), StyledRun("help language", .code),
        StyledRun(" for how lines are written, "), StyledRun("help confusions", .code),
        StyledRun(" for what goes wrong most often."),
      ])
    ]
    for topic in Topic.allCases {
      let items = items(topic, interpreter)
      guard !items.isEmpty else { continue }
      pieces += [.blank, .text(topic.rawValue, .heading)]
      if topic == .elementwise || topic == .vectors {
        pieces.append(.paragraph([StyledRun(items.map(\.name).joined(separator: ", "))], first: 2, indent: 2))
      } else {
        pieces += items.map { line($0.name, $0.summary) }
      }
    }
    return pieces
  }

  private static func line(_ name: String, _ summary: String) -> Piece {
    .paragraph(
      [StyledRun(name, .code), StyledRun(Wrapping.gap(after: name, to: 16) + summary)], first: 2, indent: 18)
  }

  static func list(_ items: [Item]) -> Table {
    Table(header: ["name", "what it is"], rows: items.map { [$0.name, $0.summary] }, leftAligned: [0, 1])
  }

  private static func items(_ topic: Topic, _ interpreter: Interpreter) -> [Item] {
    let commands = interpreter.commandOrder.compactMap { interpreter.commands[$0] }.filter {
      $0.topic == topic
    }
    return commands.map { ($0.name, $0.summary) }
      + Builtin.all.filter { $0.topic == topic }.map { ($0.name, title($0)) }
  }

  private static func title(_ builtin: Builtin) -> String {
    Loss.named(builtin.name)?.title ?? builtin.summary
  }

  /// Everything `help` knows by name.
  static func topics(_ interpreter: Interpreter) -> [String] {
    interpreter.commandOrder + Builtin.names + ["language", "confusions"] + HelpPage.all.flatMap(\.names)
      + LossOption.allCases.map(\.rawValue)
  }

  private static let mostTroubles = 5
  static let mostItems = 8

  /// What a search came to: what goes wrong with what to do about it, and then where more is said.
  static func found(_ findings: [HelpSearch.Finding]) -> [Piece] {
    var troubles: [Piece] = []
    var (items, count) = ([Item](), 0)
    for finding in findings {
      switch finding {
      case .trouble(let trouble, let number):
        if count < mostTroubles { troubles += trouble.pieces(number: number) }
        count += 1
      case .entry(let name, let summary): items.append((name, summary))
      }
    }
    var pieces: [Piece] = []
    if !troubles.isEmpty {
      pieces = [.text("What goes wrong with that; `help confusions` lists the most common:")] + troubles
    }
    if !items.isEmpty {
      pieces += pieces.isEmpty ? [] : [.blank]
      pieces += [.text("These speak of it:"), .table(list(Array(items.prefix(mostItems))))]
    }
    return pieces
  }

  static func nothing(_ query: String, _ call: CommandCall, _ interpreter: Interpreter) -> Diagnostic {
    let near = Suggestions.nearest(to: query, among: topics(interpreter)).map { "did you mean `help \($0)`?" }
    return Diagnostic(
      .unknownTopic, "there is no help on `\(Escaping.excerpt(query))`", at: call.span,
      hint: near ?? ForeignWords.remedy(query) ?? "`help` lists everything")
  }

  static func entry(_ name: String, _ interpreter: Interpreter) -> [Piece]? {
    if name == "language" { return LanguageHelp.pieces }
    if let command = interpreter.commands[name] { return page(command) }
    if let loss = Loss.named(name), let builtin = Builtin.named(name) {
      return page(loss, builtin) + (builtin.homonym.map { homonymPage($0) } ?? [])
    }
    if let builtin = Builtin.named(name) {
      return Distribution.named(builtin.name).map { DistributionText.help($0, builtin) } ?? page(builtin)
    }
    if let option = LossOption(rawValue: name) { return page(option) }
    if name == "confusions" { return Confusion.page }
    if let page = HelpPage.named(name) { return page.pieces }
    if let data = DataSource.named(name) {
      return [
        heading(data.name, data.summary),
        .text("Make it with `data \(data.name)`, train on it with `train \(data.name) loss=...`."),
        .text("Options: \(data.ownOptions.joined(separator: ", ")); `help data` says what they do."),
      ]
    }
    return own(name, interpreter) ?? commandOption(name, interpreter)
  }
}
