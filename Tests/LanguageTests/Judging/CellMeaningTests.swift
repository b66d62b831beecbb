import Testing

@testable import Language

struct CellMeaningTests {
  private func cell(_ text: String) throws -> Cell {
    try #require(try Interpreter(host: .isolated).cells(of: text).first)
  }

  @Test(arguments: [
    ("x + 1", Cell.Meaning.answer), ("inf", .answer), ("-inf", .answer), ("x = 1; x", .answer),
    ("3", .answer),
    ("x", .look("x")), ("x = 3", .note("x")), ("x = -0.5", .note("x")), ("x = inf", .note("x")),
    ("x = y", .step), ("x = 1; y = 2", .step), ("x = [1]", .step),
    ("plot z for z in 0..1", .other), ("m = minimize x over x", .other), ("f(x) = x", .other),
    ("for i in 1..3 { i }", .other), ("x; help", .other),
  ])
  func meaning(_ text: String, _ meaning: Cell.Meaning) throws {
    #expect(try cell(text).meaning == meaning)
  }

  @Test(arguments: [
    ("mse( y,p )", "mse(y, p)", true), ("likelihood(0.65)", "likelihood(0.6)", true),
    ("log(8)", "log(2)", false),
    ("log(2)", "log(2)", true), ("w = 3", "w = 2", false), ("f(x)", "f(y)", false),
    ("f(1) + 1", "f(1)", false),
    ("3", "2", false), ("2", "2", true), ("f(1)", "g(1)", false), ("f", "", false),
  ])
  func repeatsWhatIsQuoted(_ text: String, _ code: String, _ same: Bool) throws {
    #expect(try cell(text).repeats(code) == same)
  }
}
