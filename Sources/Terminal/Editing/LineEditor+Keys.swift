import CEditLine

/// What the keys do. Each function returns what libedit has to do next, one of its `CC_` codes.
extension LineEditor {
  private var buffer: EditBuffer { EditBuffer(editor: editor) }

  private var motion: BlockMotion {
    BlockMotion(before: buffer.textBeforeCursor, after: buffer.textAfterCursor)
  }

  /// The next code for libedit; `nil` when the terminal is gone.
  func nextCode() -> UInt32? {
    while true {
      switch reader.next() {
      case .code(let code): return wasTiny || terminal.isTiny ? codeForTinyScreen(code) : code
      case .end: return nil
      case .resized: followResize()
      case .continued:
        takeTerminalBack()
        redrawInPresentSize()
      }
    }
  }

  func moveUp() -> Int32 {
    guard let distance = motion.toLineAbove else { return rowsAbove == nil ? showEarlier() : goUp() }
    return moveCursor(by: -distance)
  }

  /// Leaves a line for the ones that it continues.
  private func goUp() -> Int32 {
    ending = .wentUp
    buffer.moveCursorToEnd()
    reader.push(.accept)
    return CC_REFRESH
  }

  func moveDown() -> Int32 {
    guard let distance = motion.toLineBelow else { return showLater() }
    return moveCursor(by: distance)
  }

  func moveToLineStart() -> Int32 { moveCursor(by: -motion.toLineStart) }

  func moveToLineEnd() -> Int32 { moveCursor(by: motion.toLineEnd) }

  func showEarlier() -> Int32 { show(walk.earlier(than: buffer.text)) }

  func showLater() -> Int32 { show(walk.later(than: buffer.text)) }

  func findEarlier() -> Int32 {
    let prefix = buffer.textBeforeCursor
    return show(walk.earlier(than: buffer.text, prefix: prefix), cursor: buffer.cursor)
  }

  func findLater() -> Int32 {
    let prefix = buffer.textBeforeCursor
    return show(walk.later(than: buffer.text, prefix: prefix), cursor: buffer.cursor)
  }

  func deleteNext() -> Int32 {
    guard !buffer.textAfterCursor.isEmpty else { return CC_ERROR }
    buffer.moveCursor(to: buffer.cursor + 1)
    buffer.deleteBeforeCursor(1)
    return CC_REFRESH
  }

  func deleteOrEnd() -> Int32 {
    guard buffer.text.isEmpty else { return deleteNext() }
    ending = .endOfInput
    terminal.send("\n")
    return CC_EOF
  }

  func insertNewline() -> Int32 { insert("\n") }

  func insertTyped() -> Int32 { insert(typed) }

  func insertPaste() -> Int32 { insert(reader.takePaste()) }

  func insertPrefill() -> Int32 { insert(prefill) }

  /// Leaves the line on the screen, marked, as shells do; libedit's own Enter then finds the way below it.
  func interrupt() -> Int32 {
    ending = .interrupted
    buffer.moveCursorToEnd()
    buffer.insert("^C")
    reader.push(.accept)
    return CC_REFRESH
  }

  func complete() -> Int32 {
    let text = buffer.textBeforeCursor
    switch CompletionStep(completer(text), before: text) {
    case .nothing: return CC_ERROR
    case .replace(let removing, let replacement):
      buffer.deleteBeforeCursor(removing)
      return insert(replacement)
    case .list(let candidates):
      listed = candidates
      return goToEnd(before: .list)
    }
  }

  func listCandidates() -> Int32 {
    let (columns, rows) = terminal.size
    terminal.send("\n" + listing(listed, columns: columns, rows: rows).joined(separator: "\n") + "\n")
    return redrawAtStoredCursor()
  }

  func prepareToSuspend() -> Int32 { goToEnd(before: .suspend) }

  func suspend() -> Int32 {
    terminal.send("\n")
    stop()
    buffer.moveCursor(to: cursorToRestore)
    redrawInPresentSize()
    return CC_NORM
  }

  /// Stops the process. The guard gives the shell its terminal, and takes it back when the process goes on.
  func stop() {
    raise(SIGTSTP)
    _ = TerminalEvents.takeContinued()
  }

  /// A stop that nobody could catch leaves the terminal to the shell, which may have changed it.
  func takeTerminalBack() {
    lossbook_prepare_terminal(editor, 0)
    lossbook_prepare_terminal(editor, 1)
    terminal.goOnWithLine()
    terminal.send("\n")
  }

  private func redraw() -> Int32 {
    lossbook_refresh(editor)
    return CC_NORM
  }

  /// Of a size that changed while the process was stopped no signal tells.
  private func redrawInPresentSize() {
    takeSize()
    _ = redraw()
  }

  private func takeSize() {
    wasTiny = terminal.isTiny
    el_resize(editor)
  }

  /// Characters as a key of ours, and the literal insert as nothing: libedit's quick way to draw a character
  /// writes past its memory on a screen of few cells.
  private func codeForTinyScreen(_ code: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(code) else { return code }
    let isControl = scalar.properties.generalCategory == .control
    guard !isControl || code == ControlKey.literalInsert else { return code }
    typed = isControl ? "" : String(scalar)
    return VirtualKey.typed.code
  }

  private func insert(_ text: String) -> Int32 {
    buffer.insert(text)
    return CC_REFRESH
  }

  private func moveCursor(by distance: Int) -> Int32 {
    buffer.moveCursor(to: buffer.cursor + distance)
    return CC_CURSOR
  }

  private func show(_ entry: String?, cursor: Int? = nil) -> Int32 {
    guard let entry else { return CC_ERROR }
    buffer.replaceAll(with: entry)
    if let cursor { buffer.moveCursor(to: cursor) }
    return CC_REFRESH
  }

  /// Lets libedit move the cursor below a line of several rows, and then takes the next step.
  private func goToEnd(before step: VirtualKey) -> Int32 {
    cursorToRestore = buffer.cursor
    buffer.moveCursorToEnd()
    reader.push(step)
    return CC_CURSOR
  }

  private func redrawAtStoredCursor() -> Int32 {
    buffer.moveCursor(to: cursorToRestore)
    return redraw()
  }

  /// Terminals wrap the rows anew, so the line starts as many rows above the cursor as fit the new width.
  private func followResize() {
    let row = cursorRow(
      promptWidth: prompt.width, textBeforeCursor: buffer.textBeforeCursor, columns: terminal.size.columns)
    takeSize()
    if !terminal.isDumb { terminal.send((row > 0 ? "\u{1b}[\(row)A" : "") + "\r\u{1b}[J") }
    _ = redraw()
  }
}
