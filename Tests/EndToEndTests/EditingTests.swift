import TestSupport
import Testing

/// Cells of a notebook, changed at the prompt.
@Suite struct EditingTests {
  private func sitting(
    columns: Int = 80, environment: [String: String] = [:], _ lines: [String]
  ) throws -> Sitting {
    let sitting = try Sitting(columns: columns, environment: environment)
    for (index, line) in lines.enumerated() { try sitting.enter(line, next: index + 2) }
    return sitting
  }

  @Test func cellComesBackOnTheLine() throws {
    let sitting = try sitting(["x = 1", "y = x + 1", "y * 100"])
    sitting.type("edit 1\r")
    try sitting.waitForPrompt(1, "x = 1")
    sitting.type("0\r")
    try sitting.waitForPrompt(5)
    #expect(sitting.showsLine("[3]> y * 100") && sitting.showsLine("1100"))
    try sitting.enter("x", next: 6)
    #expect(sitting.showsLine("10"))
  }

  @Test func severalLinesComeBackAsTheyWere() throws {
    let sitting = try Sitting()
    sitting.type(Key.paste("y = [1,\n  2]"))
    try sitting.enter("", next: 2)
    sitting.type("edit\r")
    try sitting.terminal.wait("the block") {
      $0.beforeCursor.hasSuffix("  2]") && $0.text.contains("[1]> y = [1,")
    }
    sitting.type("\u{7F}, 3]\r")
    try sitting.waitForPrompt(3)
    try sitting.enter("sum(y)", next: 4)
    #expect(sitting.showsLine("6"))
  }

  @Test func openBracketGoesOnInAnEdit() throws {
    let sitting = try sitting(["y = 1"])
    sitting.type("edit 1\r")
    try sitting.waitForPrompt(1, "y = 1")
    sitting.type("\u{7F}[40,\r")
    try sitting.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    sitting.type("2]\r")
    try sitting.waitForPrompt(3)
    try sitting.enter("sum(y)", next: 4)
    #expect(sitting.showsLine("42"))
  }

  @Test(arguments: [Key.interrupt, "\u{15}" + Key.endOfInput])
  func leavingTheLineLeavesTheCell(_ key: String) throws {
    let sitting = try sitting(["x = 1"])
    sitting.type("edit 1\r")
    try sitting.waitForPrompt(1, "x = 1")
    sitting.type("000" + key)
    try sitting.waitForPrompt(3)
    try sitting.enter("x + 41", next: 4)
    #expect(sitting.showsLine("42"))
    #expect(try sitting.leave() == .code(0))
  }

  @Test func mistakeComesBackToBeMended() throws {
    let sitting = try sitting(["x = 1"])
    sitting.type("edit 1\r")
    try sitting.waitForPrompt(1, "x = 1")
    sitting.type(" +* 2\r")
    // The line looks the same before it is read and after it has come back.
    try sitting.terminal.wait(for: "`*` cannot stand here")
    try sitting.waitForPrompt(1, "x = 1 +* 2")
    #expect(sitting.shows("`*` cannot stand here"))
    sitting.type(String(repeating: "\u{7F}", count: 5) + "1\r")
    try sitting.waitForPrompt(3)
    try sitting.enter("x", next: 4)
    #expect(sitting.showsLine("11"))
  }

  @Test func editorOfTheUserIsOpened() throws {
    let home = try TemporaryDirectory()
    try home.write(
      "ed", "#!/bin/sh\ntest -t 0 && stty -a | grep -q ' icanon' || exit 7\nsed -i 's/1/41/' \"$2\"\n")
    let sitting = try Sitting(home: home, environment: ["VISUAL": "sh \(home.file("ed")) -x"])
    try sitting.enter("x = 1", next: 2)
    try sitting.enter("x + 1", next: 3)
    try sitting.enter("edit 1 in editor", next: 4)
    #expect(sitting.showsLine("[2]> x + 1") && sitting.showsLine("42"))
    try sitting.enter("x", next: 5)
    #expect(sitting.showsLine("41"))
  }

  @Test(arguments: ["", "false"])
  func editorThatFailsChangesNothing(_ editor: String) throws {
    let sitting = try sitting(environment: ["EDITOR": editor], ["x = 42"])
    try sitting.enter("edit in editor", next: 3)
    #expect(sitting.shows(editor.isEmpty ? "set $VISUAL or $EDITOR" : "false ended with an error"))
    try sitting.enter("x", next: 4)
    #expect(sitting.showsLine("42"))
  }

  @Test func interruptedComputationIsStaleAndTheReaderGoesOn() throws {
    let sitting = try sitting(["n = 2", "for i in 1..n { s = sum(zeros(100000)) }", "s"])
    sitting.type("edit 1\r")
    try sitting.waitForPrompt(1, "n = 2")
    sitting.type(" * 1e6\r")
    try sitting.terminal.wait("the start of the computation") {
      String(decoding: $0.sent.suffix(8), as: UTF8.self) == "\u{1B}[?2004l"
    }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(5)
    #expect(sitting.shows("Stopped. Cells 2 and 3 are stale"))
    try sitting.enter("undo", next: 6)
    try sitting.enter("cells", next: 7)
    #expect(sitting.showsLine("3  s"))
  }

  @Test func narrowWindowShowsTheList() throws {
    let sitting = try sitting(columns: 40, ["x = 1", "nope"])
    try sitting.enter("cells", next: 4)
    #expect(sitting.showsLine("2  nope   failed"))
  }

  @Test func changedAnswerIsJudged() throws {
    let home = try TemporaryDirectory()
    try home.write(
      "course/01-l.md",
      "# One\n\n```question function\n`half(x)` halves.\n```\n\n```solution\nhalf(x) = x / 2 => So it is.\n```\n\n"
        + "```test\nhalf(3)\n```\n")
    let sitting = try Sitting(home: home, arguments: ["--course", home.file("course")])
    try sitting.enter("lesson 1", next: 2)
    try sitting.enter("half(x) = x", next: 3)
    #expect(sitting.shows("Not yet."))
    sitting.type("edit 2\r")
    try sitting.waitForPrompt(2, "half(x) = x")
    sitting.type("/2\r")
    try sitting.waitForPrompt(4)
    #expect(sitting.shows("Right. So it is."))
  }
}
