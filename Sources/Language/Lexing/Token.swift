/// The smallest meaningful piece of a text.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(Symbol)
    /// The end of a logical line, or a semicolon.
    case separator
    case end
  }

  let kind: Kind
  let span: Span
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
  case colon = ":"
  case doubleStar = "**"
  case arrow = "<-"
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

  static let longestFirst: [(symbol: Symbol, scalars: [Unicode.Scalar])] =
    allCases.map { ($0, Array($0.rawValue.unicodeScalars)) }.sorted { $0.scalars.count > $1.scalars.count }
}
