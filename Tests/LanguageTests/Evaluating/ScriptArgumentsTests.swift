import Testing

@testable import Language

struct ScriptArgumentsTests {
  private func shown(_ words: [String], _ text: String) -> String {
    let interpreter = Interpreter(host: .isolated)
    interpreter.define("args", .arguments(words))
    var parser = Parser(SourceText(text), verbs: interpreter.verbs)
    var outcome = Outcome()
    while let cell = try? parser.nextCell() { outcome = interpreter.run(cell, number: 1) }
    return outcome.error.map { "\($0.code): \($0.message)" } ?? outcome.pieces.plainText()
  }

  @Test(arguments: [
    ("1", "1"), ("-0.5", "-0.5"), ("+2", "2"), ("1e3", "1000"), (".5", "0.5"), ("1_000", "1000"),
    ("1/2", "\"1/2\""), ("2x", "\"2x\""), ("inf", "\"inf\""), ("", "\"\""), ("a b", "\"a b\""),
    (" 1", "\" 1\""), ("1 # one", "\"1 # one\""), ("[1", "\"[1\""), ("1e999", "\"1e999\""),
    ("\u{1B}[31m", "\"\\u{1b}[31m\""), ("1;2", "\"1;2\""),
  ])
  func whatReadsAsANumberIsOne(_ word: String, _ text: String) {
    #expect(shown([word, "x"], "args[0]") == text)
  }

  @Test func numbersAloneAreAVector() {
    #expect(shown(["1", "2"], "args + 1") == "[2, 3]")
    #expect(shown([], "len(args)") == "0")
    #expect(shown(["a", "1", "2"], "args[1..]") == "[1, 2]")
  }

  @Test func aListIsCountedIndexedAndGoneThrough() {
    let words = ["a", "1", "b"]
    #expect(shown(words, "len(args)") == "3")
    #expect(shown(words, "args[-1]") == "\"b\"")
    #expect(shown(words, "args[0..1]") == "[\"a\", 1]")
    #expect(shown(words, "args[[2, 0]]") == "[\"b\", \"a\"]")
    #expect(shown(words, "args[0] == \"a\"") == "true")
    #expect(shown(words, "n = 0\nfor a in args { n = n + 1 }\nn") == "3")
    #expect(shown(words, "vars").contains("[\"a\", 1, \"b\"]"))
    #expect(shown([], "vars").hasPrefix("Nothing has a name yet"))
    #expect(shown([], "x = []; vars").contains("x     vector of 0"))
  }

  @Test func itsErrorsNameTheList() {
    #expect(shown(["a"], "args[1]").hasPrefix("indexOutOfRange: index 1 is outside"))
    #expect(shown(["a"], "args[0, 0]").hasPrefix("badIndex: a list takes one index"))
    #expect(shown(["a"], "args + 1") == "wrongType: `+` wants numbers; this is a list of 1")
  }

  @Test func programsReadIt() {
    #expect(Value.arguments(["a", "1"]).json == .list([.text("a"), .number(1)]))
    #expect(Value.arguments(["a", "1"]).typeName == "list")
  }

  @Test func wordsOfATextAreFound() {
    #expect(SourceText("len(args)").mentions("args") && SourceText("args").mentions("args"))
    #expect(!SourceText("my_args + args2").mentions("args") && !SourceText("").mentions("args"))
  }
}
