/// Something that learners get wrong again and again, with the way out.
struct Confusion: Sendable {
  /// What happens, in one sentence.
  let trouble: String
  /// What is behind it, and what to do.
  let remedy: String
  /// What to type; it runs as it stands, and the tests do it.
  let code: [String]

  var texts: [String] { [trouble, remedy] + code }

  func pieces(number: Int) -> [Piece] {
    let label = number < 10 ? " \(number)." : "\(number)."
    return [
      .paragraph([StyledRun("\(label) "), StyledRun(trouble, .strong), StyledRun(" " + remedy)], indent: 4)
    ] + HelpPage.lines(code)
  }

  static var page: [Piece] {
    [.paragraph([StyledRun("What goes wrong most often", .heading)])]
      + all.enumerated().flatMap { [.blank] + $1.pieces(number: $0 + 1) }
  }
}
