import Language
import Plotting

/// A notebook as one page for a browser. It needs nothing from outside and runs nothing.
struct HTMLPage {
  /// How a page that comes from here begins.
  static let mark = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="Lossbook">

    """

  private let notebook: PlayedNotebook
  private var prose: HTMLProse
  private var figureCount = 0

  static func text(_ notebook: PlayedNotebook) -> String {
    var page = HTMLPage(notebook)
    return page.text()
  }

  private init(_ notebook: PlayedNotebook) {
    self.notebook = notebook
    prose = HTMLProse(picture: notebook.picture, follow: notebook.follow)
  }

  private mutating func text() -> String {
    let blocks = notebook.blocks.map { markup($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    return Self.mark + head + "<body>\n<main>\n" + withContents(blocks) + "\n</main>\n" + foot
      + "</body>\n</html>\n"
  }

  private var head: String {
    """
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <title>\(Markup.escaped(notebook.title))</title>
    <style>
    \(HTMLStyle.sheet)
    \(Figure.svgSheet)
    </style>
    </head>

    """
  }

  /// Nothing is loaded, run or sent; pictures are a part of the page.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  private var foot: String {
    "<footer>\n<p>Every result on this page was computed by Lossbook.</p>\n</footer>\n"
  }

  /// The blocks with the contents behind the title, and with a title where the notebook has none.
  private func withContents(_ blocks: String) -> String {
    guard prose.headings.contains(where: { $0.level == 1 }), let title = blocks.firstRange(of: "</h1>\n")
    else {
      return Markup.text("h1", notebook.title) + "\n" + contents + blocks
    }
    return blocks[..<title.upperBound] + contents + blocks[title.upperBound...]
  }

  /// The sections, where there are enough of them to get lost among.
  private var contents: String {
    let sections = prose.headings.filter { $0.level == 2 && !$0.anchor.isEmpty }
    guard sections.count > 3 else { return "" }
    let items = sections.map { section in
      Markup.element("li", Markup.text("a", ["href": "#" + section.anchor], section.text))
    }
    return "<nav aria-label=\"Contents\">\n<ul>\n\(items.joined(separator: "\n"))\n</ul>\n</nav>\n"
  }

  private mutating func markup(_ block: PlayedNotebook.Block) -> String {
    switch block {
    case .prose(let prose): self.prose.markup(prose.nodes)
    case .cell(let cell): markup(cell)
    case .question(let question): markup(question)
    case .pageBreak: "<hr>"
    }
  }

  private mutating func markup(_ cell: PlayedCell) -> String {
    let code = Markup.element("code", HTMLCode.markup(cell.code.withoutLineEnd))
    let label = cell.numbers.map { numbers in
      numbers.count == 1 ? "[\(numbers.lowerBound)]" : "[\(numbers.lowerBound)–\(numbers.upperBound)]"
    }
    let content = Markup.element("pre", ["class": "code"], code) + output(cell)
    return label.map { Markup.element("div", ["class": "cell", "data-cell": $0], content) }
      ?? Markup.element("div", ["class": "cell"], content)
  }

  private mutating func output(_ cell: PlayedCell) -> String {
    let pieces = cell.results.flatMap { $0.pieces(width: HTMLPieces.layout.width) }
    guard !pieces.isEmpty else { return "" }
    var count = figureCount
    let markup = HTMLPieces { figure in
      count += 1
      return HTMLFigure.markup(figure, number: count)
    }.markup(pieces)
    figureCount = count
    let kind = cell.error == nil ? "output" : "output failed"
    return "\n" + Markup.element("div", ["class": kind], markup)
  }
}

// Questions.
extension HTMLPage {
  private mutating func markup(_ played: PlayedQuestion) -> String {
    let question = played.question
    let items = ItemJudge(question)
    let shown = items.shown.map { question.items[$0] }
    let hints = question.hints.enumerated().map { index, hint in
      let label = question.hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(question.hints.count)"
      return details(label, prose.markup(hint.text.nodes))
    }
    let parts =
      [Markup.text("p", ["class": "label"], "Question"), prose.markup(question.text.nodes)]
      + (shown.isEmpty ? [] : [list(shown.map { prose.markup($0.text.nodes) })])
      + hints + [wrongAnswers(question), solution(played, shown)]
    let content = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    return Markup.element("div", ["class": "question", "role": "group", "aria-label": "Question"], content)
  }

  private func details(_ label: String, _ content: String) -> String {
    Markup.element("details", Markup.text("summary", label) + content)
  }

  private func list(_ items: [String]) -> String {
    Markup.element(
      "ol", ["class": "letters"], items.map { Markup.element("li", $0) }.joined(separator: "\n"))
  }

  private mutating func solution(_ played: PlayedQuestion, _ shown: [Question.Item]) -> String {
    let question = played.question
    var parts: [String] = []
    if let cell = played.solution {
      parts.append(markup(cell))
    } else if question.kind == .order {
      let letters = ItemJudge(question).rightLetters.joined(separator: ", ")
      parts.append(Markup.text("p", "In order: \(letters)."))
    } else {
      parts.append(list(shown.map { verdict($0) }))
    }
    parts.append(prose.markup(question.solution?.reply.nodes ?? []))
    return details("Solution", parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// What is said to those who answer with one of the usual slips.
  private mutating func wrongAnswers(_ question: Question) -> String {
    guard question.kind.isCode, !question.wrongAnswers.isEmpty else { return "" }
    let items = question.wrongAnswers.map { answer in
      let code = Markup.element(
        "pre", ["class": "code"], Markup.element("code", HTMLCode.markup(answer.code)))
      return Markup.element("li", code + prose.markup(answer.reply.nodes))
    }
    return details(
      items.count == 1 ? "A wrong answer" : "Wrong answers",
      Markup.element("ul", items.joined(separator: "\n")))
  }

  private mutating func verdict(_ item: Question.Item) -> String {
    let word = Markup.text(
      "strong", ["class": item.isRight ? "good" : "bad"], item.isRight ? "Right." : "No.")
    return word + prose.markup(item.reply.nodes)
  }
}
