import CMarkdown

/// A parsed Markdown document as plain values.
public struct MarkdownNode: Sendable {
  public enum Kind: String, Sendable {
    case document, paragraph, heading, list, item, table, emph, strong, link, image, text, code, softbreak,
      linebreak, formula
    case blockQuote = "block_quote"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case htmlInline = "html_inline"
    case thematicBreak = "thematic_break"
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case other
  }

  public let kind: Kind
  public var children: [MarkdownNode]
  /// The text of a leaf; of a code block, its code.
  public let literal: String
  /// The words after a code block's fence; the address of a link.
  public let info: String
  /// The level of a heading; the first number of an ordered list, -1 for a bulleted one; 1 for a formula on a line of
  /// its own.
  public let number: Int
  /// Counted from 1.
  public let startLine: Int
  public let endLine: Int

  /// Deeper trees are cut: no page that is read nests like this.
  private static let depthLimit = 60

  /// Parses CommonMark with GitHub's tables.
  public init(parsing text: String) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = FormulaShield.raised(text)
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    let root = cmark_parser_finish(parser)
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    self = MarkdownNode(node: root, depth: 0)
  }

  private init(node: OpaquePointer?, depth: Int) {
    let kind = Kind(rawValue: Self.string(cmark_node_get_type_string(node))) ?? .other
    self.kind = kind
    let text = Self.string(cmark_node_get_literal(node))
    // Texts stay shielded until the formulas in them are found.
    literal = kind == .text ? text : FormulaShield.lowered(text)
    info =
      switch kind {
      case .codeBlock: FormulaShield.lowered(Self.string(cmark_node_get_fence_info(node)))
      case .link, .image: FormulaShield.lowered(Self.string(cmark_node_get_url(node)))
      default: ""
      }
    number =
      switch kind {
      case .heading: Int(cmark_node_get_heading_level(node))
      case .list:
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : -1
      default: 0
      }
    startLine = Int(cmark_node_get_start_line(node))
    endLine = Int(cmark_node_get_end_line(node))
    children = []
    defer { children = Formulas.found(in: children) }
    guard depth < Self.depthLimit else { return }
    var child = cmark_node_first_child(node)
    while child != nil {
      children.append(MarkdownNode(node: child, depth: depth + 1))
      child = cmark_node_next(child)
    }
  }

  /// A formula in a line of text.
  init(formula: String, isDisplayed: Bool = false, line: Int) {
    (kind, children, literal, info, number) = (.formula, [], formula, "", isDisplayed ? 1 : 0)
    (startLine, endLine) = (line, line)
  }

  init(text: String, line: Int) {
    (kind, children, literal, info, number) = (.text, [], text, "", 0)
    (startLine, endLine) = (line, line)
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  /// The text of all leaves below, without marks.
  public var plainText: String {
    switch kind {
    case .softbreak, .linebreak: " "
    case .text, .code: literal
    case .formula: FormulaText.text(literal)
    default: children.map(\.plainText).joined()
    }
  }
}
