/// The characters a figure is drawn with.
public enum Charset: Sendable, Equatable, Hashable {
  /// Braille dots, eight to a cell, box-drawing lines and geometric glyphs.
  case braille
  /// Bytes below 128 alone, one mark a cell, for terminals and readers that have nothing else.
  case ascii

  /// How many dots stand beside one another in a cell.
  var dotsAcross: Int { self == .braille ? 2 : 1 }
  /// How many dots stand above one another in a cell.
  var dotsDown: Int { self == .braille ? 4 : 1 }

  /// The glyph for a series: by colour in ASCII, where lines are made of glyphs too, and by letters on a heat map, which
  /// is made of signs.
  func glyph(_ series: Series) -> Character {
    if self == .ascii, series.isOnHeat {
      let letters: [Character] = ["o", "x", "O", "X", "a", "v", "A", "V"]
      return letters[series.rank % letters.count]
    }
    let glyphs: [Character] =
      self == .braille ? ["●", "○", "+", "×", "◆", "◇", "▲", "△"] : ["*", "o", "+", "x", "#", "@", "%", "&"]
    return glyphs[(self == .braille ? series.rank : series.color ?? 0) % glyphs.count]
  }

  /// The character of a shade, from 0 for the lowest values to ``TextLine/Span/shades`` − 1: the higher, the fuller the
  /// cell, so that it is read without colour too.
  func shade(_ level: Int) -> Character {
    let shades: [Character] =
      self == .braille
      ? [" ", "░", "░", "▒", "▒", "▒", "▓", "▓", "█", "█"]
      : [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
    return shades[level.held(in: 0...shades.count - 1)]
  }

  /// Stands at the end of a text that did not fit.
  var ellipsis: String { self == .braille ? "…" : "~" }

  /// The characters of frames.
  var box: Box {
    self == .braille
      ? Box(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        leftTick: "┤", bottomTick: "┬")
      : Box(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        leftTick: "+", bottomTick: "+")
  }
}

/// The characters a frame is drawn with.
struct Box {
  let horizontal: Character
  let vertical: Character
  let topLeft: Character
  let topRight: Character
  let bottomLeft: Character
  let bottomRight: Character
  let leftTick: Character
  let bottomTick: Character
}
