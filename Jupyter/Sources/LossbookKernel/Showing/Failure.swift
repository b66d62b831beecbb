import Language
import Notebook

/// An error as front ends show it.
struct Failure {
  let name: String
  let sentence: String
  /// The lines that the notebook at the terminal shows, in its colours.
  let lines: [String]

  init(_ error: Diagnostic, in source: SourceText) {
    let code = error.code.rawValue
    name = code.prefix(1).uppercased() + code.dropFirst()
    sentence = error.message
    let painter = Painter(colour: true, layout: Shown.layout)
    lines = DiagnosticText.lines(error, in: source, width: painter.layout.width).map { painter.text($0) }
  }

  var content: [String: JSONValue] {
    ["ename": .text(name), "evalue": .text(sentence), "traceback": .list(lines.map { .text($0) })]
  }

  /// The content of a reply to the request that failed.
  var reply: [String: JSONValue] { content.merging(["status": .text("error")]) { $1 } }
}
