import Language
import Plotting

/// What a cell shows, as HTML.
struct HTMLPieces {
  /// How a figure becomes markup.
  let figure: (Figure) -> String

  /// What lines are measured by that a page does not break.
  static let layout = Layout(width: 80)

  func markup(_ pieces: [Piece]) -> String { pieces.map(markup).joined(separator: "\n") }

  private func markup(_ piece: Piece) -> String {
    switch piece {
    case .paragraph(let runs, let first, let indent): paragraph(runs, first, indent)
    case .lines(let lines): Self.lines(lines)
    case .table(let table): HTMLTable(table).markup
    case .figure(let figure): self.figure(figure)
    case .numbers(let block): numbers(block)
    case .blank: ""
    }
  }

  private func paragraph(_ runs: [StyledRun], _ first: Int, _ indent: Int) -> String {
    let content = runs.map(Self.markup).joined()
    guard first > 0 || indent > 0 else { return Markup.element("p", content) }
    let style = "padding-left:\(indent)ch;text-indent:\(first - indent)ch"
    return Markup.element("p", ["style": style], content)
  }

  static func lines(_ lines: [StyledLine]) -> String {
    let text = lines.map { $0.runs.map(markup).joined() }.joined(separator: "\n")
    return Markup.element("pre", text)
  }

  /// A vector breaks where the page does; the columns of a matrix stay below each other.
  private func numbers(_ block: NumberBlock) -> String {
    guard !block.isMatrix else { return Self.lines(Piece.numbers(block).lines(Self.layout)) }
    let numbers = (block.rows.first ?? []).joined(separator: ", ")
    return Markup.text("p", ["class": "vector"], "[\(numbers)]")
  }

  static func markup(_ run: StyledRun) -> String {
    switch run.style {
    case .plain, .series, .shade: Markup.escaped(run.text)
    case .heading, .strong: Markup.text("strong", run.text)
    case .emphasis: Markup.text("em", run.text)
    case .code: Markup.text("code", run.text)
    case .muted: Markup.text("span", ["class": "quiet"], run.text)
    case .error: Markup.text("strong", ["class": "bad"], run.text)
    case .good: Markup.text("strong", ["class": "good"], run.text)
    }
  }
}
