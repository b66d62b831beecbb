/// A prompt in the form that libedit wants, and how wide it is.
struct Prompt {
  /// Stands before and after each run of escapes: libedit sends what is between without counting it.
  static let mark: Character = "\u{1}"

  let text: String
  let width: Int

  /// libedit knows one run of escapes for each visible character and drops one at the very end, so
  /// neighbouring escapes become one and those at the end move before the last character. Control characters
  /// are left out, and, where the locale cannot show them, characters outside ASCII: libedit dies of these.
  init(_ source: String, allowsEscapes: Bool, allowsUnicode: Bool) {
    var cells: [(escapes: String, character: Character)] = []
    var escapes = ""
    for run in colouredRuns(source) {
      if run.isEscape {
        escapes += allowsEscapes ? run.text : ""
        continue
      }
      for character in run.text where !character.isControl && (allowsUnicode || character.isASCII) {
        cells.append((escapes, character))
        escapes = ""
      }
    }
    if !cells.isEmpty { cells[cells.count - 1].escapes += escapes }
    text = cells.reduce(into: "") { text, cell in
      if !cell.escapes.isEmpty { text += "\(Self.mark)\(cell.escapes)\(Self.mark)" }
      text.append(cell.character)
    }
    width = displayWidth(String(cells.map(\.character)))
  }
}
