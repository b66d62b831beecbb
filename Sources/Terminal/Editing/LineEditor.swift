import CEditLine

/// Reads lines from a terminal, with editing, history and completion.
///
/// Between two reads the terminal shows nothing that is typed and keeps it for the next line, and Ctrl-C
/// raises SIGINT; see ``Interrupt``. The terminal is guarded by ``TerminalGuard`` from the moment an editor
/// exists.
///
/// ```swift
/// let editor = LineEditor(programName: "lossbook") { text in Completion(start: 0, candidates: []) }
/// while case .line(let text) = editor?.read(prompt: "> ") { … }
/// ```
@MainActor public final class LineEditor {
  /// Finds what the word before the cursor can become.
  public typealias Completer = @MainActor (_ textBeforeCursor: String) -> Completion

  let editor: OpaquePointer
  let completer: Completer
  let terminal: EditorTerminal
  let library: OpaquePointer
  var reader: KeyReader
  var walk = HistoryWalk()
  var prompt: CurrentPrompt
  var prefill = ""
  /// Whether the screen was tiny when libedit last looked: the news of another size may still be on its way.
  var wasTiny = false
  /// The character of ``VirtualKey/typed``.
  var typed = ""
  var ending = Ending.none
  /// The rows on the screen of the lines that this one continues; nothing where there are none to go up to.
  var rowsAbove: Int?
  var listed: [Candidate] = []
  /// Where the cursor was before a step that had to move it to the end.
  var cursorToRestore = 0

  /// Why a line ends other than by Enter.
  enum Ending { case none, wentUp, interrupted, endOfInput }

  /// An editor for the terminal at the two descriptors; `nil` when one of them is no terminal or libedit
  /// cannot be set up.
  ///
  /// - Parameters:
  ///   - programName: the name that lines of `.editrc` use for settings of this program alone.
  ///   - input: the descriptor that keys come from.
  ///   - output: the descriptor that the line is drawn on.
  ///   - settings: commands in the form of `.editrc`; by default those of the user's own file.
  ///   - completer: asked when the user presses TAB.
  public init?(
    programName: String, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
    settings: String? = nil, completer: @escaping Completer
  ) {
    setUpLocale()
    guard let terminal = EditorTerminal(input: input, output: output), let library = history_init() else {
      return nil
    }
    guard let editor = terminal.makeEditor(programName) else {
      history_end(library)
      terminal.close()
      return nil
    }
    let user = EditRC(settings ?? EditRC.userText())
    self.editor = editor
    self.completer = completer
    self.terminal = terminal
    self.library = library
    reader = KeyReader(descriptor: input, bound: user.boundSequences)
    prompt = CurrentPrompt()
    setUp(user)
  }

  isolated deinit {
    el_end(editor)
    history_end(library)
    prompt.release()
    terminal.close()
  }

  /// Makes `entry` the latest one in the history of this editor. Of entries that are the same the latest stays.
  public func remember(_ entry: String) {
    guard !entry.isEmpty else { return }
    switch walk.add(entry) {
    case .none: break
    case .appended: enterForSearch(entry)
    case .moved:
      // libedit takes an entry out by its number only, which it gives anew.
      lossbook_history_clear(library)
      walk.entries.forEach(enterForSearch)
    }
  }

  /// libedit's copy serves the incremental search. In another locale it could not decode the entry.
  private func enterForSearch(_ entry: String) {
    if Screen.usesUTF8 || entry.utf8.allSatisfy({ $0 < 0x80 }) {
      lossbook_history_enter(library, entry)
    }
  }

  /// Reads a line, or a block of lines that was pasted or made with Alt-Enter.
  ///
  /// - Parameters:
  ///   - prompt: what stands before the line; it may hold colours (SGR sequences).
  ///   - prefill: text that is on the line already, for the user to change.
  ///   - linesAbove: what has been read that this line continues. Going up from the line ends the reading, and takes
  ///     them off the screen.
  ///   - fromBelow: Whether the user comes up from the last line of the prefill.
  public func read(
    prompt text: String, prefill: String = "", continuing linesAbove: [String] = [], fromBelow: Bool = false
  ) -> ReadOutcome {
    prompt.set(Prompt(text, allowsEscapes: !terminal.isDumb, allowsUnicode: Screen.usesUTF8))
    self.prefill = prefill
    if fromBelow { reader.push(.up) }
    if !prefill.isEmpty { reader.push(.prefill) }
    // Where the cursor cannot go up, libedit cannot edit several rows.
    let canGoUp = !linesAbove.isEmpty && !terminal.isDumb
    rowsAbove = canGoUp ? linesAbove.reduce(0) { $0 + rows(of: $1) } : nil
    ending = .none
    wasTiny = terminal.isTiny
    walk.restart()
    // What the program printed stands above the prompt, whichever stream it went through.
    fflush(nil)
    // libedit would show the prompt first, and a Ctrl-C right then would be a signal.
    lossbook_prepare_terminal(editor, 1)
    terminal.beginLine()
    defer { terminal.endLine() }
    return outcome()
  }

  private func outcome() -> ReadOutcome {
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    switch ending {
    case .interrupted: return .interrupted
    case .endOfInput: return .endOfInput
    case .none, .wentUp: break
    }
    guard let line, count > 0 else { return .endOfInput }
    let whole = string(UnsafeBufferPointer(start: line, count: Int(count)))
    let text = whole.hasSuffix("\n") ? String(whole.unicodeScalars.dropLast()) : whole
    if reader.takeAhead() { Interrupt.request() }
    guard ending == .wentUp else { return .line(text) }
    takeOffScreen(below: text)
    return .wentUp(text)
  }

  private func rows(of text: String) -> Int {
    cursorRow(promptWidth: prompt.width, textBeforeCursor: text, columns: terminal.size.columns) + 1
  }

  /// Takes away the lines that are read again as one text, with the one below them.
  private func takeOffScreen(below text: String) {
    let count = (rowsAbove ?? 0) + rows(of: text)
    // What has left the screen stays there, and the text follows it.
    if count < terminal.size.rows { terminal.send("\u{1b}[\(count)A\r\u{1b}[J") }
  }

  private func setUp(_ user: EditRC) {
    lossbook_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    lossbook_set_signals(editor, 0)
    lossbook_set_prompt(editor, currentPrompt, CChar(Prompt.mark.asciiValue ?? 0))
    lossbook_set_reader(editor, readKey)
    lossbook_history_set_size(library, 100_000)
    lossbook_set_history(editor, library)
    KeyBindings.apply(to: editor, user: user)
    // While a line is edited Ctrl-C, Ctrl-S and Ctrl-Z are keys, and line ends in a paste come as they are.
    // Between lines the kernel neither shows nor edits, so that what is typed ahead comes to the next line
    // key by key.
    for flag in ["-isig", "-icrnl", "-inlcr", "-ixon"] { lossbook_set_terminal_flag(editor, "-d", flag) }
    for flag in ["-echo", "-icanon"] { lossbook_set_terminal_flag(editor, "-x", flag) }
  }
}

/// The prompt as libedit asks for it: bytes that stay where they are until the next line.
struct CurrentPrompt {
  private(set) var bytes: UnsafeMutablePointer<CChar>?
  private(set) var width = 0

  mutating func set(_ prompt: Prompt) {
    release()
    bytes = strdup(prompt.text)
    width = prompt.width
  }

  func release() { free(bytes) }
}

private func owner(of editor: OpaquePointer?) -> LineEditor? {
  guard let editor, let client = lossbook_client(editor) else { return nil }
  return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
}

private func currentPrompt(_ editor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  guard let owner = owner(of: editor) else { return nil }
  // A pointer may not leave the actor; its address may.
  let address = MainActor.assumeIsolated { UInt(bitPattern: owner.prompt.bytes) }
  return UnsafeMutablePointer(bitPattern: address)
}

/// 1 for a code read, 0 when the terminal is gone, as libedit wants it.
private func readKey(_ editor: OpaquePointer?, _ result: UnsafeMutablePointer<wchar_t>?) -> Int32 {
  guard let owner = owner(of: editor) else { return 0 }
  let code = MainActor.assumeIsolated { owner.nextCode() }
  guard let code else { return 0 }
  result?.pointee = wchar_t(truncatingIfNeeded: code)
  return 1
}
