import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct LeavingTests {
  private func settingsReturn(_ status: ProgramEnd, _ leave: (Sitting) throws -> Void) throws {
    let home = try TemporaryDirectory()
    let modes = try Sitting.untouchedModes(home)
    let sitting = try Sitting(home: home)
    #expect(sitting.terminal.modes != modes && sitting.marksPastes, "the program edits lines")
    try leave(sitting)
    #expect(try sitting.terminal.waitForEnd() == status)
    #expect(sitting.terminal.modes == modes && !sitting.marksPastes)
  }

  @Test func byQuit() throws { try settingsReturn(.code(0)) { $0.type("quit\r") } }
  @Test func byEndOfInput() throws { try settingsReturn(.code(0)) { $0.type(Key.endOfInput) } }

  @Test(arguments: [SIGTERM, SIGHUP])
  func bySignal(_ signal: Int32) throws { try settingsReturn(.signal(signal)) { $0.terminal.send(signal) } }

  @Test(arguments: [SIGTERM, SIGHUP])
  func bySignalWhileComputing(_ signal: Int32) throws {
    try settingsReturn(.signal(signal)) {
      $0.type("train circles loss=bce epochs=1000000 lr=0.001\r")
      try $0.terminal.wait(for: "bce on circles [")
      $0.terminal.send(signal)
    }
  }

  @Test(arguments: ["", "1 + 2", "train circles loss=bce epochs=1000000 lr=0.001\r", "[1,\r"])
  func terminalThatGoesAwayEndsTheProgram(_ typed: String) throws {
    let home = try TemporaryDirectory()
    let sitting = try Sitting(home: home)
    try sitting.enter("kept = 42", next: 2)
    sitting.type(typed)
    if typed.hasPrefix("train") { try sitting.terminal.wait(for: "bce on circles [") }
    sitting.terminal.hangUp()
    #expect(try sitting.terminal.waitForEnd() == .signal(SIGHUP))
    let later = try PseudoTerminal(["--resume"], home: home)
    try later.wait(for: "Brought back 1 cell of the last session")
  }

  @Test func computationPausesAndGoesOn() throws {
    let sitting = try Sitting(hasShell: true)
    sitting.type("train circles loss=bce epochs=1000000 lr=0.001\r")
    try sitting.terminal.wait(for: "bce on circles [")
    try sitting.pause()
    try sitting.terminal.wait("the progress below") {
      let parts = $0.text.split(separator: "stopped\n")
      return parts.count > 1 && parts.last?.contains("bce on circles [") == true
    }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    try sitting.enter("40 + 2", next: 3)
    #expect(sitting.showsLine("42"))
    #expect(try sitting.leave() == .code(0))
  }

  @Test func quitInTheMiddleOfAPasteLeaves() throws {
    let sitting = try Sitting()
    sitting.type(Key.paste("1 + 1\nquit\n40 + 2"))
    sitting.type("\r")
    #expect(try sitting.terminal.waitForEnd() == .code(0))
    #expect(sitting.showsLine("2"))
    #expect(!sitting.showsLine("42"))
  }

  @Test func pausesAndGoesOn() throws {
    let sitting = try Sitting(hasShell: true)
    try sitting.enter("a = 41", next: 2)
    sitting.type("a + 2\u{2}")
    try sitting.waitForPrompt(2, "a + ")
    let modes = sitting.terminal.modes
    try sitting.pause()
    try sitting.waitForPrompt(2, "a + ")
    #expect(sitting.terminal.modes == modes && sitting.marksPastes)
    sitting.type("1 - \r")
    try sitting.waitForPrompt(3)
    #expect(sitting.showsLine("40"))
    #expect(try sitting.leave() == .code(0))
  }

  /// The signal that tells of it goes to the shell.
  @Test func anotherSizeInAPauseCounts() throws {
    let sitting = try Sitting(hasShell: true)
    let line = String(repeating: "1+", count: 25) + "1"
    sitting.type(line)
    try sitting.waitForPrompt(1, line)
    try sitting.pause { sitting.terminal.resize(columns: 40, rows: 24) }
    try sitting.terminal.wait("the line in two rows") { $0.beforeCursor == line.suffix(16) }
    sitting.type(Key.home + "9")
    try sitting.waitForPrompt(1, "9")
    #expect(sitting.screen.lines.last == String(line.suffix(17)))
    try sitting.enter("", next: 2)
    #expect(sitting.showsLine("116"))
  }

  /// Nobody could see it come, so whoever had the terminal in between may have changed it.
  @Test func stopThatCannotBeCaughtIsGotOver() throws {
    let sitting = try Sitting()
    sitting.type("40 +")
    try sitting.waitForPrompt(1, "40 +")
    let before = sitting.screen.sent.count
    sitting.terminal.send(SIGSTOP)
    sitting.terminal.send(SIGCONT)
    try sitting.terminal.wait("the line again") {
      String(decoding: $0.sent[before...], as: UTF8.self).contains("\u{1B}[?2004h")
        && $0.beforeCursor == "[1]> 40 +"
    }
    try sitting.enter(" 2", next: 2)
    #expect(sitting.showsLine("42"))
  }

  @Test func resizingKeepsTheLine() throws {
    let sitting = try Sitting()
    sitting.type("1 + 1 + 1")
    try sitting.waitForPrompt(1, "1 + 1 + 1")
    sitting.terminal.resize(columns: 40, rows: 12)
    sitting.type(" + 39\r")
    try sitting.waitForPrompt(2)
    #expect(sitting.showsLine("42"))
  }
}
