import Language

/// One cell with what it showed, what it reads and what reads it.
struct CellPage {
  private let book: CellBook
  private let cell: KeptCell

  init(_ book: CellBook, _ cell: KeptCell) { (self.book, self.cell) = (book, cell) }

  func pieces(width: Int) -> [Piece] { [cell.typed] + cell.output(width: width) + dependencies }

  private var dependencies: [Piece] {
    var sentences: [String] = []
    let sources = book.sources(of: cell)
    if !sources.isEmpty { sentences.append("It reads \(listed(sources, "and")).") }
    let readers = book.readers(of: cell)
    if !readers.isEmpty {
      sentences.append("It is read by \(CellNumbers.text(readers)).")
    }
    if let reason = cell.whyNotTrue { sentences.append(reason) }
    return sentences.isEmpty ? [] : [MarkdownPieces.sentence(sentences.joined(separator: " "), .muted)]
  }
}

extension KeptCell {
  /// The cell as it would have been typed.
  var typed: Piece { CellPrompt.typed(code, number: number) }

  fileprivate var whyNotTrue: String? {
    switch state {
    case .done, .failed: return nil
    case .stopped: return "It was stopped; `rerun \(number)` computes it."
    case .waiting: return "It has not run; `rerun \(number)` runs it."
    case .stale(let names):
      let own = names.filter { $0 != CellUse.settings }
      let what = own.isEmpty ? "the settings" : listed(own.map { "`\($0)`" }, "and")
      return "It is stale: \(what) changed since it ran. `rerun \(number)` computes it."
    }
  }
}

/// Numbers of cells in words: `cell 3`, `cells 3, 5 and 7`.
enum CellNumbers {
  static func text(_ numbers: [Int], capital: Bool = false) -> String {
    (capital ? "C" : "c") + (numbers.count == 1 ? "ell " : "ells ") + listed(runs(numbers), "and")
  }

  /// Numbers in a row by their ends: `3 to 7`.
  private static func runs(_ numbers: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count < 3 ? run.map(String.init) : ["\(run.lowerBound) to \(run.upperBound)"]
    }
  }
}
