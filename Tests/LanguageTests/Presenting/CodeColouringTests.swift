import Testing

@testable import Language

@Suite struct CodeColouringTests {
  private func roles(_ code: String) -> [String: CodeColouring.Role] {
    Dictionary(
      CodeColouring.runs(code).flatMap { run in
        run.text.split(separator: " ").map { (String($0), run.role) }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func wordsAreToldApart() {
    let roles = roles("f(x) = mse(y, x) # why # not\nfor i in 1..3 { if true { \"text\" } }\n")
    #expect(roles["f"] == .function && roles["mse"] == .function)
    #expect(roles["why"] == .comment && roles["not"] == .comment)
    #expect(roles["for"] == .keyword && roles["in"] == .keyword && roles["if"] == .keyword)
    #expect(roles["1"] == .number && roles["true"] == .number && roles["\"text\""] == .text)
    #expect(roles["i"] == .plain)
  }

  @Test func commandsAreVerbsAtTheStart() {
    #expect(roles("train circles loss=bce")["train"] == .command)
    #expect(roles("r = train circles")["train"] == .command)
    #expect(roles("fit normal to data")["to"] == .keyword)
    #expect(!CodeColouring.runs("data load \"a.csv\" standardize=train").contains { $0.text == "train" })
    #expect(!CodeColouring.runs("to = 3").contains { $0.role == .keyword })
    #expect(roles("help train, don't \"\n1")["help"] == .command)
    #expect(roles("help train, don't \"\n1")["1"] == .number)
  }

  @Test(arguments: [
    "", "\n", "[", "[\n\n", "\"", "[\n \"abc", "a ) b\n1", "1.2.3 x\n2", "§ \u{0}\n3", "# only", "#",
    "a #\r\nb",
    "((((\n))))\n\"\\q\"\n4", "x = [1,\n # inside\n 2]\n", "\u{FEFF}1",
    String(repeating: "# line\n", count: 5_000), String(repeating: "[", count: 300),
  ])
  func nothingIsLost(_ code: String) {
    let text = CodeColouring.runs(code).map(\.text).joined()
    #expect(text == SourceText(code).text(Span(0, code.unicodeScalars.count)))
  }

  @Test func everyExampleComesBack() {
    let examples = Command.builtin.compactMap(\.example) + Builtin.all.map(\.example)
    for example in examples { #expect(CodeColouring.runs(example).map(\.text).joined() == example) }
  }
}
