import Testing

@testable import Language

struct ParserTests {
  /// Each expression with its value, which tells how it was grouped.
  @Test(arguments: [
    ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("24 / 4 / 3", 2), ("-2^2", -4), ("2^-1", 0.5),
    ("2^3^2", 512), ("-2 * -3", 6), ("2 * 3^2", 18), ("+3 - -3", 6), ("--2", 2), ("2 - 3 + 4", 3),
    ("12 / 2 * 3", 18), ("-[1, 2][1]^2", -4), ("2 * if 1 > 2 { 3 } else { 4 } + 1", 9),
    ("exp(0)^2 + 1", 2),
  ])
  func arithmetic(_ text: String, _ value: Double) { #expect(number(text) == value) }

  @Test(arguments: [
    ("1 + 1 == 2", true), ("not 1 == 2", true), ("1 == 1 and 2 == 3", false),
    ("1 == 1 or 1 == 2 and 1 == 2", true),
    ("not 1 == 1 or 1 == 1", true), ("not not true", true), ("1 < 2 and not 3 < 2", true),
  ])
  func logic(_ text: String, _ value: Bool) { #expect(number(text) == (value ? 1 : 0)) }

  @Test func rangesAreLooserThanSums() {
    #expect(elements("1 + 1..2 * 2") == [2, 3, 4])
    #expect(elements("0..1 step 1 / 2") == [0, 0.5, 1])
  }

  @Test func stepIsAlsoAName() {
    #expect(elements("step = 0.5\n0..1 step step") == [0, 0.5, 1])
    #expect(elements("step = 2\n[5, 6, 7, 8][1..step]") == [6, 7])
    #expect(elements("[5, 6, 7, 8][1.. step 2]") == [6, 8])
  }

  /// Trees deeper than the stack could not even be released.
  @Test(arguments: [".a", "[0]"])
  func whatStandsBehindAValueIsNestedToo(_ suffix: String) {
    #expect(failure("x = [[1]]\nx" + String(repeating: suffix, count: 300_000))?.code == .nestingTooDeep)
    #expect(failure("x = 1\nx" + String(repeating: suffix, count: 50))?.code != .nestingTooDeep)
    #expect(number("x = [1]\n" + String(repeating: "x[0] + ", count: 300) + "0") == 300)
  }

  @Test func cellsKeepTheirText() {
    let script = Script("a = 1; b = 2 # two\n\nmse([1,\n 2], [3, 4])\r\nb")
    #expect(script.cells.map(\.text) == ["a = 1; b = 2", "mse([1,\n 2], [3, 4])", "b"])
  }

  @Test func semicolonsJoinStatements() {
    let script = Script("a = 1; a + 1;; a + 2;")
    #expect(script.outcomes.count == 1)
    #expect(script.shown() == "2\n3")
  }

  @Test(arguments: [
    "mse([1, 2],", "[[1, 2],", "f(x) = {", "for i in 1..3 {\n x = i\n", "\"abc", "(1 +",
    "if 1 > 2 { 3 } else {",
  ])
  func moreLinesCouldMakeSense(_ text: String) { #expect(Script(text).errors.first?.isIncomplete == true) }

  @Test(arguments: ["1 +", "f(x) =", "1 + )", "for i in"])
  func moreLinesCouldNotHelp(_ text: String) { #expect(failure(text)?.isIncomplete == false) }

  @Test func goesOnAfterAMistake() {
    let script = Script("1 + , 2\n3 + 4\n)\n\"a\\q\"\n5")
    #expect(
      script.outcomes.map { $0.error?.code } == [.unexpectedToken, nil, .unopenedBracket, .badEscape, nil])
    #expect(script.shown() == "5")
  }

  @Test func goesOnBehindTheBlockWithTheMistake() {
    let script = Script("f(x) = {\n  1 1\n  x = (2\n + 3)\n}\n6")
    #expect(script.outcomes.count == 2)
    #expect(script.shown() == "6")
  }

  @Test func goesOnBehindALineThatNeverEnds() {
    let script = Script("[1, 2\n7\n\"quote\n8 \"\n9")
    #expect(script.outcomes.last?.value?.asTensor?.value.single == 9)
    #expect(script.outcomes.contains { $0.value?.asTensor?.value.single == 7 })
  }

  @Test func elseMayStandOnItsOwnLineInABlock() {
    #expect(number("f(x) = {\n if x > 0 { 1 }\n else { 2 }\n}\nf(-1)") == 2)
    #expect(failure("if 1 > 2 { 3 }\nelse { 4 }")?.hint?.contains("line of the closing") == true)
  }

  @Test func commandsTakeOptionsInAnyOrder() {
    #expect(Script("plot z^2 title=\"a\" for z in 0..1").errors.isEmpty)
    #expect(Script("plot z^2 for z in 0..1 title=\"a\"").errors.isEmpty)
  }

  @Test func wordsEndWithTheCommand() {
    #expect(Script("help mse # a comment").errors.isEmpty)
    #expect(Script("help mse; 1").outcomes.first?.value?.asTensor?.value.single == 1)
    #expect(failure("for i in 1..2 { help mse }")?.code == .commandInBlock)
  }

  @Test(arguments: [
    ("x ** 2", "x^2"), ("y[1:2]", "range"), ("x % 2", "mod"), ("a & b", "and"), ("a | b", "or"),
    ("!a", "not"),
    ("1...3", "1..10"), ("x'", "transpose"), ("np.mean([1])", "mean"), ("lambda x: x", "f(x)"),
    ("x -> x", "f(x)"),
    ("def f(x)", "f(x)"), ("return 3", "last expression"), ("import numpy", "nothing is imported"),
    ("while x", "for i in"), ("print(3)", "by itself"), ("let x = 3", "x = 3"), ("x += 1", "x = x"),
  ])
  func habitsOfOtherLanguages(_ text: String, _ remedy: String) {
    let error = failure(text)
    #expect(
      error?.hint?.contains(remedy) == true, "\(text): \(error?.message ?? "no error"), \(error?.hint ?? "-")"
    )
  }

  @Test(arguments: [
    "(", "[", "-", "not ", "2^", "abs(", "if 1 > 2 { 3 } else ", "for i in 1..1 {", "+", "[-(",
  ])
  func depthIsBounded(_ opening: String) {
    let error = failure(String(repeating: opening, count: 5000) + "1")
    #expect(error?.code == .nestingTooDeep)
  }

  @Test func longChainsAreNotDeep() {
    #expect(number(Array(repeating: "1", count: 20_000).joined(separator: " + ")) == 20_000)
    #expect(number("len([" + Array(repeating: "1", count: 20_000).joined(separator: ",") + "])") == 20_000)
  }
}
