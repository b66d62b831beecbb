/// Markdown as it is written, and as it was read.
public struct Prose: Sendable {
  public let source: String
  public let nodes: [MarkdownNode]

  public var isEmpty: Bool { nodes.isEmpty }

  public init(_ source: String) {
    self.init(source, nodes: MarkdownNode(parsing: source).children)
  }

  init(_ source: String, nodes: [MarkdownNode]) {
    (self.source, self.nodes) = (source, nodes)
  }

  /// The source without comments, such as the expressions behind numbers, which readers do not see.
  var shownSource: String {
    var rest = source[...]
    var shown = ""
    for comment in nodes.flatMap(Self.comments) {
      guard let range = rest.firstRange(of: comment) else { continue }
      shown += rest[..<range.lowerBound]
      rest = rest[range.upperBound...]
      // Of a comment between paragraphs no gap stays.
      if shown.isEmpty || shown.hasSuffix("\n\n") { rest = rest.drop(while: \.isNewline) }
    }
    return (shown + rest).trimmed
  }

  private static func comments(in node: MarkdownNode) -> [String] {
    let own = node.isComment ? [node.literal] : []
    return own + node.children.flatMap(comments)
  }
}

extension MarkdownNode {
  /// Whether it is HTML that no reader sees.
  var isComment: Bool {
    (kind == .htmlInline || kind == .htmlBlock) && literal.trimmed.hasPrefix("<!--")
      && literal.trimmed.hasSuffix("-->")
  }
}
