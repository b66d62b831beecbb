/// Breaks text at blanks so that it fits a width.
enum Wrapping {
  private struct Word {
    var runs: [StyledRun]
    var width: Int
    /// The blank before the word, in the style it had.
    var blank: StyledRun?

    /// The word in pieces that fit, where it is longer than a whole line: behind a blank that keeps words together, a bracket,
    /// a comma or another sign of code where there is one in the later half, else wherever the line ends.
    /// - Parameter first: what fits on the line that it begins on.
    func broken(to limit: Int, first: Int) -> [Word] {
      guard width > first, limit > 0, first > 0 else { return [self] }
      var rest = runs.flatMap { run in
        run.text.map { (character: $0, size: Wrapping.cells(String($0)), style: run.style) }
      }[...]
      var words: [Word] = []
      while !rest.isEmpty {
        let limit = words.isEmpty ? first : limit
        var used = 0
        var end = rest.startIndex
        while end < rest.endIndex, end == rest.startIndex || used + rest[end].size <= limit {
          used += rest[end].size
          end += 1
        }
        if end < rest.endIndex {
          let middle = rest.startIndex + (end - rest.startIndex) / 2
          let ends = ["\u{A0}", "([,=/.", "_"].lazy.compactMap { signs in
            (middle..<end).last { Self.mayEnd(rest[$0].character, rest[$0 + 1].character, signs) }
          }
          end = ends.first.map { $0 + 1 } ?? end
        }
        var word = Word(runs: [], width: 0, blank: words.isEmpty ? blank : nil)
        for part in rest[..<end] { word.append(part.character, part.size, part.style) }
        words.append(word)
        rest = rest[end...]
      }
      return words
    }

    /// Whether a line of code reads well when it ends between two characters.
    private static func mayEnd(_ character: Character, _ next: Character, _ signs: String) -> Bool {
      signs.contains(character) && (character != "." || next.isLetter)
    }

    private mutating func append(_ character: Character, _ size: Int, _ style: TextStyle) {
      width += size
      if let last = runs.indices.last, runs[last].style == style {
        runs[last].text.append(character)
      } else {
        runs.append(StyledRun(String(character), style))
      }
    }
  }

  /// A gap between a name and what is said of it, which no line's end comes into. Where the window is too narrow for
  /// two columns, a colon takes its place.
  static func gap(after name: String, to column: Int) -> String {
    String(repeating: "\u{A0}", count: max(column - cells(name), 2))
  }

  static func wrap(_ runs: [StyledRun], width: Int, first: Int, indent: Int) -> [StyledLine] {
    let isNarrow = indent * 2 > width
    let runs = isNarrow ? runs.map(withoutGaps) : runs
    let indent = isNarrow ? min(first + 2, 4) : indent
    var lines: [StyledLine] = []
    var line = StyledLine([StyledRun(blanks(first))])
    var used = first
    var isEmpty = true
    let limit = width - max(first, indent)
    // The first word has its line to itself.
    let parts = words(runs).enumerated().flatMap { index, word in
      word.broken(to: limit, first: index == 0 ? width - first : limit)
    }
    for word in parts {
      let gap = isEmpty || word.blank == nil ? 0 : 1
      if !isEmpty && used + gap + word.width > width {
        lines.append(line)
        line = StyledLine([StyledRun(blanks(indent))])
        used = indent
        isEmpty = true
      } else if gap == 1, let blank = word.blank {
        line.runs.append(blank)
        used += 1
      }
      line.runs.append(contentsOf: word.runs.map { StyledRun(plainBlanks($0.text), $0.style) })
      used += word.width
      isEmpty = false
    }
    lines.append(line)
    return lines
  }

  private static func withoutGaps(_ run: StyledRun) -> StyledRun {
    guard run.text.hasPrefix("\u{A0}\u{A0}") || run.text.hasSuffix("\u{A0}\u{A0}") else { return run }
    let words = run.text.split(separator: "\u{A0}")
    let text = words.joined(separator: " ")
    return StyledRun(run.text.hasPrefix("\u{A0}") ? ": " + text : text + ": ", run.style)
  }

  private static func plainBlanks(_ text: String) -> String {
    text.contains("\u{A0}") ? String(text.map { $0 == "\u{A0}" ? " " : $0 }) : text
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

  private static func words(_ runs: [StyledRun]) -> [Word] {
    var words: [Word] = []
    var current = Word(runs: [], width: 0, blank: nil)
    for run in runs {
      var piece = ""
      func flush() {
        guard !piece.isEmpty else { return }
        current.runs.append(StyledRun(piece, run.style))
        current.width += cells(piece)
        piece = ""
      }
      for character in run.text {
        if character == " " || character == "\n" {
          flush()
          if !current.runs.isEmpty { words.append(current) }
          current = Word(runs: [], width: 0, blank: StyledRun(" ", run.style))
        } else {
          piece.append(character)
        }
      }
      flush()
    }
    if !current.runs.isEmpty { words.append(current) }
    return words
  }

  /// The cells a text takes, near enough for prose: East Asian wide characters and emoji take two.
  static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
