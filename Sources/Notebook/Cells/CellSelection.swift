import Language

/// The cells that a command names: `3`, `3 5`, `3..5`, `all`, `failed`, `stale`.
struct CellSelection {
  /// In the order of the notebook.
  let numbers: [Int]

  init(_ call: CommandCall, _ book: CellBook) throws(Diagnostic) {
    let cells = book.cells
    var chosen: Set<Int> = []
    for word in call.text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
      chosen.formUnion(try Self.numbers(word, cells, call))
    }
    guard !call.text.isEmpty else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants to know which cell", at: call.span,
        hint: "such as \(call.verb) \(cells.last?.number ?? 1), \(call.verb) 2..4 or \(call.verb) failed")
    }
    numbers = cells.map(\.number).filter(chosen.contains)
  }

  private static func numbers(
    _ word: String, _ cells: [KeptCell], _ call: CommandCall
  ) throws(Diagnostic) -> [Int] {
    switch word {
    case "all": return cells.map(\.number)
    case "failed": return cells.filter { $0.state == .failed }.map(\.number)
    case "stale": return cells.filter { !$0.isTrue }.map(\.number)
    default: break
    }
    let ends = word.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    if ends.count == 2, word.contains(".."), let first = ends[0], let last = ends[1] {
      let found = cells.map(\.number).filter { $0 >= first && $0 <= last }
      if !found.isEmpty { return found }
    }
    guard let number = Int(word) else {
      throw Diagnostic(
        .badCommand, "`\(Sanitising.visible(word))` names no cell", at: call.textSpan,
        hint: "a number such as 3, several such as 3 5 or 3..5, all, failed or stale")
    }
    guard cells.contains(where: { $0.number == number }) else { throw Self.missing(number, cells, call) }
    return [number]
  }

  static func missing(_ number: Int, _ cells: [KeptCell], _ call: CommandCall) -> Diagnostic {
    Diagnostic(
      .badCommand, "there is no cell \(number)", at: call.textSpan,
      hint: cells.isEmpty ? "there is no cell yet" : "`cells` lists them")
  }
}
