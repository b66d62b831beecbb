import Language
import Notebook
import Terminal

extension Repl {
  /// Lets the reader change a cell, on the line or in an editor of their own, until it can be read.
  func edit(_ number: Int, inEditor: Bool, _ editor: LineEditor) {
    guard var text = session.code(of: number) else { return }
    if inEditor {
      guard let written = writtenElsewhere(text) else { return }
      text = written
      if take(number, text) { return }
    }
    while true {
      // Whoever leaves the line leaves the cell as it was.
      guard case .text(let typed) = readEntry(editor, number: number, prefill: text) else { return }
      keep(typed, editor)
      if take(number, typed) { return }
      text = typed
    }
  }

  /// - Returns: whether the text could be read.
  private func take(_ number: Int, _ text: String) -> Bool {
    let edited = session.edit(number, to: text)
    edited.results.forEach { show($0) }
    show(edited.pieces)
    return edited.isTaken
  }

  private func writtenElsewhere(_ text: String) -> String? {
    do throws(ExternalEditorError) {
      return try ExternalEditor.edit(text, suffix: ".loss")
    } catch {
      show([.paragraph([StyledRun("error: ", .error), StyledRun(error.description)])])
      return nil
    }
  }
}
