import CEditLine

/// A function of ours that libedit calls for a key.
struct EditorFunction {
  let name: String
  let help: String
  let call: @convention(c) (OpaquePointer?, Int32) -> UInt8

  init(_ name: String, _ help: String, _ call: @convention(c) (OpaquePointer?, Int32) -> UInt8) {
    (self.name, self.help, self.call) = (name, help, call)
  }
}

/// Which key does what: the defaults, which the user's `.editrc` may change, and what must not change.
enum KeyBindings {
  static let functions: [EditorFunction] = [
    .init("lossbook-up", "Line above, or earlier entry") { el, _ in perform(el) { $0.moveUp() } },
    .init("lossbook-down", "Line below, or later entry") { el, _ in perform(el) { $0.moveDown() } },
    .init("lossbook-earlier", "Earlier entry") { el, _ in perform(el) { $0.showEarlier() } },
    .init("lossbook-later", "Later entry") { el, _ in perform(el) { $0.showLater() } },
    .init("lossbook-find-earlier", "Earlier entry like this") { el, _ in perform(el) { $0.findEarlier() } },
    .init("lossbook-find-later", "Later entry like this") { el, _ in perform(el) { $0.findLater() } },
    .init("lossbook-line-start", "Start of the line") { el, _ in perform(el) { $0.moveToLineStart() } },
    .init("lossbook-line-end", "End of the line") { el, _ in perform(el) { $0.moveToLineEnd() } },
    .init("lossbook-delete", "Delete the character here") { el, _ in perform(el) { $0.deleteNext() } },
    .init("lossbook-delete-or-end", "Delete, or end") { el, _ in perform(el) { $0.deleteOrEnd() } },
    .init("lossbook-newline", "New line in the block") { el, _ in perform(el) { $0.insertNewline() } },
    .init("lossbook-complete", "Complete the word") { el, _ in perform(el) { $0.complete() } },
    .init("lossbook-list", "List the completions") { el, _ in perform(el) { $0.listCandidates() } },
    .init("lossbook-paste", "Insert the pasted text") { el, _ in perform(el) { $0.insertPaste() } },
    .init("lossbook-prefill", "Begin with a text") { el, _ in perform(el) { $0.insertPrefill() } },
    .init("lossbook-interrupt", "Throw the line away") { el, _ in perform(el) { $0.interrupt() } },
    .init("lossbook-stop", "Stop the program") { el, _ in perform(el) { $0.prepareToSuspend() } },
    .init("lossbook-typed", "Insert a character") { el, _ in perform(el) { $0.insertTyped() } },
    .init("lossbook-suspend", "Stop the program here") { el, _ in perform(el) { $0.suspend() } },
  ]

  static let defaults: [(key: String, command: String)] =
    [
      ("^I", "lossbook-complete"), ("^D", "lossbook-delete-or-end"), ("^P", "lossbook-earlier"),
      ("^N", "lossbook-later"), ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
      ("^Z", "lossbook-stop"),
      ("^A", "lossbook-line-start"),
      ("^E", "lossbook-line-end"), ("^W", "ed-delete-prev-word"), ("^L", "ed-clear-screen"),
    ]
    + [
      (VirtualKey.up, "lossbook-up"), (.down, "lossbook-down"), (.left, "ed-prev-char"),
      (.right, "ed-next-char"),
      (.home, "lossbook-line-start"), (.end, "lossbook-line-end"), (.delete, "lossbook-delete"),
      (.wordLeft, "ed-prev-word"), (.wordRight, "em-next-word"), (.deleteWord, "em-delete-next-word"),
      (.pageUp, "lossbook-find-earlier"), (.pageDown, "lossbook-find-later"),
      (.newline, "lossbook-newline"),
    ].map { ($0.0.name, $0.1) }

  /// The keys of libedit's own command line, which dies of an empty command.
  static let emacsCommands = [("\\ex", "ed-unassigned"), ("\\eX", "ed-unassigned")]

  /// Command-mode keys of vi: the same, and libedit's own walk through the history, which loses long lines.
  static let viCommands = [("k", "lossbook-up"), ("j", "lossbook-down"), (":", "ed-unassigned")]

  /// Control characters that vi's insert mode would put into the line as they are.
  static let viLiterals = "BFGKOTXY\\]^_".map { ("^\($0)", "ed-unassigned") }

  /// Without these a line could not be left, or a step of the editor would go astray.
  static let essentials: [(key: String, command: String)] =
    [("^C", "lossbook-interrupt")]
    + [
      (VirtualKey.paste, "lossbook-paste"), (.prefill, "lossbook-prefill"), (.accept, "ed-newline"),
      (.list, "lossbook-list"), (.suspend, "lossbook-suspend"), (.typed, "lossbook-typed"),
    ].map { ($0.0.name, $0.1) }

  static func apply(to editor: OpaquePointer, user: EditRC) {
    for function in functions {
      lossbook_add_function(editor, function.name, function.help, function.call)
    }
    let mode = user.mode ?? "emacs"
    lossbook_set_editor(editor, mode)
    let isVi = mode == "vi"
    // In vi's insert mode a sequence that begins with the escape key would take its meaning away.
    bind(isVi ? viLiterals : emacsCommands, in: editor, isVi: false)
    bind(defaults, in: editor, isVi: isVi)
    if isVi { viCommands.forEach { _ = lossbook_bind_alternative(editor, $0.0, $0.1) } }
    user.commands.forEach { run($0, in: editor) }
    bind(essentials, in: editor, isVi: isVi)
  }

  private static func bind(_ bindings: [(key: String, command: String)], in editor: OpaquePointer, isVi: Bool)
  {
    for (key, command) in bindings {
      lossbook_bind(editor, key, command)
      if isVi { lossbook_bind_alternative(editor, key, command) }
    }
  }

  private static func run(_ command: [String], in editor: OpaquePointer) {
    let words = command.map { strdup($0) }
    defer { words.forEach { free($0) } }
    var arguments = words.map { UnsafePointer($0) } + [nil]
    el_parse(editor, Int32(clamping: words.count), &arguments)
  }

  /// Finds the line editor that `editor` belongs to and lets it act. libedit calls back on the thread that
  /// reads, and only the main actor reads.
  private static func perform(_ editor: OpaquePointer?, _ action: @MainActor (LineEditor) -> Int32) -> UInt8 {
    guard let editor, let client = lossbook_client(editor) else { return UInt8(CC_ERROR) }
    let owner = Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
    return MainActor.assumeIsolated { UInt8(truncatingIfNeeded: action(owner)) }
  }
}
