import TestSupport
import Testing

@Suite struct TypingTests {
  @Test func cellShowsItsValueAndThePromptCounts() throws {
    let sitting = try Sitting()
    #expect(sitting.shows("lesson 1 opens the course"))
    try sitting.enter("mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])", next: 2)
    #expect(sitting.showsLine("0.375"))
    try sitting.enter("ans * 2", next: 3)
    #expect(sitting.showsLine("0.75"))
    try sitting.enter("x = out[1]", next: 4)
    try sitting.enter("", next: 4)
  }

  @Test func openBracketGoesOnWithAnotherPrompt() throws {
    let sitting = try Sitting()
    sitting.type("y = [1,\r")
    try sitting.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    try sitting.enter("2, 3]", next: 2)
    try sitting.enter("sum(y)", next: 3)
    #expect(sitting.showsLine("6"))
  }

  @Test func errorPointsAtThePlaceAndTheReaderGoesOn() throws {
    let sitting = try Sitting()
    try sitting.enter("1 + nope", next: 2)
    #expect(sitting.showsLine("error: `nope` is not known"))
    #expect(sitting.showsLine("      ^^^^"))
    try sitting.enter("1 + 1", next: 3)
    #expect(sitting.showsLine("2"))
  }

  @Test func pastedLinesAreOneBlock() throws {
    let sitting = try Sitting()
    sitting.type(Key.paste("a = 2\nb = a + 3\nb"))
    try sitting.terminal.wait("the whole block") {
      $0.beforeCursor.hasSuffix("b") && $0.text.contains("a + 3")
    }
    // Nothing runs before Enter.
    #expect(!sitting.showsLine("5"))
    try sitting.enter("", next: 4)
    #expect(sitting.showsLine("5"))
  }

  @Test func pastedBlockStopsAtItsFirstError() throws {
    let sitting = try Sitting()
    sitting.type(Key.paste("a = 2\nnope\na = 3"))
    try sitting.enter("", next: 3)
    try sitting.enter("a", next: 4)
    #expect(sitting.showsLine("2"))
  }

  @Test func pastedTranscriptRunsWithoutItsPromptsAndOutputs() throws {
    let sitting = try Sitting()
    sitting.type(Key.paste("[7]> a = [2,\n...> 3]\n[8]> sum(a)\n5\n[9]> a * 100\n[200, 300]\n[10]>"))
    try sitting.enter("", next: 4)
    #expect(sitting.showsLine("5") && sitting.showsLine("[200, 300]") && !sitting.shows("error"))
    sitting.type(Key.up)
    try sitting.terminal.wait("the entry") { $0.beforeCursor.hasSuffix("a * 100") }
    #expect(sitting.shows("[4]> a = [2,\n3]\nsum(a)\na * 100"))
  }

  @Test func linesThatContinueAreEditedAsOne() throws {
    let sitting = try Sitting()
    sitting.type("y = [1,\r")
    try sitting.terminal.wait("the second line") { $0.beforeCursor == "...> " }
    sitting.type("2,\r3")
    try sitting.terminal.wait("the third line") { $0.beforeCursor == "...> 3" }
    sitting.type(Key.up)
    try sitting.terminal.wait("the line above") { $0.beforeCursor == "2" && !$0.text.contains("...>") }
    #expect(sitting.shows("[1]> y = [1,\n2,\n3"))
    sitting.type(Key.up + Key.end + Key.backspace + "0,")
    try sitting.waitForPrompt(1, "y = [10,")
    sitting.type("\r")
    try sitting.terminal.wait("the fourth line") { $0.beforeCursor == "...> " }
    try sitting.enter("]", next: 2)
    try sitting.enter("sum(y)", next: 3)
    #expect(sitting.showsLine("15"))
  }

  @Test func longPasteRunsToItsEnd() throws {
    let sitting = try Sitting()
    let lines = (0..<300).map { "x = \($0)" }.joined(separator: "\n")
    sitting.type(Key.paste(lines + "\nx * 1000"))
    sitting.type("\r")
    try sitting.waitForPrompt(302)
    #expect(sitting.showsLine("299000"))
  }

  @Test(arguments: [
    "1\u{0}\u{1}2\r", "\u{1B}[15~\u{1B}[1;5C12\r", Key.paste("1\u{1B}\u{7}2") + "\r", "12\u{1B}OP\r",
  ])
  func strangeKeysAreSurvived(_ keys: String) throws {
    let sitting = try Sitting()
    sitting.type(keys)
    try sitting.waitForPrompt(2)
    try sitting.enter("40 + 2", next: 3)
    #expect(sitting.showsLine("42"))
  }

  @Test func whatIsTypedAheadIsKept() throws {
    let sitting = try Sitting()
    sitting.type("for i in 1..300000 { x = i }\r1 + 41\rx")
    try sitting.waitForPrompt(3, "x")
    #expect(sitting.showsLine("42"))
    try sitting.enter("", next: 4)
    #expect(sitting.showsLine("300000"))
  }

  @Test func longLineIsTakenWhole() throws {
    let sitting = try Sitting()
    let ones = Array(repeating: "1", count: 1500).joined(separator: "+")
    try sitting.enter(ones, next: 2)
    #expect(sitting.showsLine("1500"))
  }

  @Test func wideCharactersKeepTheirPlace() throws {
    let sitting = try Sitting()
    sitting.type("\"損失\"é")
    try sitting.waitForPrompt(1, "\"損失\"é")
    try sitting.enter("\u{7F}", next: 2)
    #expect(sitting.showsLine("\"損失\""))
  }

  @Test func narrowWindowWrapsProse() throws {
    let sitting = try Sitting(columns: 40, rows: 80)
    try sitting.enter("mse([1, 2, 3], [1, 2])", next: 2)
    try sitting.enter("help mse", next: 3)
    try sitting.enter("train circles loss=bce epochs=2 seed=1", next: 4)
    #expect(sitting.shows("epoch"))
    // What is wider than the window would have been wrapped by the terminal, in the middle of a word.
    #expect(sitting.screen.text.split(separator: "\n").contains { $0.count > 30 })
  }
}
