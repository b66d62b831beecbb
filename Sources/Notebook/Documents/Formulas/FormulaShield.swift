/// Keeps Markdown from reading the marks inside formulas: `_`, `*`, `\,` and `|` mean something else there.
///
/// Before a text is parsed, the marks inside its formulas and the dollar signs around them become characters for private
/// use, each of them one for one and no line end among them; afterwards they become what they were.
enum FormulaShield {
  /// What begins or ends a formula in a shielded text.
  enum Edge: UInt32 {
    case opening = 0xF0080
    case closing = 0xF0081
    case displayOpening = 0xF0082
    case displayClosing = 0xF0083

    var scalar: Unicode.Scalar { Unicode.Scalar(rawValue) ?? "$" }
    var sign: String { self == .opening || self == .closing ? "$" : "$$" }
  }

  private static let first: UInt32 = 0xF0000

  static func raised(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      if scalar == "\\", let next {
        result.append(scalar)
        result.append(next == "$" ? shielded(next) : next)
        position += 2
      } else if scalar == "$", let end = end(of: position, isDisplayed: next == "$", scalars) {
        let width = next == "$" ? 2 : 1
        result.append((width == 2 ? Edge.displayOpening : .opening).scalar)
        result.append(contentsOf: scalars[(position + width)..<end].map(shielded))
        result.append((width == 2 ? Edge.displayClosing : .closing).scalar)
        position = end + width
      } else {
        result.append(scalar)
        position += 1
      }
    }
    return String(result)
  }

  /// The text as it was.
  /// - Parameter isProse: Whether a backslash before a dollar sign has said that this is money.
  static func lowered(_ text: String, isProse: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= first }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let edge = Edge(rawValue: scalar.value) {
        result.append(contentsOf: edge.sign.unicodeScalars)
      } else if (first..<first + 0x80).contains(scalar.value),
        let plain = Unicode.Scalar(scalar.value - first)
      {
        if isProse, plain == "$", result.last == "\\" { result.removeLast() }
        result.append(plain)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func shielded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.isASCII, scalar.properties.generalCategory.isMark else { return scalar }
    return Unicode.Scalar(first + scalar.value) ?? scalar
  }

  /// Where the sign stands that closes a formula. A sign before a blank, or one whose partner stands behind a blank or
  /// before a digit, is money. Code between the signs is left for later.
  private static func end(of start: Int, isDisplayed: Bool, _ scalars: [Unicode.Scalar]) -> Int? {
    let width = isDisplayed ? 2 : 1
    var position = start + width
    guard position < scalars.count, isDisplayed || !scalars[position].properties.isWhitespace else {
      return nil
    }
    while position < scalars.count {
      switch scalars[position] {
      case "`": return nil
      case "\n" where isBlankLine(after: position, scalars): return nil
      case "\\": position += 1
      case "$" where !isDisplayed:
        let after = position + 1 < scalars.count ? scalars[position + 1] : " "
        let isMoney = scalars[position - 1].properties.isWhitespace || after.properties.numericType != nil
        return isMoney || position == start + 1 ? nil : position
      case "$" where position + 1 < scalars.count && scalars[position + 1] == "$":
        return position > start + width ? position : nil
      default: break
      }
      position += 1
    }
    return nil
  }

  private static func isBlankLine(after newline: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let next = scalars[(newline + 1)...].first { $0 != " " && $0 != "\t" && $0 != "\r" }
    return next == nil || next == "\n"
  }
}

extension Unicode.GeneralCategory {
  /// Whether Markdown may take such a character for a mark.
  fileprivate var isMark: Bool {
    switch self {
    case .mathSymbol, .modifierSymbol, .currencySymbol, .otherPunctuation, .dashPunctuation, .openPunctuation,
      .closePunctuation, .connectorPunctuation:
      true
    default: false
    }
  }
}
