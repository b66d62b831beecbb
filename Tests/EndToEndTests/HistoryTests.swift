import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func nextSessionRecalls() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("alpha = 1", next: 2)
    try first.enter("beta = 2", next: 3)
    try first.enter("beta = 2", next: 4)
    try first.enter("beta = 2", next: 5)
    #expect(try first.leave() == .code(0))

    let second = try Sitting(home: home)
    second.type(Key.up)
    try second.waitForPrompt(1, "beta = 2")
    second.type(Key.up)
    try second.waitForPrompt(1, "alpha = 1")
    try second.enter("", next: 2)
    try second.enter("alpha + 1", next: 3)
    #expect(second.showsLine("2"))
  }

  @Test func neitherWalkNorSearchShowsAnEntryTwice() throws {
    let sitting = try Sitting()
    for (number, line) in ["c = 3", "a = 1", "b = 2", "a = 1"].enumerated() {
      try sitting.enter(line, next: number + 2)
    }
    for entry in ["a = 1", "b = 2", "c = 3"] {
      sitting.type(Key.up)
      try sitting.waitForPrompt(5, entry)
    }
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(5)
    sitting.type(Key.searchBack + "= ")
    for entry in ["a = 1", "b = 2", "c = 3"] {
      try sitting.terminal.wait("the find of \(entry)") { $0.text.contains("[5]> \(entry)") }
      sitting.type(Key.searchBack)
    }
  }

  @Test func cellOfSeveralLinesIsOneEntry() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    first.type("y = [1,\r")
    try first.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    try first.enter("2]", next: 2)
    #expect(try first.leave() == .code(0))

    let second = try Sitting(home: home)
    second.type(Key.up)
    try second.terminal.wait("the recalled cell") { $0.beforeCursor.hasSuffix("2]") }
    try second.enter("", next: 2)
    try second.enter("sum(y)", next: 3)
    #expect(second.showsLine("3"))
  }

  @Test func isKeptWhenTheProgramIsKilled() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("alpha = 1", next: 2)
    first.terminal.send(9)
    #expect(try first.terminal.waitForEnd() == .signal(9))
    let second = try Sitting(home: home)
    second.type(Key.up)
    try second.waitForPrompt(1, "alpha = 1")
  }

  @Test func placeThatCannotBeWrittenIsSaidAndNoMore() throws {
    let home = try TemporaryDirectory()
    try home.write("state", "a file where a directory should be")
    let sitting = try Sitting(home: home)
    try sitting.enter("40 + 2", next: 2)
    #expect(sitting.showsLine("42"))
    #expect(sitting.shows("The history is not"))
  }

  @Test func noTraceIsLeftWhereNoneIsWanted() throws {
    let home = try TemporaryDirectory()
    let first = try Sitting(home: home)
    try first.enter("old = 1", next: 2)
    #expect(try first.leave() == .code(0))
    let second = try Sitting(home: home, arguments: ["--no-history"])
    second.type(Key.up)
    try second.enter("secret = 2", next: 2)
    #expect(try second.leave() == .code(0))
    #expect(!second.shows("--resume"))
    let third = try Sitting(home: home)
    third.type(Key.up)
    try third.waitForPrompt(1, "old = 1")
  }
}
