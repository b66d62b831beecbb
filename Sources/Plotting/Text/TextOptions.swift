/// How a figure is to be drawn as text.
public struct TextOptions: Sendable, Equatable {
  /// How many columns the figure may take. It takes no more, and a thousand at the most.
  public var width: Int
  /// How many rows the inside of a panel takes; nil for a number that suits the width.
  public var height: Int?
  /// What to draw with.
  public var charset: Charset

  /// A width in columns, and the rest as it suits most terminals.
  public init(width: Int, height: Int? = nil, charset: Charset = .braille) {
    self.width = width
    self.height = height
    self.charset = charset
  }

  /// The width held within what can be drawn.
  var columns: Int { width.held(in: 1...1_000) }

  /// The rows inside a panel of the given width.
  func rows(panelWidth: Int) -> Int {
    (height ?? (panelWidth < 24 ? 8 : panelWidth < 60 ? 12 : 15)).held(in: 1...500)
  }
}
