// Lines as other languages write them, with what to write here.
extension Parser {
  /// The error for a line that begins with a word which begins lines elsewhere.
  func foreignOpening(_ word: String) -> Diagnostic? {
    guard ForeignWords.openings.contains(word), let next = following, !next.isSeparator else { return nil }
    switch next.kind {
    case .name, .number, .text: break
    case .symbol(.range) where word == "cd" || word == "ls": break
    // `while (x < 3)` is no call; `print(x)` is one, and the name may be the reader's own.
    case .symbol(.openRound) where word == "while" || word == "until": break
    default: return nil
    }
    return Diagnostic(
      .foreignHabit, "`\(word)` is not written like this in Lossbook", at: current.span,
      hint: ForeignWords.remedy(word))
  }

  /// The error for what follows a whole expression at the beginning of a line.
  func foreignTail(_ left: Expression, from start: Int) -> Diagnostic? {
    if case .comparison(.less, let name, let value) = left.kind, name.bareName != nil,
      name.span.start == start,
      let arrow = arrow(between: name, value)
    {
      let text = source.excerpt(name.span)
      return Diagnostic(
        .foreignHabit, "`<-` is not written like this in Lossbook", at: arrow,
        hint:
          "a value gets its name with =: \(text) = ...; to compare with a negative number, part them: \(text) < -1"
      )
    }
    guard isAt(.comma) else { return nil }
    if case .number = left.kind, case .number? = following?.kind {
      return Diagnostic(
        .foreignHabit, "`,` cannot stand here", at: current.span,
        hint: "decimals follow a dot: 1.5; a vector stands in brackets: [1, 5]")
    }
    guard let name = left.bareName else { return nil }
    return Diagnostic(
      .foreignHabit, "`,` cannot stand here", at: current.span,
      hint: "one name at a time: \(name) = 1; b = 2; a vector stands in brackets: [\(name), b]")
  }

  /// What a name goes through.
  /// - Parameters:
  ///   - opening: What stands before it, such as `for p in`.
  ///   - isOfSingleValues: Whether it is a list more often than a range.
  mutating func range(behind opening: String, isOfSingleValues: Bool = false) throws(Diagnostic) -> Expression
  {
    let start = self
    var found: Expression?
    var problem: Diagnostic?
    do throws(Diagnostic) { found = try expression() } catch { problem = error }
    if found == nil || isAt(.comma), let loose = start.looseValues(opening, isOfSingleValues) { throw loose }
    guard let found else { throw problem ?? unexpected() }
    return found
  }

  /// The error for values that only commas part, such as those of `for p in -2, 2`, perhaps in round brackets.
  private func looseValues(_ opening: String, _ isOfSingleValues: Bool) -> Diagnostic? {
    var ahead = self
    do throws(Diagnostic) {
      _ = try ahead.take(.openRound)
      var values = [try ahead.expression()]
      let comma = ahead.current.span
      while try ahead.take(.comma) { values.append(try ahead.expression()) }
      guard values.count > 1, !values.contains(where: \.isRange) else { return nil }
      let texts = values.map { source.excerpt($0.span) }
      return Diagnostic(
        .foreignHabit, "`,` cannot stand here", at: comma,
        hint: values.count == 2 && !isOfSingleValues
          ? "a range has two dots: \(opening) \(texts[0])..\(texts[1])"
          : "single values stand in square brackets: \(opening) [\(texts.joined(separator: ", "))]")
    } catch { return nil }
  }

  /// Where `<-` stands without a blank inside.
  private func arrow(between left: Expression, _ right: Expression) -> Span? {
    var place = left.span.end
    while place < right.span.start, source.scalars[place].isBlank { place += 1 }
    let span = Span(place, place + 2)
    return source.text(span) == "<-" ? span : nil
  }

  /// What to write in place of a word that cannot stand behind a value.
  func remedyForWord(_ word: String) -> String? {
    switch word {
    case "if": "a choice is written if c { a } else { b }, element by element where(c, a, b)"
    case "is": "to compare, write =="
    case "in": "any(y == x) says whether x is among y; a loop starts a line: for i in 1..10 { ... }"
    case "else": "`else` stands on the line of the closing `}` before it"
    case "for" where lexer.innermostBracket == .openSquare:
      "operators and functions go through a vector element by element: [1, 2, 3]^2"
    case "for": "a loop starts a line: for i in 1..10 { ... }"
    case "then", "do", "begin", "end": "what is chosen or repeated stands in braces: { ... }"
    default: nil
    }
  }
}
