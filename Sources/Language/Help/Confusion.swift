/// Something that learners get wrong again and again, with the way out.
struct Confusion: Sendable {
  /// What happens, in one sentence.
  let trouble: String
  /// What is behind it, and what to do.
  let remedy: String
  /// What to type; it runs as it stands, and the tests do it.
  let code: [String]
  /// Other words for the trouble, for whoever searches.
  var words = ""

  /// - Parameter number: its number on the page of confusions; nothing where it stands on no page.
  func pieces(number: Int?) -> [Piece] {
    let label = number.map { $0 < 10 ? " \($0)." : "\($0)." } ?? "-"
    return [
      .paragraph(
        [StyledRun("\(label) "), StyledRun(trouble, .strong), StyledRun(" " + remedy)],
        indent: number == nil ? 2 : 4)
    ] + HelpPage.lines(code)
  }

  static var page: [Piece] {
    [.paragraph([StyledRun("What goes wrong most often", .heading)])]
      + all.enumerated().flatMap { [.blank] + $1.pieces(number: $0 + 1) }
  }
}
