import CEditLine

/// Pages that are read window by window, with the keys of the line editor.
extension LineEditor {
  /// Whether the lines are too many for the window, and somebody is there to turn the page: who has typed ahead is not.
  public func canTurn(_ lines: [String]) -> Bool {
    let size = terminal.size
    return !terminal.isDumb && size.rows >= 5 && !PageCut(lines).fits(size) && !reader.isWaiting
      && !Interrupt.isRequested
  }

  /// Shows lines window by window, until the reader has seen them or does not want to.
  ///
  /// What ends it before and is more than a wish to leave, such as a letter, a paste or Ctrl-D, comes to the next line.
  /// - Parameters:
  ///   - lines: each may hold colours (SGR sequences).
  ///   - paint: gives the status line its colour.
  public func turn(_ lines: [String], paint: (String) -> String) {
    fflush(nil)
    lossbook_prepare_terminal(editor, 1)
    terminal.beginLine()
    defer {
      terminal.endLine()
      lossbook_prepare_terminal(editor, 0)
    }
    var cut = PageCut(lines)
    var range = cut.nextWindow(terminal.size)
    while true {
      terminal.send(lines[range].map { $0 + "\n" }.joined())
      guard !cut.isDone else { return }
      switch pageStep(paint) {
      case .window: range = cut.nextWindow(terminal.size)
      case .line: range = cut.nextLine()
      default: return
      }
    }
  }

  /// Waits below a window for a key that does something.
  private func pageStep(_ paint: (String) -> String) -> PageStep {
    var width = showStatus(paint)
    defer { eraseStatus(width) }
    while true {
      switch reader.next() {
      case .end: return .end
      case .continued:
        takeTerminalBack()
        width = showStatus(paint)
      case .resized:
        eraseStatus(width)
        width = showStatus(paint)
      case .code(let code):
        let step = PageStep(code)
        // An escape that belongs to a key of the user's own.
        let isKept = step == .type || code == UInt32(ControlKey.escape) && reader.isInKey
        if isKept { reader.push(code) }
        switch step {
        case .nothing: continue
        case .suspend:
          eraseStatus(width)
          stop()
          width = showStatus(paint)
        default: return step
        }
      }
    }
  }

  /// - Returns: the columns it takes.
  private func showStatus(_ paint: (String) -> String) -> Int {
    let text = PageStatus.text(columns: terminal.size.columns)
    terminal.send(paint(text))
    return text.count
  }

  private func eraseStatus(_ width: Int) {
    // In a window that has become narrower it may take several rows.
    let row = Screen.reflows ? max(width - 1, 0) / max(terminal.size.columns, 1) : 0
    terminal.send((row > 0 ? "\u{1b}[\(row)A" : "") + "\r\u{1b}[J")
  }
}
