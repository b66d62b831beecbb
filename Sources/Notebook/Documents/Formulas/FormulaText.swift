/// A formula in LaTeX as readable Unicode: `\sum_i y_i \log p_i` becomes `∑ᵢ yᵢ log pᵢ`.
enum FormulaText {
  static func text(_ formula: String) -> String { text(FormulaReader.read(formula)) }

  static func text(_ node: FormulaNode) -> String {
    raw(node).split(separator: " ").joined(separator: " ")
  }

  private static func raw(_ node: FormulaNode) -> String {
    switch node {
    case .row(let nodes): nodes.map(raw).joined()
    case .letter(let text), .number(let text), .large(let text), .function(let text), .words(let text): text
    case .sign(";"): "; "
    case .sign(let text): text
    case .blank, .gap: " "
    case .fraction(let top, let bottom): bracketed(top) + "/" + bracketed(bottom)
    case .root(let inside): "\u{221A}" + bracketed(inside)
    case .scripts(let base, let below, let above):
      raw(base) + (below.map { small($0, FormulaSymbols.subscripts, mark: "_") } ?? "")
        + (above.map { small($0, FormulaSymbols.superscripts, mark: "^") } ?? "")
    case .accent(let base, let mark): raw(base) + mark
    case .cases(let lines):
      "{ " + lines.map { $0.map(text).joined(separator: ", ") }.joined(separator: "; ") + " "
    }
  }

  /// In brackets, where it is more than one word.
  private static func bracketed(_ node: FormulaNode) -> String {
    let text = text(node)
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(" + text + ")"
  }

  /// Raised or lowered letters, where Unicode has them all.
  private static func small(_ node: FormulaNode, _ table: [Character: Character], mark: String) -> String {
    let text = text(node)
    let small = text.filter { $0 != " " }.map { table[$0] }
    if small.allSatisfy({ $0 != nil }) { return String(small.compactMap { $0 }) }
    return mark + (text.count > 1 ? "(" + text + ")" : text)
  }
}
