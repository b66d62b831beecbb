import Foundation
import TestSupport
import Testing

/// A training that takes a while, drawn while it goes.
@Suite struct LiveTrainingTests {
  private static let long = "train circles loss=bce epochs=1000000 lr=0.001\r"
  private static let label = "bce on circles"

  /// The rows of the screen that the drawing takes: a frame of eight rows, ticks, a legend and the line below them.
  private static let height = 11

  private func isDrawn(_ screen: VirtualScreen) -> Bool {
    screen.currentLine.contains("/1000000 loss 0.") && screen.text.contains("train   ")
  }

  /// How often a whole drawing has come.
  private func drawings(_ screen: VirtualScreen) -> Int {
    String(decoding: screen.sent, as: UTF8.self).components(separatedBy: "\u{1B}[?2026l").count - 1
  }

  private func waitForDrawings(_ count: Int, _ terminal: PseudoTerminal) throws {
    let before = drawings(terminal.screen)
    try terminal.wait("\(count) more drawings") { drawings($0) >= before + count && isDrawn($0) }
  }

  /// What the screen shows when nothing was ever drawn over it.
  private func isClean(_ sitting: Sitting) -> Bool {
    !sitting.shows("/1000000 loss") && sitting.screen.lines.first?.hasPrefix("Lossbook") ?? false
  }

  @Test func isDrawnInItsPlaceAndTakenAway() throws {
    let sitting = try Sitting(rows: 60)
    sitting.type(Self.long)
    try waitForDrawings(4, sitting.terminal)
    let lines = sitting.screen.lines
    let top = try #require(lines.firstIndex { $0.contains("┌") })
    #expect(lines[top - 1].hasPrefix("[1]> train"))
    #expect(lines.count == top + Self.height && lines.count { $0.contains("┌") } == 1)
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    #expect(isClean(sitting))
    let after = sitting.screen.lines
    #expect(after[top].hasPrefix("after ") && after.count { $0.contains("┌") } == 1)
  }

  @Test func scrollsNoFurtherThanItIsHigh() throws {
    let sitting = try Sitting(rows: 20)
    for cell in 1...12 { try sitting.enter("\(cell)", next: cell + 1) }
    sitting.type(Self.long)
    try waitForDrawings(2, sitting.terminal)
    let scrolled = sitting.screen.text.components(separatedBy: "\n").count - 20
    try waitForDrawings(5, sitting.terminal)
    #expect(sitting.screen.text.components(separatedBy: "\n").count - 20 == scrolled)
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(14)
    #expect(!sitting.shows("/1000000 loss"))
  }

  @Test
  func whatIsTypedAheadDoesNotDisturbIt() throws {
    let sitting = try Sitting(rows: 60)
    // Long enough for a drawing in a release build, which does thousands of epochs in a tenth of a second.
    sitting.type("train circles loss=bce epochs=20000 n=200\r")
    try sitting.terminal.wait("a drawing") { $0.text.contains("/20000 loss") }
    sitting.type("40 +\u{7F}+ 2\r5 * 5")
    try sitting.waitForPrompt(3, "5 * 5")
    #expect(!sitting.shows("/20000 loss") && sitting.showsLine("42") && sitting.showsLine("[2]> 40 + 2"))
    let lines = sitting.screen.lines
    let line = try #require(lines.firstIndex { $0.hasPrefix("[1]> train") })
    #expect(lines[line + 1].hasPrefix("after 20000 epochs"))
  }

  @Test func theKeyboardIsHeardAgainAfterwards() throws {
    let sitting = try Sitting()
    let modes = sitting.terminal.modes
    sitting.type(Self.long)
    try waitForDrawings(1, sitting.terminal)
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    #expect(sitting.terminal.modes == modes)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalLeavesTheTerminalAsItWas(_ signal: Int32) throws {
    let terminal = try PseudoTerminal(["-e", String(Self.long.dropLast())], home: TemporaryDirectory())
    let modes = terminal.modes
    try terminal.wait("a drawing", until: isDrawn)
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == .signal(signal))
    #expect(terminal.modes == modes)
  }

  /// The screen of the tests cuts lines that have become too long, as xterm does.
  @Test(arguments: [(50, 30), (100, 30), (24, 30), (80, 12), (12, 4), (80, 60)])
  func anotherSizeLeavesNoRemains(_ columns: Int, _ rows: Int) throws {
    let sitting = try Sitting(rows: 30, environment: ["XTERM_VERSION": "XTerm(390)"])
    sitting.type(Self.long)
    try waitForDrawings(2, sitting.terminal)
    sitting.terminal.resize(columns: columns, rows: rows)
    let before = drawings(sitting.screen)
    try sitting.terminal.wait("drawings of another size") { drawings($0) > before + 2 }
    let screen = sitting.screen.lines
    #expect(screen.count { $0.contains("┌") } <= 1, "\(screen)")
    #expect(screen.count { $0.contains("train") } <= 2, "\(screen)")
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    // What the terminal has pushed off a lower screen is out of reach.
    #expect(!sitting.screen.lines.contains { $0.contains("1000000 loss") })
  }

  @Test func aNarrowWindowHasTheLineAlone() throws {
    let sitting = try Sitting(columns: 28)
    sitting.type(Self.long)
    try sitting.terminal.wait("the progress") { $0.currentLine.contains(Self.label) }
    #expect(!sitting.shows("┌"))
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
  }

  @Test(arguments: [["--plain"], ["--json"]])
  func neitherPlainNorJSONIsDrawn(_ arguments: [String]) throws {
    let terminal = try PseudoTerminal(
      arguments + ["-e", "train circles loss=bce epochs=2000 n=200"], home: TemporaryDirectory())
    #expect(try terminal.waitForEnd() == .code(0))
    #expect(drawings(terminal.screen) == 0)
  }

  @Test func aDumbTerminalGetsNoEscapes() throws {
    let terminal = try PseudoTerminal(
      ["-e", "train circles loss=bce epochs=2000 n=200"], home: TemporaryDirectory(),
      environment: ["TERM": "dumb"])
    #expect(try terminal.waitForEnd() == .code(0))
    #expect(!terminal.screen.sent.contains(0x1B))
  }

  @Test func manyRunsAreCountedAndStopAtOnce() throws {
    let sitting = try Sitting()
    sitting.type("c = compare bce, hinge on circles seeds=500 epochs=400\r")
    try sitting.terminal.wait("the progress") { $0.currentLine.contains("/1000 runs") }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(2)
    #expect(!sitting.shows("/1000 runs"))
    #expect(sitting.shows("of 1000 runs; the result keeps what there is"))
    try sitting.enter("shape(c.test_accuracy)", next: 3)
    #expect(sitting.showsLine("[2, 500]"))
  }
}
