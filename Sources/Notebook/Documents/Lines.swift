// Texts line by line. Lines end as in Markdown: with a line feed, a carriage return, or both together.

extension Character {
  fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

extension String {
  /// The lines without their ends. Behind the last end stands one more, which is empty.
  var lines: [String] { split(omittingEmptySubsequences: false, whereSeparator: \.endsLine).map(String.init) }

  /// The lines, each with its end; the last one may have none.
  var linesWithEnds: [String] {
    var lines: [String] = []
    var rest = self[...]
    while let end = rest.firstIndex(where: \.endsLine) {
      lines.append(String(rest[...end]))
      rest = rest[index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [String(rest)]
  }

  /// Without the line end that stands behind code between fences.
  var withoutLineEnd: String { last?.endsLine == true ? String(dropLast()) : self }

  /// Without empty lines at both ends.
  var trimmedLines: String {
    let lines = lines.drop { $0.isBlank }
    return lines.reversed().drop { $0.isBlank }.reversed().joined(separator: "\n")
  }

  /// The lines behind the first with blanks before them.
  func indented(by count: Int) -> String {
    let blanks = String(repeating: " ", count: count)
    return lines.enumerated().map { $0 == 0 || $1.isBlank ? $1.trimmed : blanks + $1.trimmed }
      .joined(separator: "\n")
  }
}

extension StringProtocol {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
