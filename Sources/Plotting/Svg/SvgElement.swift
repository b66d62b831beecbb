/// Elements that every kind of panel is made of.
enum SvgElement {
  enum Anchor: String {
    case start, middle, end
  }

  /// A line of text; empty text makes nothing.
  static func text(
    _ text: String?, x: Double, y: Double, _ anchor: Anchor = .start, role: String? = nil, room: Double
  ) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let place = "x=\"\(pixels(x))\" y=\"\(pixels(y))\" text-anchor=\"\(anchor.rawValue)\""
    let style = role.map { " class=\"\($0)\"" } ?? ""
    return ["<text\(style) \(place)>\(escaped(fitted(text, pixels: room)))</text>"]
  }

  static func line(_ role: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let start = "x1=\"\(pixels(x1))\" y1=\"\(pixels(y1))\""
    return "<line class=\"\(role)\" \(start) x2=\"\(pixels(x2))\" y2=\"\(pixels(y2))\"/>"
  }

  static func rect(_ role: String, x: Double, y: Double, width: Double, height: Double) -> String {
    let size = "width=\"\(pixels(max(0, width)))\" height=\"\(pixels(max(0, height)))\""
    return "<rect class=\"\(role)\" x=\"\(pixels(x))\" y=\"\(pixels(y))\" \(size)/>"
  }

  static func group(x: Double, y: Double, _ content: [String]) -> String {
    "<g transform=\"translate(\(pixels(x)) \(pixels(y)))\">\n\(content.joined(separator: "\n"))\n</g>"
  }
}
