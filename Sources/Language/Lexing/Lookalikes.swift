/// Characters that word processors and other languages put where a plain one is meant.
enum Lookalikes {
  static func diagnostic(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedCharacter, "`\(Escaping.harmless(String(scalar)))` has no meaning here", at: span,
      hint: remedy(scalar))
  }

  private static func remedy(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "“", "”", "„", "‘", "’", "«", "»", "`": "use straight quotes: \"text\""
    case "−", "–", "—": "use the plain minus sign: -"
    case "×", "·", "⋅", "∗": "use * for a product"
    case "÷", "∕": "use / for a quotient"
    case "²": "write ^2"
    case "³": "write ^3"
    case "√": "write sqrt(x)"
    case "∑": "write sum(x)"
    case "∞": "write inf"
    case "≤": "write <="
    case "≥": "write >="
    case "≠": "write !="
    case "~": "unequal is written !=, and `not` turns a condition round"
    case "$": "a field is written with a dot: run1.train_loss"
    case "…": "write .. for a range"
    default: "`help language` shows what can stand in a line"
    }
  }
}
