import CEditLine

/// The terminal that an editor draws on: libedit wants streams, the rest of the editor writes to the same
/// one.
struct EditorTerminal {
  let input: Int32
  let isDumb = Screen.isDumb
  private let outputDescriptor: Int32
  private let inputStream: CStream
  private let outputStream: CStream

  /// `nil` when one of the descriptors is no terminal.
  init?(input: Int32, output: Int32) {
    guard Screen.isTerminal(input), Screen.isTerminal(output), let read = duplicate(input, "r") else {
      return nil
    }
    guard let write = duplicate(output, "w") else {
      fclose(read)
      return nil
    }
    self.input = input
    outputDescriptor = output
    inputStream = read
    outputStream = write
    TerminalGuard.install(input: input, output: output)
    TerminalEvents.install()
  }

  var size: (columns: Int, rows: Int) { Screen.size(outputDescriptor) }

  /// Whether the screen is too small for libedit to be trusted with.
  var isTiny: Bool { size.columns < 10 || size.rows < 4 }

  func makeEditor(_ programName: String) -> OpaquePointer? {
    el_init_fd(
      programName, inputStream, outputStream, outputStream, input, outputDescriptor, outputDescriptor)
  }

  /// Asks the terminal to mark what is pasted, which dumb ones do not understand.
  func beginLine() {
    if !isDumb { TerminalGuard.setBracketedPaste(true) }
  }

  /// Asks for it again, where another program has had the terminal in between.
  func goOnWithLine() {
    if !isDumb { TerminalGuard.repeatBracketedPaste() }
  }

  func endLine() {
    fflush(outputStream)
    TerminalGuard.setBracketedPaste(false)
  }

  /// Sends text that libedit does not know of, in order with what libedit sends.
  func send(_ text: String) {
    fputs(text, outputStream)
    fflush(outputStream)
  }

  func close() {
    TerminalGuard.uninstall(input: input)
    fclose(inputStream)
    fclose(outputStream)
  }
}

/// A stream of its own for a descriptor, so that closing it leaves the descriptor open.
private func duplicate(_ descriptor: Int32, _ mode: String) -> CStream? {
  let copy = dup(descriptor)
  guard copy >= 0 else { return nil }
  guard let stream = fdopen(copy, mode) else {
    close(copy)
    return nil
  }
  return stream
}
