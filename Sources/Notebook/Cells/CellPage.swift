import Language

/// One cell with what it showed, what it reads and what reads it.
struct CellPage {
  private let book: CellBook
  private let index: Int

  init(_ book: CellBook, _ index: Int) { (self.book, self.index) = (book, index) }

  func pieces(width: Int) -> [Piece] {
    guard case .cell(let cell) = book.items[index] else { return [] }
    return [cell.asTyped] + cell.output(width: width) + dependencies(cell)
  }

  private func dependencies(_ cell: KeptCell) -> [Piece] {
    var sentences: [String] = []
    let sources = book.sources(of: cell)
    if !sources.isEmpty { sentences.append("It reads \(sources.joined(separator: ", ")).") }
    let readers = book.readers(of: cell)
    if !readers.isEmpty {
      sentences.append(
        "\(CellNumbers.text(readers, capital: true)) \(readers.count == 1 ? "reads" : "read") it.")
    }
    if case .stale(let names) = cell.state {
      let one = names.count == 1
      sentences.append(
        "It is stale: \(names.map { "`\($0)`" }.joined(separator: ", ")) \(one ? "has" : "have") changed since it ran."
      )
    }
    return sentences.isEmpty ? [] : [MarkdownPieces.sentence(sentences.joined(separator: " "), .muted)]
  }
}

extension KeptCell {
  /// The cell behind its prompt, as if it had been typed.
  var asTyped: Piece {
    .lines(
      code.lines.enumerated().map { index, line in
        StyledLine([
          StyledRun(CellPrompt.text(number, continues: index > 0), .muted),
          StyledRun(Sanitising.visible(line), .code),
        ])
      })
  }
}

/// Numbers of cells in words: `cell 3`, `cells 3, 5 and 7`.
enum CellNumbers {
  static func text(_ numbers: [Int], capital: Bool = false) -> String {
    let words = numbers.map(String.init)
    let noun = (capital ? "C" : "c") + (numbers.count == 1 ? "ell" : "ells")
    guard let last = words.last else { return "no cell" }
    let list = words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
    return "\(noun) \(list)"
  }
}
