/// Finds formulas between dollar signs, as GitHub does: `$x_i$`, `$$x_i$$` on a line of its own, and, where the signs
/// would be ambiguous, $`x_i`$.
enum Formulas {
  /// - Parameter nodes: what stands beside each other in a paragraph, its texts still shielded.
  static func found(in nodes: [MarkdownNode]) -> [MarkdownNode] {
    guard nodes.contains(where: { $0.kind == .text }) else { return nodes }
    return joined(quoted(nodes)).flatMap { $0.kind == .text ? split($0) : [$0] }
  }

  /// Code between dollar signs.
  private static func quoted(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    var result: [MarkdownNode] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if node.kind == .code, let before = result.last, before.kind == .text, before.literal.last == "$",
        index + 1 < nodes.count, nodes[index + 1].kind == .text, nodes[index + 1].literal.first == "$"
      {
        let after = nodes[index + 1]
        result[result.count - 1] = MarkdownNode(
          text: String(before.literal.dropLast()), line: before.startLine)
        result.append(MarkdownNode(formula: node.literal, line: node.startLine))
        result.append(MarkdownNode(text: String(after.literal.dropFirst()), line: after.startLine))
        index += 2
      } else {
        result.append(node)
        index += 1
      }
    }
    return result
  }

  /// The lines of a formula that takes several, as one text.
  private static func joined(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    nodes.reduce(into: []) { result, node in
      guard let last = result.last, last.kind == .text, isOpen(last.literal) else {
        return result.append(node)
      }
      switch node.kind {
      case .softbreak, .linebreak:
        result[result.count - 1] = MarkdownNode(text: last.literal + "\n", line: last.startLine)
      case .text:
        result[result.count - 1] = MarkdownNode(text: last.literal + node.literal, line: last.startLine)
      default: result.append(node)
      }
    }
  }

  private static func isOpen(_ text: String) -> Bool {
    let edges = text.unicodeScalars.compactMap { FormulaShield.Edge(rawValue: $0.value) }
    return edges.last == .opening || edges.last == .displayOpening
  }

  /// A text with the formulas in it set apart.
  private static func split(_ node: MarkdownNode) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var text = String.UnicodeScalarView()
    func close(_ make: (String) -> MarkdownNode) {
      if !text.isEmpty { nodes.append(make(String(text))) }
      text.removeAll()
    }
    for scalar in node.literal.unicodeScalars {
      switch FormulaShield.Edge(rawValue: scalar.value) {
      case nil: text.append(scalar)
      case .opening?, .displayOpening?:
        close { MarkdownNode(text: FormulaShield.lowered($0, isProse: true), line: node.startLine) }
      case .closing?: close { MarkdownNode(formula: FormulaShield.lowered($0), line: node.startLine) }
      case .displayClosing?:
        close { MarkdownNode(formula: FormulaShield.lowered($0), isDisplayed: true, line: node.startLine) }
      }
    }
    close { MarkdownNode(text: FormulaShield.lowered($0, isProse: true), line: node.startLine) }
    return nodes
  }
}
