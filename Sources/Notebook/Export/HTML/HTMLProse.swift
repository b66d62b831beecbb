import Language

/// Markdown as HTML. Markup inside the Markdown is shown as text, so that nothing from a file is obeyed.
struct HTMLProse {
  /// The bytes of a picture that the document names.
  private let picture: (String) -> [UInt8]?
  /// Where a link of the document leads to on the page; nothing where it stays.
  private let follow: (String) -> String?
  /// The headings so far, with the names that they have got.
  private(set) var headings: [(level: Int, anchor: String, text: String)] = []
  private var anchors = Anchors()

  init(picture: @escaping (String) -> [UInt8]?, follow: @escaping (String) -> String?) {
    (self.picture, self.follow) = (picture, follow)
  }

  mutating func markup(_ nodes: [MarkdownNode]) -> String {
    nodes.map { block($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private mutating func block(_ node: MarkdownNode) -> String {
    switch node.kind {
    case .paragraph: return paragraph(node)
    case .heading: return heading(node)
    case .codeBlock: return code(node)
    case .list: return list(node)
    case .blockQuote: return Markup.element("blockquote", markup(node.children))
    case .table: return table(node)
    case .thematicBreak: return "<hr>"
    case .htmlBlock: return node.isComment ? "" : Markup.text("pre", node.literal)
    default: return markup(node.children)
    }
  }

  private func paragraph(_ node: MarkdownNode) -> String {
    let inside = inline(node.children)
    if let formula = node.children.first, node.children.count == 1, formula.number > 0 {
      return Markup.element("div", ["class": "formula"], inside)
    }
    return inside.isBlank ? "" : Markup.element("p", inside)
  }

  private mutating func heading(_ node: MarkdownNode) -> String {
    let anchor = anchors.next(node.plainText)
    headings.append((node.number, anchor, node.plainText))
    let name = "h\(min(max(node.number, 1), 6))"
    return anchor.isEmpty
      ? Markup.element(name, inline(node.children))
      : Markup.element(name, ["id": anchor], inline(node.children))
  }

  private func code(_ node: MarkdownNode) -> String {
    let isOurs = node.info.split(separator: " ").first == "loss"
    let text = isOurs ? HTMLCode.markup(node.literal) : Markup.escaped(node.literal)
    return Markup.element("pre", ["class": "code"], Markup.element("code", text))
  }

  private mutating func list(_ node: MarkdownNode) -> String {
    let items = node.children.map { Markup.element("li", item($0)) }.joined(separator: "\n")
    guard node.number >= 0 else { return Markup.element("ul", items) }
    return node.number == 1
      ? Markup.element("ol", items) : Markup.element("ol", ["start": String(node.number)], items)
  }

  /// One paragraph in an item is no paragraph of its own.
  private mutating func item(_ node: MarkdownNode) -> String {
    guard let first = node.children.first, first.kind == .paragraph else { return markup(node.children) }
    let rest = Array(node.children.dropFirst())
    let isShort = !rest.contains { $0.kind == .paragraph }
    return (isShort ? inline(first.children) : block(first)) + markup(rest)
  }

  private func table(_ node: MarkdownNode) -> String {
    let rows = node.children.enumerated().map { index, row in
      row.children.map { cell in
        let inside = inline(cell.children)
        return index == 0 && !inside.isEmpty
          ? Markup.element("th", ["scope": "col"], inside) : Markup.element("td", inside)
      }.joined()
    }.map { Markup.element("tr", $0) }
    let content =
      Markup.element("thead", rows.first ?? "")
      + Markup.element("tbody", rows.dropFirst().joined(separator: "\n"))
    return Markup.element(
      "div", ["class": "scroll prose", "role": "group", "aria-label": "table", "tabindex": "0"],
      Markup.element("table", content))
  }

  func inline(_ nodes: [MarkdownNode]) -> String { nodes.map(inline).joined() }

  private func inline(_ node: MarkdownNode) -> String {
    switch node.kind {
    case .text: Markup.escaped(node.literal)
    case .code: code(node.literal)
    case .formula: formula(node)
    case .softbreak: "\n"
    case .linebreak: "<br>"
    case .emph: Markup.element("em", inline(node.children))
    case .strong: Markup.element("strong", inline(node.children))
    case .link: link(node)
    case .image: image(node)
    case .htmlInline: html(node)
    default: inline(node.children)
    }
  }

  /// A long formula stands on a line of its own, which scrolls: browsers break none.
  private func formula(_ node: MarkdownNode) -> String {
    let math = FormulaMarkup.math(node.literal, isDisplayed: node.number > 0)
    let isLong = node.number == 0 && FormulaText.text(node.literal).count > 40
    return isLong ? Markup.element("span", ["class": "formula"], math) : math
  }

  /// Short code stays on one line, as it does on a screen.
  private func code(_ text: String) -> String {
    text.count <= 24 ? Markup.text("code", text) : Markup.text("code", ["class": "long"], text)
  }

  private func html(_ node: MarkdownNode) -> String {
    if node.isComment { return "" }
    return ["<br>", "<br/>", "<br />"].contains(node.literal.lowercased())
      ? "<br>" : Markup.escaped(node.literal)
  }

  private func link(_ node: MarkdownNode) -> String {
    let inside = inline(node.children)
    guard Address.isHarmless(node.info) else { return inside }
    return Markup.element("a", ["href": Address.encoded(follow(node.info) ?? node.info)], inside)
  }

  /// A picture from the document's own place becomes a part of the page; to others there is a link, since a page that
  /// loads something tells somebody that it is read.
  private func image(_ node: MarkdownNode) -> String {
    let words = node.plainText
    if let kind = Address.pictureKind(node.info), let bytes = picture(node.info) {
      let data = "data:\(kind);base64,\(Base64.text(bytes))"
      return "<img alt=\"\(Markup.escaped(words))\" src=\"\(data)\">"
    }
    let label = words.isEmpty ? node.info : words
    guard Address.isHarmless(node.info) else { return Markup.escaped(label) }
    return Markup.text("a", ["href": Address.encoded(node.info)], label)
  }
}
