import Plotting

/// A figure on a page: drawn twice, for wide windows and for narrow ones, since letters that shrink with a picture
/// cannot be read.
enum HTMLFigure {
  /// The width of a picture in a wide window, in pixels.
  static let wide = 700
  private static let narrow = 300

  static func markup(_ figure: Figure, number: Int) -> String {
    let drawings = [("wide", wide), ("narrow", narrow)].map { name, width in
      let svg = figure.svg(
        width: width, height: figure.suitableHeight(width: width), inPageAs: "plot:\(number):\(name)")
      return Markup.element("div", ["class": name], "\n" + svg)
    }
    return Markup.element("figure", drawings.joined(separator: "\n"))
  }
}
