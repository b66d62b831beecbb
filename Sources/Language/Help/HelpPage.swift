/// A page of help on what is no function and no command: words of the language, keys, several words.
struct HelpPage: Sendable {
  /// What may be asked for; the first is the page's name.
  let names: [String]
  let title: String
  let texts: [String]
  /// Lines that run as they stand, one after the other; the tests do it.
  let code: [String]

  static func named(_ query: String) -> HelpPage? {
    let name = query.lowercased().split(separator: " ").joined(separator: " ")
    return all.first { $0.names.contains(name) }
  }

  var pieces: [Piece] {
    let heading = Piece.paragraph([StyledRun(names[0], .heading), StyledRun(": " + title)])
    return [heading, .blank] + texts.map { .text($0) } + (code.isEmpty ? [] : [.blank]) + Self.lines(code)
  }

  /// Code to type, each line indented.
  static func lines(_ code: [String]) -> [Piece] {
    code.map { .paragraph([StyledRun($0, .code)], first: 4, indent: 6) }
  }
}
