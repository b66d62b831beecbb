import Testing

@testable import Language

struct PythonExpressionTests {
  private static let (a, b, c) = (
    PythonExpression.atom("a"), PythonExpression.atom("b"), PythonExpression.atom("c")
  )

  @Test func bracketsStandWhereTheyMust() {
    let (a, b, c) = (Self.a, Self.b, Self.c)
    let sum = PythonExpression.chain(.sum, a, [("-", b)])
    #expect(PythonExpression.chain(.product, sum, [("*", c)]).text == "(a - b) * c")
    #expect(PythonExpression.chain(.sum, c, [("-", sum)]).text == "c - (a - b)")
    #expect(PythonExpression.chain(.sum, sum, [("+", c)]).text == "a - b + c")
    #expect(PythonExpression.power(.prefix("-", a), b).text == "(-a) ** b")
    #expect(PythonExpression.prefix("-", .power(a, .number(2))).text == "-(a**2)")
    #expect(PythonExpression.power(.power(a, b), c).text == "(a**b) ** c")
    #expect(PythonExpression.power(a, .number(-1)).text == "a**-1")
    #expect(PythonExpression.suffix(sum, ".float()").text == "(a - b).float()")
    #expect(PythonExpression.comparison("<", .comparison(">", a, b), c).text == "(a > b) < c")
    #expect(
      PythonExpression.choice(a, condition: .choice(a, condition: b, otherwise: c), otherwise: c).text
        == "a if (a if b else c) else c")
    #expect(PythonExpression.prefix("not ", .comparison("<", a, b)).text == "not a < b")
  }

  @Test func numbersAreFloatsWhereATensorIsMade() {
    #expect(
      PythonExpression.call("f", .number(1), .chain(.sum, .number(1), [("+", Self.a)])).text
        == "f(1.0, 1 + a)")
    #expect(PythonExpression.list([.number(1), .number(0.5)]).text == "[1.0, 0.5]")
  }

  @Test
  func longStatementsAreBrokenAsBlackDoes() {
    let long = PythonExpression.atom(String(repeating: "x", count: 50))
    #expect(
      PythonLayout.statement("return ", .call("f", long, long), indent: 4) == [
        "    return f(", "        \(long.text),", "        \(long.text),", "    )",
      ])
    #expect(
      PythonLayout.statement("y = ", .chain(.sum, long, [("+", long)])) == [
        "y = (", "    \(long.text)", "    + \(long.text)", ")",
      ])
    let half = PythonExpression.atom(String(repeating: "y", count: 40))
    #expect(
      PythonLayout.statement("value = ", .call("f", half, half)) == [
        "value = f(", "    \(half.text), \(half.text)", ")",
      ])
  }
}
