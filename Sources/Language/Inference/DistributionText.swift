import LossMath

/// A distribution as it is shown: its formula with the reader's numbers, its centre and its width.
enum DistributionText {
  static func pieces(_ distribution: DistributionValue) -> [Piece] {
    let family = distribution.family
    return [
      .paragraph([
        StyledRun(distribution.text, .code), StyledRun(": " + family.summary.lowercasedFirst),
      ]),
      .paragraph(
        [
          StyledRun(family.isDiscrete ? "log probability = " : "log density = ", .muted),
          StyledRun(filledFormula(distribution), .code),
        ], first: 2, indent: 4),
      .text(moments(distribution)),
    ]
  }

  private static func moments(_ distribution: DistributionValue) -> String {
    if let moments = DistributionMoments(distribution) {
      return "mean \(ValueText.short(.tensor(moments.mean))), "
        + "variance \(ValueText.short(.tensor(moments.variance)))"
    }
    let p = distribution.values.first?.elements ?? []
    let likeliest = p.indices.max { p[$0] < p[$1] } ?? 0
    return "\(p.count == 1 ? "1 class" : "\(p.count) classes"), the likeliest is \(likeliest)"
  }

  /// The formula with numbers in the place of the parameters' names.
  private static func filledFormula(_ distribution: DistributionValue) -> String {
    var numbers: [String: String] = [:]
    for (parameter, value) in zip(distribution.family.parameters, distribution.values) {
      numbers[parameter.name] = ValueText.short(.tensor(value))
    }
    return filled(distribution.family.formula, numbers)
  }

  static func filled(_ formula: String, _ numbers: [String: String]) -> String {
    var (result, word) = ("", "")
    for character in formula + " " {
      if character.isLetter || character == "_" {
        word.append(character)
        continue
      }
      let number = numbers[word]
      // Brackets that the formula has already are enough.
      let isEnclosed = result.hasSuffix("(") && character == ")"
      result += number.map { $0.hasPrefix("-") && !isEnclosed ? "(\($0))" : $0 } ?? word
      result.append(character)
      word = ""
    }
    return String(result.dropLast())
  }

  /// The page of `help` on a family.
  static func help(_ family: Distribution, _ builtin: Builtin) -> [Piece] {
    [
      .paragraph([StyledRun(family.title, .heading)]), .text(family.summary), .blank,
      HelpText.labelled("call", builtin.signature, .code),
      HelpText.labelled(family.isDiscrete ? "log prob." : "log density", family.formula, .code),
      HelpText.labelled("data", family.support.rawValue),
    ]
      + family.parameters.map { HelpText.labelled($0.name, "\($0.meaning): \($0.range.rawValue)") }
      + [HelpText.labelled("estimate", family.estimate, .code), .blank]
      + identity(family) + (family.pitfalls + builtin.details).map { HelpText.bullet($0) } + [.blank]
      + examples(family)
      + (builtin.aliases.isEmpty
        ? [] : [HelpText.labelled("aliases", builtin.aliases.joined(separator: ", "))])
      + [HelpText.labelled("see also", related(builtin))]
  }

  private static func related(_ builtin: Builtin) -> String {
    builtin.seeAlso.filter { $0 != builtin.name }.joined(separator: ", ")
  }

  private static func identity(_ family: Distribution) -> [Piece] {
    guard let identity = family.identity else { return [] }
    return [.text("\(identity.meaning) \(identity.statement)."), .blank]
  }

  private static func examples(_ family: Distribution) -> [Piece] {
    let free = family.parameters.map { $0.isFitted ? $0.name : "\($0.name)=10" }.joined(separator: ", ")
    return [
      HelpText.labelled("example", family.call, .code),
      HelpText.labelled("", "log_prob(\(family.call), \(family.exampleData))", .code),
      HelpText.labelled("", "fit \(family.name)(\(free)) to \(family.exampleData)", .code),
    ]
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
