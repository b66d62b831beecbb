import Language

/// Markdown as pieces for the screen.
enum MarkdownPieces {
  static func pieces(_ prose: Prose?, indent: Int = 0) -> [Piece] {
    pieces(prose?.nodes ?? [], indent: indent)
  }

  static func pieces(_ blocks: [MarkdownNode], indent: Int = 0) -> [Piece] {
    var pieces: [Piece] = []
    for block in blocks {
      let part = self.pieces(block, indent: indent)
      guard !part.isEmpty else { continue }
      if !pieces.isEmpty { pieces.append(.blank) }
      pieces += part
    }
    return pieces
  }

  /// A sentence of the program's own, its code between backticks.
  static func sentence(_ text: String, _ style: TextStyle = .plain) -> Piece {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return .paragraph(
      parts.enumerated().map { index, part in
        index % 2 == 0
          ? StyledRun(String(part), style) : StyledRun(Sanitising.visible(String(part)).nonBreaking, .code)
      }.filter { !$0.text.isEmpty })
  }

  private static func pieces(_ block: MarkdownNode, indent: Int) -> [Piece] {
    switch block.kind {
    case .paragraph: return [.paragraph(runs(block.children), first: indent, indent: indent)]
    case .heading: return [.paragraph(runs(block.children, .heading), first: indent, indent: indent)]
    case .codeBlock: return code(block, indent)
    case .list: return list(block, indent)
    case .blockQuote: return block.children.flatMap { pieces($0, indent: indent + 4) }
    case .table: return [table(block)]
    case .thematicBreak, .htmlBlock: return []
    default: return block.children.flatMap { pieces($0, indent: indent) }
    }
  }

  /// A line that is too long goes on below, deeper than it began.
  private static func code(_ block: MarkdownNode, _ indent: Int) -> [Piece] {
    let lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines[...]).map { line in
      let line = Sanitising.visible(String(line))
      let margin = line.prefix { $0 == " " }.count
      return .paragraph(
        [StyledRun(line.keepingGaps, .code)], first: indent + 4, indent: indent + margin + 8)
    }
  }

  private static func list(_ block: MarkdownNode, _ indent: Int) -> [Piece] {
    block.children.enumerated().flatMap { index, item -> [Piece] in
      let mark = block.number >= 0 ? "\(block.number + index). " : "- "
      let inner = indent + mark.count
      var pieces = item.children.flatMap { self.pieces($0, indent: inner) }
      if case .paragraph(let runs, _, let own)? = pieces.first {
        pieces[0] = .paragraph([StyledRun(mark)] + runs, first: indent, indent: own)
      }
      return pieces
    }
  }

  private static func table(_ block: MarkdownNode) -> Piece {
    let rows = block.children.map { row in row.children.map { Sanitising.visible($0.plainText) } }
    let header = rows.first ?? []
    return .table(Table(header: header, rows: Array(rows.dropFirst()), leftAligned: Set(header.indices)))
  }

  private static func runs(_ nodes: [MarkdownNode], _ style: TextStyle = .plain) -> [StyledRun] {
    nodes.flatMap { node -> [StyledRun] in
      switch node.kind {
      case .text: [StyledRun(Sanitising.visible(node.literal), style)]
      case .code: [StyledRun(Sanitising.visible(node.literal).nonBreaking, .code)]
      case .formula:
        [
          StyledRun(
            Sanitising.visible(FormulaText.text(node.literal)).nonBreaking,
            style == .plain ? .emphasis : style)
        ]
      case .softbreak, .linebreak: [StyledRun(" ", style)]
      case .emph: runs(node.children, style == .heading ? .heading : .emphasis)
      case .strong: runs(node.children, style == .heading ? .heading : .strong)
      case .link: link(node, style)
      case .htmlInline: []
      default: runs(node.children, style)
      }
    }
  }

  private static func link(_ node: MarkdownNode, _ style: TextStyle) -> [StyledRun] {
    let address = Sanitising.visible(node.info)
    let text = runs(node.children, style)
    return node.plainText == node.info || address.hasPrefix("#")
      ? text : text + [StyledRun(" (\(address))", .muted)]
  }
}

extension [Piece] {
  /// The pieces with words before the first paragraph, or a paragraph of their own where there is none first.
  /// - Parameter hangs: whether the further lines stand below the text, and not below the words before it.
  func prefixed(_ words: String, _ style: TextStyle = .plain, hangs: Bool = false) -> [Piece] {
    guard case .paragraph(let runs, let first, let indent)? = self.first else {
      return [.paragraph([StyledRun(words, style)])] + self
    }
    let below = hangs ? indent + words.count : indent
    return [.paragraph([StyledRun(words, style)] + runs, first: first, indent: below)] + dropFirst()
  }
}

/// Text from a file, made harmless for a terminal.
enum Sanitising {
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: \.mayBeObeyed) else { return text }
    var (result, column) = ("", 0)
    for scalar in text.unicodeScalars {
      // A window's own stops know nothing of what stands before the line.
      let shown =
        scalar == "\t"
        ? String(repeating: " ", count: 4 - column % 4) : scalar.mayBeObeyed ? "\u{FFFD}" : String(scalar)
      result += shown
      column += shown.unicodeScalars.count
    }
    return result
  }
}

extension String {
  /// Code stays on one line where it takes no more than half of a common window.
  fileprivate var nonBreaking: String {
    count <= 40 ? String(map { $0 == " " ? "\u{A0}" : $0 }) : self
  }

  /// With blanks that no line ends at where several stand together, or before all else.
  var keepingGaps: String {
    var (text, isGap): (String, Bool) = ("", true)
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      let joins = isGap || (index + 1 < characters.count && characters[index + 1] == " ")
      isGap = character == " "
      text.append(isGap && joins ? "\u{A0}" : character)
    }
    return text
  }
}
