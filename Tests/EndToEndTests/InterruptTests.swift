import Foundation
import TestSupport
import Testing

@Suite struct InterruptTests {
  @Test func clearsALine() throws {
    let sitting = try Sitting()
    sitting.type("1 + 2 + nonsense")
    try sitting.waitForPrompt(1, "1 + 2 + nonsense")
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(1)
    try sitting.enter("40 + 2", next: 2)
    #expect(sitting.showsLine("42"))
    #expect(!sitting.shows("error"))
  }

  @Test func clearsAnOpenBracket() throws {
    let sitting = try Sitting()
    sitting.type("[1,\r")
    try sitting.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(1)
    try sitting.enter("40 + 2", next: 2)
    #expect(sitting.showsLine("42"))
  }

  @Test(arguments: [
    "train circles loss=bce epochs=1000000 lr=0.001", "for i in 1..1e7 { x = sum(zeros(1000)) }",
  ])
  func stopsAComputationAndKeepsTheVariables(_ line: String) throws {
    let sitting = try Sitting()
    try sitting.enter("kept = 42", next: 2)
    sitting.type(line + "\r")
    // The line has left for the computation once the program no longer asks for marked pastes.
    try sitting.terminal.wait("the start of the computation") {
      String(decoding: $0.sent.suffix(8), as: UTF8.self) == "\u{1B}[?2004l"
        || $0.text.contains("bce on circles [")
    }
    if line.hasPrefix("train") { try sitting.terminal.wait(for: "bce on circles [") }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(3)
    #expect(!sitting.shows("bce on circles ["), "the progress line is gone")
    try sitting.enter("kept + 1", next: 4)
    #expect(sitting.showsLine("43"))
    #expect(try sitting.leave() == .code(0))
  }

  /// The keys may come before the terminal makes signals of them.
  @Test(arguments: ["for i in 1..1e7 { x = sum(zeros(1000)) }", "a = ones(2000, 2000)\ra @ a"])
  func stopsWhatHasJustBeenEntered(_ lines: String) throws {
    let sitting = try Sitting()
    try sitting.enter("kept = 42", next: 2)
    sitting.type(lines + "\r" + Key.interrupt)
    try sitting.terminal.wait("the end of the computation") {
      $0.text.contains("stopped before it was done") && $0.beforeCursor.hasSuffix("]> ")
    }
    try sitting.enter("kept + 1")
    #expect(sitting.showsLine("43"))
  }

  @Test func whatIsTypedBehindTheInterruptIsKept() throws {
    let sitting = try Sitting()
    sitting.type("for i in 1..1e7 { x = sum(zeros(1000)) }\r" + Key.interrupt + "40 + 2\r")
    try sitting.waitForPrompt(3)
    #expect(sitting.showsLine("42"))
  }

  @Test func narrowWindowShowsHowFarATrainingIs() throws {
    let sitting = try Sitting(columns: 40)
    sitting.type("train circles loss=bce epochs=1000000 lr=0.001\r")
    try sitting.terminal.wait("the progress") { $0.currentLine.contains("/1000000 loss 0.") }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    #expect(!sitting.shows("/1000000 loss 0."))
  }

  @Test func progressOfAScriptGoesAway() throws {
    let terminal = try PseudoTerminal(
      ["-e", "train circles loss=bce epochs=1000000 lr=0.001", "-e", "1"], home: TemporaryDirectory())
    try terminal.wait(for: "bce on circles [")
    terminal.type(Key.interrupt)
    #expect(try terminal.waitForEnd() == .code(130))
    #expect(!terminal.screen.text.contains("bce on circles ["))
  }

  @Test func endsTheProgramWhileItWaitsForAScript() throws {
    let terminal = try PseudoTerminal(["run", "-"], home: TemporaryDirectory())
    terminal.type("1 + 1\r")
    try terminal.wait(for: "1 + 1")
    terminal.type(Key.interrupt)
    #expect(try terminal.waitForEnd() == .signal(SIGINT))
  }

  @Test func endsAScriptWithItsOwnStatus() throws {
    let home = try TemporaryDirectory()
    try home.write("a.loss", "\"started\"\nfor i in 1..1e7 { x = sum(zeros(1000)) }\n\"not reached\"\n")
    try home.write("b.loss", "\"nor this\"\n")
    let terminal = try PseudoTerminal(["run", "--keep-going", "a.loss", "b.loss"], home: home)
    try terminal.wait(for: "\"started\"")
    terminal.type(Key.interrupt)
    #expect(try terminal.waitForEnd() == .code(130))
    #expect(!terminal.screen.text.contains("not reached"))
    #expect(!terminal.screen.text.contains("nor this"))
  }
}
