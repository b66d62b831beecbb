/// What the scalars of a source text are to the lexer.
extension Unicode.Scalar {
  var isDigit: Bool { self >= "0" && self <= "9" }

  var isLineEnd: Bool { self == "\n" || self == "\r" }

  /// Space of any width, but no line's end.
  var isBlank: Bool {
    self == " " || self == "\t" || (!isASCII && properties.generalCategory == .spaceSeparator)
  }

  var startsName: Bool {
    if isASCII { return (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") || self == "_" }
    return properties.isAlphabetic
  }

  /// Digits, small digits as in x₁, and the marks of letters that are written as letter and mark.
  var continuesName: Bool {
    if isASCII { return startsName || isDigit }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return properties.isAlphabetic || (value >= 0x2080 && value <= 0x2089)
    }
  }
}
