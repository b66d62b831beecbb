/// The colours of heat maps in a browser: viridis, by Stéfan van der Walt and Nathaniel Smith for Matplotlib, which
/// rises evenly in lightness and is read by the colour-blind and in print.
enum HeatPalette {
  static let count = 24

  /// Every ninth part of the way.
  private static let anchors: [(Double, Double, Double)] = [
    (68, 1, 84), (72, 40, 120), (62, 73, 137), (49, 104, 142), (38, 130, 142), (31, 158, 137), (53, 183, 121),
    (110, 206, 88), (181, 222, 43), (253, 231, 37),
  ]

  static func color(_ level: Int) -> String {
    let place = Double(level.held(in: 0...count - 1)) / Double(count - 1) * Double(anchors.count - 1)
    let start = place.rounded(.down).whole(in: 0...anchors.count - 2)
    let (a, b, share) = (anchors[start], anchors[start + 1], place - Double(start))
    let parts = [(a.0, b.0), (a.1, b.1), (a.2, b.2)].map { low, high in
      let part = (low + (high - low) * share).whole(in: 0...255)
      return (part < 16 ? "0" : "") + String(part, radix: 16)
    }
    return "#" + parts.joined()
  }

  /// Whether white reads better on a level than black.
  static func isDark(_ level: Int) -> Bool { level < count * 11 / 20 }
}
