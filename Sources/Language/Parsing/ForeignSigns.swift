// Signs that other languages use, with what to write here.
extension Parser {
  /// A sign that stands where none can, and what to write in its place.
  struct ForeignSign {
    let text: String
    let span: Span
    let remedy: String

    var diagnostic: Diagnostic {
      Diagnostic(.foreignHabit, "`\(text)` is not written like this in Lossbook", at: span, hint: remedy)
    }
  }

  /// The error for the current sign, if it is known from elsewhere.
  func foreignHabit() -> Diagnostic? {
    (updating ?? counting ?? divided ?? dotted ?? single)?.diagnostic
  }

  /// The characters at the current token and behind it, as many as are asked for.
  private func ahead(_ text: String) -> Bool {
    let start = current.span.start
    return source.text(Span(start, start + text.unicodeScalars.count)) == text
  }

  private func sign(_ text: String, _ remedy: String, back: Int = 0) -> ForeignSign {
    let start = current.span.start - back
    return ForeignSign(text: text, span: Span(start, start + text.unicodeScalars.count), remedy: remedy)
  }

  /// The word or bracketed thing that ends before a place, or `x`.
  private func operand(endingAt place: Int) -> String {
    var end = min(place, source.scalars.count)
    while end > 0, source.scalars[end - 1].isBlank { end -= 1 }
    var start = end
    while start > 0, source.scalars[start - 1].continuesName { start -= 1 }
    return start < end ? source.text(Span(start, end)) : "x"
  }

  private func scalar(before place: Int) -> Unicode.Scalar? {
    place > 0 && place <= source.scalars.count ? source.scalars[place - 1] : nil
  }

  /// `x += 1`
  private var updating: ForeignSign? {
    let start = current.span.start
    guard isAt(.assign), lastEnd == start, let operation = scalar(before: start),
      ["+", "-", "*", "/", "^"].contains(operation)
    else { return nil }
    let name = operand(endingAt: start - 1)
    return sign("\(operation)=", "write it out: \(name) = \(name) \(operation) ...", back: 1)
  }

  /// `x++`
  private var counting: ForeignSign? {
    guard current.kind == .end || current.isSeparator, lastEnd > 1, let last = scalar(before: lastEnd),
      last == "+" || last == "-", scalar(before: lastEnd - 1) == last
    else { return nil }
    let name = operand(endingAt: lastEnd - 2)
    return ForeignSign(
      text: "\(last)\(last)", span: Span(lastEnd - 2, lastEnd),
      remedy: "write it out: \(name) = \(name) \(last) 1")
  }

  /// `a // b`, and what opens a comment elsewhere.
  private var divided: ForeignSign? {
    guard isAt(.divide) else { return nil }
    if lastEnd == current.span.start, scalar(before: lastEnd) == "/" {
      return sign("//", "a whole quotient is floor(a / b), and a comment begins with #", back: 1)
    }
    if ahead("//") || ahead("/*") { return sign(ahead("//") ? "//" : "/*", "a comment begins with #") }
    return nil
  }

  /// `a .* b`
  private var dotted: ForeignSign? {
    guard case .symbol(let symbol) = current.kind, scalar(before: current.span.start) == ".",
      [.times, .divide, .power, .doubleStar].contains(symbol)
    else { return nil }
    let plain = symbol == .doubleStar ? "^" : symbol.rawValue
    return sign(
      ".\(symbol.rawValue)",
      "operators go element by element by themselves: a \(plain) b; a matrix product is a @ b",
      back: 1)
  }

  private var single: ForeignSign? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    switch symbol {
    case .doubleStar: return sign("**", "powers are written with ^: x^2")
    case .ellipsis: return sign("...", "a range has two dots: 1..10")
    case .arrow: return sign("->", "a function is written f(x) = x^2")
    case .transpose: return quote
    case .colon: return colon
    case .percent: return percent
    case .ampersand: return sign(ahead("&&") ? "&&" : "&", "write `and`")
    case .bar:
      if ahead("|>") { return sign("|>", "write the function around its argument: f(x)") }
      return sign(ahead("||") ? "||" : "|", ahead("||") ? "write `or`" : "write `or`, and abs(x) for a size")
    case .bang: return sign("!", "write `not`, and != for unequal")
    case .question:
      return sign(
        "?",
        "a choice is written if c { a } else { b }, element by element where(c, a, b); help is ?bce or bce?")
    default: return nil
    }
  }

  private var quote: ForeignSign {
    let start = current.span.start
    let behind = scalar(before: start)
    if behind.map({ $0.continuesName || $0 == "]" || $0 == ")" }) == true {
      return sign("'", "a transpose is transpose(\(operand(endingAt: start)))")
    }
    var end = start + 1
    while end < source.scalars.count, source.scalars[end] != "'", !source.scalars[end].isLineEnd { end += 1 }
    guard end < source.scalars.count, source.scalars[end] == "'" else {
      return sign("'", "text stands in double quotes, and a transpose is transpose(x)")
    }
    let text = Span(start, end + 1)
    return ForeignSign(
      text: source.excerpt(text), span: text,
      remedy: "text stands in double quotes: \"\(source.excerpt(Span(start + 1, end)))\"")
  }

  private var colon: ForeignSign {
    if ahead(":=") {
      return sign(":=", "a value gets its name with =: \(operand(endingAt: current.span.start)) = ...")
    }
    switch lexer.innermostBracket {
    case .openSquare?: return sign(":", "a slice is a range and includes its end: y[1..2]")
    case .openRound?: return sign(":", "a range has two dots and includes its end: 1..3")
    default:
      return sign(":", "a range is 1..3 with both ends; what is repeated or chosen stands in braces: { ... }")
    }
  }

  private var percent: ForeignSign {
    let known: [(text: String, remedy: String)] = [
      ("%*%", "a matrix product is a @ b"), ("%%", "write mod(a, b) for a remainder"),
      ("%/%", "a whole quotient is floor(a / b)"), ("%in%", "any(y == x) says whether x is among y"),
      ("%o%", "write outer products with columns: a * transpose([b])"),
    ]
    if let found = known.first(where: { ahead($0.text) }) { return sign(found.text, found.remedy) }
    let startsLine = scalar(before: current.span.start).map(\.isLineEnd) ?? true
    return sign("%", startsLine ? "a comment begins with #" : "write mod(a, b) for a remainder")
  }
}
