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
}
