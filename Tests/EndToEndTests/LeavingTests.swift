import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct LeavingTests {
  private func settingsReturn(_ status: ProgramEnd, _ leave: (Sitting) throws -> Void) throws {
    let home = try TemporaryDirectory()
    let probe = try PseudoTerminal(program: "/bin/sh", ["-c", "exit 0"], home: home)
    _ = try probe.waitForEnd()
    let sitting = try Sitting(home: home)
    #expect(sitting.terminal.modes != probe.modes, "the program edits lines")
    try leave(sitting)
    #expect(try sitting.terminal.waitForEnd() == status)
    #expect(sitting.terminal.modes == probe.modes)
    let text = String(decoding: sitting.screen.sent, as: UTF8.self)
    let last = try #require(text.ranges(of: "\u{1B}[?2004").last)
    #expect(text[last.upperBound...].first == "l", "marked pastes are off")
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
    let sitting = try Sitting()
    sitting.type("train circles loss=bce epochs=1000000 lr=0.001\r")
    try sitting.terminal.wait(for: "bce on circles [")
    sitting.terminal.send(SIGTSTP)
    sitting.terminal.send(SIGCONT)
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    try sitting.enter("40 + 2", next: 3)
    #expect(sitting.showsLine("42"))
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
    let sitting = try Sitting()
    try sitting.enter("a = 41", next: 2)
    let child = sitting.terminal
    sitting.type("a +")
    try sitting.waitForPrompt(2, "a +")
    child.send(SIGTSTP)
    child.send(SIGCONT)
    sitting.type(" 1\r")
    try sitting.waitForPrompt(3)
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
