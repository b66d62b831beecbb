import LossMath

// What the help says of one thing.
extension HelpText {
  static func heading(_ name: String, _ text: String) -> Piece {
    .paragraph([StyledRun(name, .heading), StyledRun(": " + text)])
  }

  static func labelled(_ label: String, _ text: String, _ style: TextStyle = .plain) -> Piece {
    .paragraph(
      [StyledRun(label + Wrapping.gap(after: label, to: 13), .muted), StyledRun(text, style)], indent: 13)
  }

  static func page(_ loss: Loss, _ builtin: Builtin) -> [Piece] {
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
  static func homonymPage(_ builtin: Builtin) -> [Piece] {
    guard let family = Distribution.named(builtin.name) else { return [] }
    let opening = "With one argument, \(builtin.signature), the name means a distribution:"
    return [.blank, .text(opening, .strong), .blank] + DistributionText.help(family, builtin)
  }

  static func page(_ builtin: Builtin) -> [Piece] {
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

  static func page(_ command: Command) -> [Piece] {
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

  static func page(_ option: LossOption) -> [Piece] {
    let losses = Loss.all.filter { $0.accepts(option) }.map(\.name).joined(separator: ", ")
    return [heading(option.rawValue, option.summary), .text("An option of \(losses).")]
  }

  static func bullet(_ text: String) -> Piece { .paragraph([StyledRun("- " + text)], first: 0, indent: 2) }

  /// An option of commands, with what each of them does with it.
  static func commandOption(_ name: String, _ interpreter: Interpreter) -> [Piece]? {
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
}
