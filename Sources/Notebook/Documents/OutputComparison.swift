import Language

/// Compares a recorded output with a new one. Numbers may differ by one unit of the last digit that is written down, or
/// by what the cell allows; runs of blanks count as one.
enum OutputComparison {
  static func agree(expected: String, actual: String, _ tolerance: Tolerance? = nil) -> Bool {
    let (a, b) = (trimmed(expected), trimmed(actual))
    return a.count == b.count && zip(a, b).allSatisfy { linesAgree($0, $1, tolerance) }
  }

  /// The lines of both in one list, those that only one of them has marked `-` and `+`.
  static func difference(
    expected: String, actual: String, _ tolerance: Tolerance? = nil
  ) -> [String] {
    let (old, new) = (trimmed(expected), trimmed(actual))
    // Which lines belong together takes time with the product of the two.
    guard old.count * new.count <= 4_000_000 else { return wholly(old, new) }
    let changes = new.difference(from: old) { linesAgree($0, $1, tolerance) }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (result, i, j): ([String], Int, Int) = ([], 0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        result.append("- " + old[i])
        i += 1
      } else if j < new.count, inserted.contains(j) {
        result.append("+ " + new[j])
        j += 1
      } else {
        if j < new.count { result.append("  " + new[j]) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }

  private static func wholly(_ old: [String], _ new: [String]) -> [String] {
    old.map { "- " + $0 } + new.map { "+ " + $0 }
  }

  private static func trimmed(_ text: String) -> [String] {
    var lines = text.lines.map { String($0.reversed().drop { $0 == " " || $0 == "\r" }.reversed()) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func linesAgree(_ a: String, _ b: String, _ tolerance: Tolerance?) -> Bool {
    if a == b || TimingText.isLine(a) && TimingText.isLine(b) { return true }
    let (left, right) = (tokens(a), tokens(b))
    return left.count == right.count && zip(left, right).allSatisfy { $0.agrees(with: $1, tolerance) }
  }

  private enum Token {
    case number(Double, lastDigit: Double)
    case word(Substring)

    func agrees(with other: Token, _ tolerance: Tolerance?) -> Bool {
      switch (self, other) {
      case (.number(let a, let unit), .number(let b, _)):
        a == b || abs(a - b) <= unit * 1.0000001 || tolerance?.allows(b, for: a) == true
      case (.word(let a), .word(let b)): a == b
      default: false
      }
    }
  }

  private static func tokens(_ line: String) -> [Token] {
    var tokens: [Token] = []
    var rest = line[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.drop { $0 == " " }
      } else if let (token, length) = number(rest) {
        tokens.append(token)
        rest = rest.dropFirst(length)
      } else {
        let isWord = isNameCharacter(first)
        let word = isWord ? rest.prefix(while: isNameCharacter) : rest.prefix(1)
        tokens.append(.word(word))
        rest = rest.dropFirst(word.count)
      }
    }
    return tokens
  }

  private static func isNameCharacter(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "_" }

  private static func number(_ text: Substring) -> (Token, Int)? {
    guard let first = text.first, first.isASCII, first.isNumber || first == "." || first == "-" else {
      return nil
    }
    var end = text.startIndex
    var (digits, decimals, seenPoint) = (0, 0, false)
    if text[end] == "-" { end = text.index(after: end) }
    while end < text.endIndex, text[end].isASCII, text[end].isNumber || (text[end] == "." && !seenPoint) {
      if text[end] == "." { seenPoint = true } else { digits += 1; decimals += seenPoint ? 1 : 0 }
      end = text.index(after: end)
    }
    guard digits > 0 else { return nil }
    let (exponent, stop) = exponent(text, from: end)
    guard let value = Double(text[..<stop]) else { return nil }
    let isWhole = !seenPoint && exponent == 0
    let unit = isWhole ? 0 : pow10(exponent - decimals)
    return (.number(value, lastDigit: unit), text.distance(from: text.startIndex, to: stop))
  }

  private static func exponent(_ text: Substring, from end: String.Index) -> (Int, String.Index) {
    guard end < text.endIndex, text[end] == "e" else { return (0, end) }
    let tail = text[text.index(after: end)...].prefix {
      $0 == "-" || $0 == "+" || ($0.isASCII && $0.isNumber)
    }
    guard let value = Int(tail), (-399...399).contains(value) else { return (0, end) }
    return (value, tail.endIndex)
  }

  private static func pow10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
