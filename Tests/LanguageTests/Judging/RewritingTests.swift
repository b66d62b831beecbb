import Testing

@testable import Language

@Suite struct RewritingTests {
  private func expression(_ text: String) throws -> Expression {
    let cells = try Interpreter(host: .isolated).cells(of: text)
    return try #require(cells.first?.statements.first?.mainExpression)
  }

  /// Every kind of expression is made anew from its own parts.
  @Test(arguments: [
    "3", "\"a\"", "true", "x", "[1, 2]", "-x", "1 + 2 - 3", "2^3", "1 < 2", "true and false", "1..4",
    "1..9 step 2",
    "mse([1], [2], reduction=\"sum\")", "[5, 6][1]", "[[1, 2], [3, 4]][.., 1]",
    "1 + (if x > 2 { 3 } else { 4 })",
  ])
  func partsMakeTheWhole(_ text: String) throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: "x = 2")
    let expression = try expression(text)
    let same = expression.with(parts: expression.parts)
    #expect(same.parts.count == expression.parts.count)
    let (a, b) = (try interpreter.evaluate(expression), try interpreter.evaluate(same))
    #expect(a.shortText == b.shortText)
  }

  @Test func changesAreMadeOneByOneAndTogether() throws {
    let variants = try expression("abs(1) + abs(2)").variants {
      if case .call("abs", _, let arguments) = $0.kind { [arguments[0].value.kind] } else { [] }
    }
    #expect(variants.count == 3)
    #expect(try expression("1 + 2").variants { _ in [] }.isEmpty)
  }

  @Test func calledNamesAreFound() throws {
    #expect(try expression("f(g(1) + [h(2)][0])").calledNames == ["f", "g", "h"])
  }
}
