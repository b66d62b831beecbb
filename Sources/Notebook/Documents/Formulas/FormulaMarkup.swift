/// A formula as MathML, which browsers lay out and screen readers speak.
enum FormulaMarkup {
  /// - Parameter isDisplayed: Whether it stands on a line of its own.
  static func math(_ formula: String, isDisplayed: Bool) -> String {
    let kind = isDisplayed ? " display=\"block\"" : ""
    return "<math\(kind)>\(row([FormulaReader.read(formula)]))</math>"
  }

  private static func row(_ nodes: [FormulaNode]) -> String {
    let flat = symbols(nodes)
    let parts = flat.enumerated().map { index, node in
      let next = index + 1 < flat.count ? flat[index + 1] : nil
      return markup(node) + (isFollowedByGap(node, next) ? gap : "")
    }
    return flat.count == 1 ? parts.joined() : "<mrow>\(parts.joined())</mrow>"
  }

  /// The symbols of groups inside each other, without blanks.
  private static func symbols(_ nodes: [FormulaNode]) -> [FormulaNode] {
    nodes.flatMap { node in
      if case .row(let inner) = node { return symbols(inner) }
      return node == .blank ? [] : [node]
    }
  }

  private static let gap = "<mspace width=\"0.17em\"></mspace>"

  /// `log p` has a gap, `log(p)` has none.
  private static func isFollowedByGap(_ node: FormulaNode, _ next: FormulaNode?) -> Bool {
    let base: FormulaNode
    if case .scripts(let inner, _, _) = node { base = inner } else { base = node }
    let isName =
      switch base {
      case .function: true
      case .large(let name): name.count > 1
      default: false
      }
    guard isName, let next else { return false }
    if case .sign = next { return false }
    return true
  }

  private static func markup(_ node: FormulaNode) -> String {
    switch node {
    case .row(let nodes): row(nodes)
    case .letter(let text), .function(let text): Markup.text("mi", text)
    case .number(let text): Markup.text("mn", text)
    // Browsers cannot tell an opening bar from a closing one, and set both as if they divided.
    case .sign("|"), .sign("‖"):
      Markup.text("mo", ["stretchy": "false", "lspace": "0", "rspace": "0"], FormulaText.text(node))
    // Without a font for formulas, a bracket that stretches fits no other.
    case .sign(let text) where "()[]{}⌊⌋⌈⌉⟨⟩/".contains(text): Markup.text("mo", ["stretchy": "false"], text)
    case .sign(let text): Markup.text("mo", text)
    case .large(let text): Markup.text("mo", ["movablelimits": "true"], text)
    case .words(let text): Markup.text("mtext", text)
    case .blank: ""
    case .gap: gap
    case .fraction(let top, let bottom): "<mfrac>\(row([top]))\(row([bottom]))</mfrac>"
    case .root(let inside): "<msqrt>\(row([inside]))</msqrt>"
    case .scripts(let base, let below, let above): scripts(base, below, above)
    case .accent(let base, let mark):
      "<mover accent=\"true\">\(row([base]))\(Markup.text("mo", ["stretchy": "false"], spacing(mark)))</mover>"
    case .cases(let lines): cases(lines)
    }
  }

  private static func scripts(_ base: FormulaNode, _ below: FormulaNode?, _ above: FormulaNode?) -> String {
    let isLarge = if case .large = base { true } else { false }
    let inside = [base, below, above].compactMap { $0 }.map { row([$0]) }.joined()
    let name =
      switch (below != nil, above != nil) {
      case (true, true): isLarge ? "munderover" : "msubsup"
      case (true, false): isLarge ? "munder" : "msub"
      default: isLarge ? "mover" : "msup"
      }
    return "<\(name)>\(inside)</\(name)>"
  }

  private static func cases(_ lines: [[FormulaNode]]) -> String {
    let rows = lines.map { line in
      "<mtr>" + line.map { "<mtd>\(row([$0]))</mtd>" }.joined() + "</mtr>"
    }
    return "<mrow><mo>{</mo><mtable>\(rows.joined())</mtable></mrow>"
  }

  /// The mark as it stands by itself.
  private static func spacing(_ mark: String) -> String {
    ["\u{302}": "^", "\u{304}": "\u{AF}", "\u{303}": "~", "\u{20D7}": "\u{2192}", "\u{307}": "\u{2D9}"][mark]
      ?? mark
  }
}
