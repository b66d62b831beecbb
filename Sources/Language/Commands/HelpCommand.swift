import LossMath

extension Command {
  static var help: Command {
    Command(
      name: "help", form: .words, topic: .notebook, syntax: "help [NAME or WORDS]",
      summary: "lists what there is; with a name, explains it",
      details: [
        "?bce and bce? do the same as help bce.",
        "Several words are looked for by what they mean: help accuracy low, help loss negative, my loss is nan?",
      ], example: "help loss does not fall"
    ) { (call, interpreter) throws(Diagnostic) in
      let query = HelpText.bare(call.text)
      if query.isEmpty { return CommandResult(pieces: HelpText.overview(interpreter)) }
      for name in [query, SearchWords.essence(query)] {
        if let pieces = HelpText.entry(name, interpreter) { return CommandResult(pieces: pieces) }
      }
      let found = HelpSearch(interpreter).findings(query)
      guard !found.isEmpty else { throw HelpText.nothing(query, call, interpreter) }
      return CommandResult(pieces: HelpText.found(found))
    }
  }
}

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
  private static let mostItems = 8

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

  /// An option of commands, with what each of them does with it.
  private static func commandOption(_ name: String, _ interpreter: Interpreter) -> [Piece]? {
    let owners = interpreter.commandOrder.compactMap { interpreter.commands[$0] }.compactMap { command in
      command.options.first { $0.name == name }.map { (command.name, $0.summary) }
    }
    guard let first = owners.first else { return nil }
    let findings = HelpSearch(interpreter).findings(name)
    // Whoever names what goes wrong asks what to do about it.
    if findings.contains(where: { $0.isSymptom(of: name) }) { return nil }
    let names = owners.filter { $0.1 == first.1 }.map(\.0).joined(separator: ", ")
    let others = findings.compactMap { finding -> Item? in
      guard case .entry(let name, let summary) = finding else { return nil }
      return owners.contains { $0.0 == name } ? nil : (name, summary)
    }
    return [
      heading(name, first.1),
      .paragraph([
        StyledRun("An option of \(names); "), StyledRun("help\u{A0}\(first.0)", .code),
        StyledRun(" has the others."),
      ]),
    ] + owners.filter { $0.1 != first.1 }.map { labelled($0.0, $0.1) }
      + (others.isEmpty
        ? [] : [.blank, .text("These speak of it too:"), .table(list(Array(others.prefix(mostItems))))])
  }

  private static func heading(_ name: String, _ text: String) -> Piece {
    .paragraph([StyledRun(name, .heading), StyledRun(": " + text)])
  }

  static func labelled(_ label: String, _ text: String, _ style: TextStyle = .plain) -> Piece {
    .paragraph(
      [StyledRun(label + Wrapping.gap(after: label, to: 13), .muted), StyledRun(text, style)], indent: 13)
  }

  private static func page(_ loss: Loss, _ builtin: Builtin) -> [Piece] {
    [
      .paragraph([StyledRun(loss.title, .heading)]),
      .text(loss.summary), .blank,
      labelled("call", builtin.signature, .code), labelled("formula", loss.formula, .code),
      labelled("gradient", loss.gradient, .code), labelled("y_true", loss.labels.rawValue),
      labelled("y_pred", loss.predictions.rawValue), .blank,
      .text(loss.use), .blank,
    ] + loss.options.map { labelled($0.rawValue, $0.summary) }
      + (builtin.parameters.contains { $0.name == "units" }
        ? [labelled("units", "\"nats\" (the default) or \"bits\", which divides by log(2)")] : []) + [.blank]
      + loss.pitfalls.map { bullet($0) }
      + [
        .blank, labelled("Keras", loss.keras), labelled("PyTorch", loss.torch),
        labelled("aliases", loss.aliases.joined(separator: ", ")), labelled("example", loss.example, .code),
        labelled("see also", loss.seeAlso.joined(separator: ", ")),
      ]
  }

  /// What the help on a loss says of the distribution of the same name.
  private static func homonymPage(_ builtin: Builtin) -> [Piece] {
    guard let family = Distribution.named(builtin.name) else { return [] }
    let opening = "With one argument, \(builtin.signature), the name means a distribution:"
    return [.blank, .text(opening, .strong), .blank] + DistributionText.help(family, builtin)
  }

  private static func page(_ builtin: Builtin) -> [Piece] {
    var pieces = [heading(builtin.signature, builtin.summary)]
    pieces += builtin.details.map { .text($0) }
    pieces += [.blank, labelled("example", builtin.example, .code)]
    if !builtin.aliases.isEmpty {
      pieces.append(labelled("aliases", builtin.aliases.joined(separator: ", ")))
    }
    if !builtin.seeAlso.isEmpty {
      pieces.append(labelled("see also", builtin.seeAlso.joined(separator: ", ")))
    }
    return pieces
  }

  private static func page(_ command: Command) -> [Piece] {
    var pieces = [
      heading(command.name, command.summary), .blank, labelled("write", command.syntax, .code),
    ]
    if !command.details.isEmpty { pieces.append(.blank) }
    pieces += command.details.map(bullet)
    if !command.options.isEmpty { pieces.append(.blank) }
    pieces += command.options.map { labelled($0.name, $0.summary) }
    if let example = command.example {
      pieces +=
        [.blank]
        + example.split(separator: ";").enumerated().map { i, line in
          labelled(i == 0 ? "example" : "", String(line.drop { $0 == " " }), .code)
        }
    }
    return pieces
  }

  private static func page(_ option: LossOption) -> [Piece] {
    let losses = Loss.all.filter { $0.accepts(option) }.map(\.name).joined(separator: ", ")
    return [heading(option.rawValue, option.summary), .text("An option of \(losses).")]
  }

  static func bullet(_ text: String) -> Piece { .paragraph([StyledRun("- " + text)], first: 0, indent: 2) }
}
