import Foundation
import TestSupport
import Testing

/// Sessions that ended before they were saved.
@Suite struct ResumingTests {
  @Test func killedSessionComesBack() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("x = 40", next: 2)
    first.type(Key.paste("# A note\ny = [1,\n  2]"))
    try first.enter("", next: 3)
    try first.enter("x + sum(y)", next: 4)
    first.type("half typed")
    try first.waitForPrompt(4, "half typed")
    first.terminal.send(SIGKILL)
    #expect(try first.terminal.waitForEnd() == .signal(SIGKILL))

    let terminal = try PseudoTerminal(["--resume"], columns: 80, rows: 24, home: home)
    try terminal.wait("the prompt") { $0.beforeCursor == "[4]> " }
    #expect(terminal.screen.text.contains("Brought back 3 cells of the last session"))
    terminal.type("out[3]\r")
    try terminal.wait("the next prompt") { $0.beforeCursor == "[5]> " }
    #expect(terminal.screen.text.split(separator: "\n").contains("43"))
    terminal.type("cells\r")
    try terminal.wait("the list") { $0.beforeCursor == "[6]> " && $0.text.contains("#  A note") }
    terminal.type("quit\r")
    #expect(try terminal.waitForEnd() == .code(0))
    #expect(terminal.screen.text.contains("lossbook --resume brings the cells back"))
  }

  @Test func whatIsTrainedAgainLeavesNoProgressOnTheScreen() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("s = sweep lr in [0.01, 0.02] on circles loss=bce epochs=50 seeds=20", next: 2)
    #expect(try first.leave() == .code(0))
    let terminal = try PseudoTerminal(["--resume"], columns: 80, rows: 24, home: home)
    try terminal.wait("the prompt") { $0.beforeCursor == "[2]> " }
    let lines = terminal.screen.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Brought back 1 cell of") }, "\(lines)")
    #expect(!terminal.screen.text.contains("/40 runs"))
  }

  @Test func editsAndDeletionsComeBackToo() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("x = 1", next: 2)
    try first.enter("nope", next: 3)
    try first.enter("x + 1", next: 4)
    try first.enter("delete 2", next: 5)
    first.type("edit 1\r")
    try first.waitForPrompt(1, "x = 1")
    first.type("1\r")
    try first.waitForPrompt(6)
    first.terminal.send(SIGKILL)
    _ = try first.terminal.waitForEnd()
    let terminal = try PseudoTerminal(["--resume"], columns: 80, rows: 24, home: home)
    try terminal.wait("the prompt") { $0.beforeCursor == "[4]> " }
    terminal.type("ans * 100\r")
    try terminal.wait("the value") { $0.text.split(separator: "\n").contains("1200") }
  }

  @Test func savedSessionDoesNot() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("x = 1", next: 2)
    try first.enter("save \"notes.md\"", next: 3)
    #expect(try first.leave() == .code(0))
    #expect(!first.shows("--resume"))
    let second = try PseudoTerminal(["--resume"], columns: 80, rows: 24, home: home)
    try second.wait("the prompt") { $0.beforeCursor == "[1]> " }
    #expect(second.screen.text.contains("There is no session to bring back."))
  }

  @Test func notebookOpensAtThePrompt() throws {
    let home = try TemporaryDirectory()
    try home.write("sub/notes.md", "# Notes\n\n```loss\nx = 41\nx\n```\n```output\n41\n```\n")
    let terminal = try PseudoTerminal(
      ["open", home.file("sub/notes.md")], columns: 80, rows: 24, home: home)
    try terminal.wait("the prompt") { $0.beforeCursor == "[3]> " }
    terminal.type("x + 1\r")
    try terminal.wait("the value") { $0.beforeCursor == "[4]> " && $0.text.contains("\n42\n") }
    terminal.type("save\r")
    try terminal.wait("the end of the saving") { $0.beforeCursor == "[5]> " }
    #expect(try home.read("sub/notes.md").contains("x + 1\n```\n```output\n42\n```"))
  }

  @Test func secondSessionIsToldAndOverwritesNothing() throws {
    let home = try TemporaryDirectory()
    try home.write("n.md", "```loss\nx = 1\n```\n")
    let (first, second) = (try Sitting(home: home), try Sitting(home: home))
    for sitting in [first, second] { try sitting.enter("open \"\(home.file("n.md"))\"", next: 2) }
    try first.enter("x + 1", next: 3)
    try second.enter("x + 2", next: 3)
    try first.enter("save", next: 4)
    try second.enter("save", next: 4)
    #expect(second.shows("somebody else"))
    #expect(try home.read("n.md").contains("x + 1"))
  }

  @Test func secondSessionIsToldWhenItOpens() throws {
    let home = try TemporaryDirectory()
    try home.write("n.md", "```loss\nx = 1\n```\n")
    try home.write("m.md", "```loss\nx = 1\n```\n")
    let (first, second) = (try Sitting(home: home), try Sitting(home: home))
    try first.enter("open \"n.md\"", next: 2)
    #expect(!first.shows("Another session"))
    try second.enter("open \"m.md\"", next: 2)
    #expect(!second.shows("Another session"))
    second.type("open \"\(home.file("n.md"))\"\r")
    try second.terminal.wait("the warning") {
      $0.text.contains("Another session has it open too.") && $0.beforeCursor == "[2]> "
    }
    #expect(try second.leave() == .code(0))
    try first.enter("open \"n.md\"", next: 2)
    #expect(!first.shows("Another session"))
  }

  @Test func savedFileIsKnownAfterTheReturn() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("x = 40", next: 2)
    try first.enter("save \"notes.md\"", next: 3)
    try first.enter("x + 2", next: 4)
    first.terminal.send(SIGKILL)
    _ = try first.terminal.waitForEnd()
    func back() throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(["--resume"], columns: 80, rows: 24, home: home)
      try terminal.wait("the prompt") { $0.beforeCursor.hasPrefix("[4]> ") }
      #expect(
        terminal.screen.text.contains("`save` writes them to notes.md")
          || terminal.screen.text.contains("save writes them to notes.md"))
      terminal.type("save\r")
      try terminal.wait("the next prompt") { $0.beforeCursor.hasPrefix("[5]> ") }
      return terminal
    }
    // What somebody else has written since is not overwritten.
    let ours = try home.read("notes.md")
    try home.write("notes.md", "# Theirs\n")
    let second = try back()
    #expect(second.screen.text.contains("somebody else"))
    #expect(try home.read("notes.md") == "# Theirs\n")
    second.send(SIGKILL)
    _ = try second.waitForEnd()
    try home.write("notes.md", ours)
    let third = try back()
    #expect(third.screen.text.contains("Saved notes.md: 2 cells."))
    #expect(try home.read("notes.md").contains("x + 2\n```\n```output\n42\n```"))
  }

  @Test func oldSessionsAreClearedAway() throws {
    let home = try TemporaryDirectory()
    let now = Int(Date().timeIntervalSince1970)
    // No process has the highest number there is.
    let day = 24 * 3600
    for age in 1...30 {
      try home.write(
        "state/lossbook/sessions/\(now - age * day)-2147483646.session",
        "lossbook session 1\n1\t\tx = \(age)\n")
    }
    try home.write(
      "state/lossbook/sessions/\(now - 100 * day)-2147483646.session", "lossbook session 1\n")
    let sitting = try Sitting(home: home)
    let directory = home.file("state/lossbook/sessions")
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }
    #expect(try names().count == 31)
    try sitting.enter("x = 1", next: 2)
    let left = try names()
    #expect(left.count == 21)
    #expect(left.first == "\(now - 20 * day)-2147483646.session")
    // A session that leaves nothing to bring back leaves no file.
    try sitting.enter("save \"n.md\"", next: 3)
    #expect(try sitting.leave() == .code(0))
    #expect(try names().count == 20)
  }
}
