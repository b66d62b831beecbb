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
    case .codeBlock: return [code(block, indent)]
    case .list: return list(block, indent)
    case .blockQuote: return block.children.flatMap { pieces($0, indent: indent + 4) }
    case .table: return [table(block)]
    case .thematicBreak, .htmlBlock: return []
    default: return block.children.flatMap { pieces($0, indent: indent) }
    }
  }

  private static func code(_ block: MarkdownNode, _ indent: Int) -> Piece {
    let blanks = String(repeating: " ", count: indent + 4)
    let lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.last == "" ? lines.dropLast() : lines[...]
    return .lines(shown.map { StyledLine(blanks + Sanitising.visible(String($0)), .code) })
  }

  private static func list(_ block: MarkdownNode, _ indent: Int) -> [Piece] {
    block.children.enumerated().flatMap { index, item -> [Piece] in
      let mark = block.number > 0 ? "\(block.number + index). " : "- "
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
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.mayBeObeyed && scalar != "\t"
  }
}

extension String {
  /// Short code stays on one line.
  fileprivate var nonBreaking: String {
    count <= 24 ? String(map { $0 == " " ? "\u{A0}" : $0 }) : self
  }
}
