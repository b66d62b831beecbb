/// The smallest meaningful piece of a text.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(Symbol)
    case semicolon
    /// The end of a line, where no bracket holds it open.
    case newline
    case end
  }

  let kind: Kind
  let span: Span

  /// Whether a statement may end here.
  var isSeparator: Bool { kind == .semicolon || kind == .newline }
}

/// The fixed signs of the language. Keywords are names that the parser knows.
enum Symbol: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "^"
  case product = "@"
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case range = ".."
  case dot = "."
  case comma = ","
  case openRound = "("
  case closeRound = ")"
  case openSquare = "["
  case closeSquare = "]"
  case openCurly = "{"
  case closeCurly = "}"
  // What other languages write; the parser says what to write here.
  case colon = ":"
  case doubleStar = "**"
  case ellipsis = "..."
  case arrow = "->"
  case transpose = "'"
  case percent = "%"
  case question = "?"
  case bang = "!"
  case ampersand = "&"
  case bar = "|"

  /// The sign that closes this bracket.
  var closing: Symbol? {
    switch self {
    case .openRound: .closeRound
    case .openSquare: .closeSquare
    case .openCurly: .closeCurly
    default: nil
    }
  }

  var isClosing: Bool { self == .closeRound || self == .closeSquare || self == .closeCurly }

  /// The sign that one scalar makes by itself.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar.isASCII, let symbol = Self.single[Int(scalar.value)] else { return nil }
    self = symbol
  }

  /// The sign that three or two scalars make together, with their number.
  static func compound(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar?, _ third: Unicode.Scalar?
  ) -> (symbol: Symbol, length: Int)? {
    switch (first, second) {
    case ("=", "="): (.equal, 2)
    case ("!", "="): (.notEqual, 2)
    case ("<", "="): (.lessOrEqual, 2)
    case (">", "="): (.greaterOrEqual, 2)
    case ("-", ">"): (.arrow, 2)
    case ("*", "*"): (.doubleStar, 2)
    case (".", "."): third == "." ? (.ellipsis, 3) : (.range, 2)
    default: nil
    }
  }

  private static let single: [Symbol?] = {
    var table = [Symbol?](repeating: nil, count: 128)
    for symbol in allCases {
      let scalars = symbol.rawValue.unicodeScalars
      if let scalar = scalars.first, scalars.count == 1 { table[Int(scalar.value)] = symbol }
    }
    return table
  }()
}
