import Foundation
import TestSupport
import Testing

/// Pages that are taller than the window.
@Suite struct ReadingTests {
  private static let status = "more: Space goes on, Enter one line, q skips"

  /// A lesson whose page is its title, 20 paragraphs and the foot, with blanks between them: 43 lines.
  private func sitting(
    columns: Int = 80, rows: Int = 12, arguments: [String] = [], kind: String = "xterm",
    hasShell: Bool = false
  ) throws -> Sitting {
    let home = try TemporaryDirectory()
    let page = (1...20).map { "Paragraph \($0)." }.joined(separator: "\n\n")
    try home.write("course/01-long.md", "# Long\n\n\(page)\n")
    return try Sitting(
      columns: columns, rows: rows, home: home, environment: ["TERM": kind],
      arguments: ["--course", home.file("course")] + arguments, hasShell: hasShell)
  }

  /// Opens the lesson and waits at the first window.
  private func reading(hasShell: Bool = false) throws -> Sitting {
    let sitting = try sitting(hasShell: hasShell)
    try sitting.enter("kept = 42", next: 2)
    sitting.type("lesson 1\r")
    try waits(sitting, at: "Paragraph 5.")
    return sitting
  }

  /// Waits for the status line, with a line of the page above it.
  private func waits(_ sitting: Sitting, at line: String, status: String = status) throws {
    try sitting.terminal.wait("\(status) below \(line)") {
      $0.beforeCursor == status && $0.row > 0 && $0.lines[$0.row - 1] == line
    }
  }

  private func isIntact(_ sitting: Sitting) throws {
    #expect(!sitting.screen.text.contains("more:"), "the status line is gone")
    try sitting.enter("kept + 1")
    #expect(sitting.showsLine("43"))
    #expect(try sitting.leave() == .code(0))
  }

  @Test func spaceShowsWindowAfterWindow() throws {
    let sitting = try reading()
    #expect(
      sitting.screen.lines.first == "Long", "the window is full, and nothing is lost at its top")
    sitting.type(" ")
    try waits(sitting, at: "")
    #expect(sitting.screen.lines[9] == "Paragraph 10.")
    sitting.type("\u{1B}[6~")
    try waits(sitting, at: "Paragraph 16.")
    sitting.type(" ")
    try sitting.waitForPrompt(3)
    for number in 1...20 { #expect(sitting.showsLine("Paragraph \(number).")) }
    #expect(sitting.shows("step 1 of 1"))
    try isIntact(sitting)
  }

  @Test func enterShowsALine() throws {
    let sitting = try reading()
    sitting.type("\r")
    try waits(sitting, at: "")
    sitting.type("\u{1B}[B")
    try waits(sitting, at: "Paragraph 6.")
    sitting.type(Key.tab + Key.up + " ")
    try waits(sitting, at: "")
    #expect(sitting.screen.lines[9] == "Paragraph 11.")
  }

  @Test(arguments: ["q", "\u{1B}", Key.interrupt])
  func restIsSkipped(_ key: String) throws {
    let sitting = try reading()
    sitting.type(key)
    try sitting.waitForPrompt(3)
    #expect(!sitting.shows("Paragraph 6."))
    try isIntact(sitting)
  }

  @Test func whatIsTypedComesToThePrompt() throws {
    let sitting = try reading()
    sitting.type("kept")
    try sitting.waitForPrompt(3, "kept")
    sitting.type(" + 2\r")
    try sitting.waitForPrompt(4)
    #expect(sitting.showsLine("44") && !sitting.shows("Paragraph 6."))
    sitting.type("lesson\r")
    try waits(sitting, at: "Paragraph 5.")
    sitting.type(Key.paste("kept +\n 3"))
    try sitting.terminal.wait("the paste") { $0.text.hasSuffix("[5]> kept +\n 3") }
  }

  @Test func endOfInputLeaves() throws {
    let sitting = try reading()
    #expect(try sitting.leave() == .code(0))
  }

  @Test func closedWindowEndsTheProgram() throws {
    let sitting = try reading()
    sitting.terminal.hangUp()
    #expect(try sitting.terminal.waitForEnd() == .signal(SIGHUP))
  }

  @Test func pausesAndGoesOnWhereItWas() throws {
    let sitting = try reading(hasShell: true)
    let modes = sitting.terminal.modes
    try sitting.pause { #expect(!sitting.shows("more:")) }
    try sitting.terminal.wait("the status line") { $0.beforeCursor == Self.status }
    #expect(sitting.terminal.modes == modes && sitting.marksPastes)
    sitting.type(" ")
    try sitting.terminal.wait("the next window") {
      $0.text.contains("Paragraph 10.") && $0.beforeCursor == Self.status
    }
    for number in 1...10 {
      #expect(sitting.screen.text.ranges(of: "Paragraph \(number).").count == 1, "nothing comes twice")
    }
    sitting.type("q")
    try sitting.waitForPrompt(3)
    try isIntact(sitting)
  }

  @Test func anotherHeightCounts() throws {
    let sitting = try reading()
    sitting.terminal.resize(columns: 80, rows: 20)
    sitting.type(" ")
    try waits(sitting, at: "")
    #expect(sitting.screen.lines[17] == "Paragraph 14.")
    sitting.terminal.resize(columns: 40, rows: 6)
    try sitting.terminal.wait("the shorter status") {
      $0.beforeCursor == "more: Space, Enter one line, q skips"
    }
    sitting.type(" ")
    try waits(sitting, at: "Paragraph 17.", status: "more: Space, Enter one line, q skips")
  }

  @Test func narrowWindowHasAShorterStatus() throws {
    let sitting = try sitting(columns: 40)
    sitting.type("help mse\r")
    try sitting.terminal.wait("the status") { $0.beforeCursor == "more: Space, Enter one line, q skips" }
    sitting.type("q")
    try sitting.waitForPrompt(2)
  }

  @Test(arguments: ["lesson 1\nkept = 42", "kept = 42\nlesson 1"])
  func pasteIsNotHeldUp(_ lines: String) throws {
    let sitting = try sitting()
    sitting.type(Key.paste(lines) + "\r")
    try sitting.waitForPrompt(3)
    #expect(sitting.showsLine("Paragraph 20."))
    try isIntact(sitting)
  }

  @Test func whatIsTypedAheadIsNotHeldUp() throws {
    let sitting = try sitting()
    sitting.type("lesson 1\rkept = 42\r")
    try sitting.waitForPrompt(3)
    #expect(sitting.showsLine("Paragraph 20."))
    try isIntact(sitting)
  }

  @Test(arguments: [
    (12, "xterm", ["--plain"], []), (4, "xterm", [], []), (12, "dumb", [], []), (60, "xterm", [], []),
    (12, "xterm", [], ["set pager off"]),
  ])
  func pageIsShownAtOnce(_ rows: Int, _ kind: String, _ arguments: [String], _ first: [String]) throws {
    let sitting = try sitting(rows: rows, arguments: arguments, kind: kind)
    for line in first { try sitting.enter(line) }
    try sitting.enter("kept = 42")
    try sitting.enter("lesson 1")
    #expect(sitting.showsLine("Paragraph 20."))
    try isIntact(sitting)
  }

  @Test func valuesAreNotHeldUp() throws {
    let sitting = try sitting()
    try sitting.enter("eye(30)", next: 2)
    try sitting.enter("plot x for x in 0..1", next: 3)
  }
}
