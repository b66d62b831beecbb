import TestSupport
import Testing

@Suite struct EnvironmentTests {
  private func containsColour(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains(/\u{1B}\[[0-9;]*m/)
  }

  @Test func coloursAreShownWhereTheyCanBe() throws {
    let sitting = try Sitting()
    try sitting.enter("nope", next: 2)
    #expect(containsColour(sitting.screen.sent))
  }

  @Test func coloursCanBeRefused() throws {
    let sitting = try Sitting(environment: ["NO_COLOR": "1"])
    try sitting.enter("nope", next: 2)
    try sitting.enter("plot x^2 for x in -1..1", next: 3)
    #expect(!containsColour(sitting.screen.sent))
  }

  @Test func plainIsForScreenReaders() throws {
    let sitting = try Sitting(arguments: ["--plain"])
    try sitting.enter("plot x^2 for x in -2..2", next: 2)
    #expect(sitting.shows("lowest 0 at 0"))
    #expect(!containsColour(sitting.screen.sent))
  }

  @Test func dumbTerminalGetsNoEscapes() throws {
    let sitting = try Sitting(environment: ["TERM": "dumb"])
    try sitting.enter("mse([1], [2])", next: 2)
    try sitting.enter("nope", next: 3)
    try sitting.enter("train circles loss=bce epochs=3", next: 4)
    #expect(sitting.showsLine("1"))
    #expect(!sitting.screen.sent.contains(0x1B))
    #expect(try sitting.leave() == .code(0))
  }

  @Test(arguments: ["C", "POSIX", "", "de_DE.ISO-8859-1", "no_SUCH.locale"])
  func anyLocaleTakesAnyLetter(_ locale: String) throws {
    let sitting = try Sitting(environment: ["LANG": locale, "LC_ALL": locale])
    try sitting.enter("\"é 損失\"", next: 2)
    #expect(sitting.shows("\"é 損失\""))
    try sitting.enter("1.5 * 2", next: 3)
    #expect(sitting.showsLine("3"))
  }

  @Test func commandsOfViWorkWhereTheUserHasThem() throws {
    let home = try TemporaryDirectory()
    try home.write(".editrc", "bind -v\n")
    let sitting = try Sitting(home: home)
    sitting.type("1 + 41")
    try sitting.waitForPrompt(1, "1 + 41")
    sitting.type("\u{1B}0x")
    try sitting.terminal.wait("the first character gone") { $0.currentLine == "[1]>  + 41" }
    sitting.type("i2")
    try sitting.enter("", next: 2)
    #expect(sitting.showsLine("43"))
  }

  @Test func homeNeedNotBeThere() throws {
    let sitting = try Sitting(environment: ["HOME": "/nonexistent/place", "XDG_STATE_HOME": ""])
    try sitting.enter("40 + 2", next: 2)
    #expect(sitting.showsLine("42"))
  }

  @Test func keysOfTheReaderAreTaken() throws {
    let home = try TemporaryDirectory()
    try home.write(
      ".editrc", "# mine\nlossbook:bind ^T ed-delete-prev-word\npython:bind ^A ed-delete-prev-word\n")
    let sitting = try Sitting(home: home)
    sitting.type("1 + 22 33\u{14}4")
    try sitting.waitForPrompt(1, "1 + 22 4")
    sitting.type("\u{1}9")
    try sitting.waitForPrompt(1, "9")
  }

  @Test func dumbTerminalStaysOnItsLine() throws {
    let sitting = try Sitting(environment: ["TERM": "dumb"])
    sitting.type("y = [1,\r")
    try sitting.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    sitting.type("2" + Key.up + "]\r")
    try sitting.enter("sum(y)", next: 3)
    #expect(sitting.showsLine("3"))
  }

  @Test func dumbTerminalTakesAPasteLineByLine() throws {
    let sitting = try Sitting(environment: ["TERM": "dumb"])
    sitting.type("[1]> x = [1,\r...> 2]\r[2]> sum(x)\r")
    try sitting.waitForPrompt(3)
    #expect(sitting.showsLine("3"))
  }
}
