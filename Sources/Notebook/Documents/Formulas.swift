/// Finds formulas between dollar signs, as GitHub does: `$x_i$`, and where Markdown would read the signs inside,
/// $`x_i`$.
enum Formulas {
  static func found(in nodes: [MarkdownNode]) -> [MarkdownNode] {
    guard nodes.contains(where: { $0.kind == .text && $0.literal.contains("$") }) else { return nodes }
    return quoted(nodes).flatMap { $0.kind == .text ? split($0) : [$0] }
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

  /// A text with the formulas in it set apart. A sign before a digit or behind a blank is money, or a dollar sign.
  private static func split(_ node: MarkdownNode) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var text = ""
    var rest = node.literal[...]
    while let first = rest.first {
      rest.removeFirst()
      guard first == "$", let formula = formula(rest) else {
        text.append(first)
        continue
      }
      if !text.isEmpty { nodes.append(MarkdownNode(text: text, line: node.startLine)) }
      text = ""
      nodes.append(MarkdownNode(formula: String(formula), line: node.startLine))
      rest = rest.dropFirst(formula.count + 1)
    }
    return text.isEmpty ? nodes : nodes + [MarkdownNode(text: text, line: node.startLine)]
  }

  /// What stands before the closing sign.
  private static func formula(_ text: Substring) -> Substring? {
    guard let end = text.firstIndex(of: "$"), end > text.startIndex else { return nil }
    let formula = text[..<end]
    let after = text[text.index(after: end)...].first
    guard formula.first?.isWhitespace == false, formula.last?.isWhitespace == false, after?.isNumber != true
    else {
      return nil
    }
    return formula
  }
}
