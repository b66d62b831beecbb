/// The names by which links find the headings of a page, as GitHub gives them.
struct Anchors {
  private var names = UniqueNames(firstNumber: 1)

  /// The name of the next heading: with a number behind it where an earlier one has that name; empty where no letter of
  /// the heading can stand in a name.
  mutating func next(_ heading: String) -> String {
    let name = Self.name(heading)
    return name.isEmpty ? name : names.take(name)
  }

  private static func name(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }
}
