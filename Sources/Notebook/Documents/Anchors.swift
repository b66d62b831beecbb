/// The name by which a link finds a heading, as GitHub gives it.
enum Anchor {
  static func of(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The same with a number behind it where an earlier heading has that name.
  static func of(_ heading: String, among others: [String]) -> String {
    let anchor = of(heading)
    guard others.contains(anchor) else { return anchor }
    let number = (1...others.count + 1).first { !others.contains("\(anchor)-\($0)") }
    return number.map { "\(anchor)-\($0)" } ?? anchor
  }
}
