import Language
import Notebook
import Terminal

extension Repl {
  /// Shows a page of a lesson or of the help, window by window where one window does not hold it.
  func read(_ result: CellResult, _ editor: LineEditor) {
    let painter = painter
    let lines = result.pieces(width: painter.layout.width).flatMap { $0.lines(painter.layout) }.map(
      painter.text)
    guard session.interpreter.settings.pager, !options.plain, editor.canTurn(lines) else {
      return show(result)
    }
    show([])
    editor.turn(lines) { painter.text(StyledLine([StyledRun($0, .muted)])) }
  }
}
