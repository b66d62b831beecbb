import Testing

@testable import Language

struct CellNamesTests {
  private func cell(_ text: String) throws -> Cell {
    try #require(try Interpreter(host: .isolated).cells(of: text).first)
  }

  @Test func definedAndAssigned() throws {
    let cell = try cell("f(x) = 2; y = 3; for i in 1..2 { if i > 1 { z = i } }")
    #expect(cell.definedNames == ["f", "y"])
    #expect(cell.assignedNames == ["f", "y", "i", "z"])
    #expect(try self.cell("mse(y, p)").assignedNames.isEmpty)
  }

  @Test func freshNamesNeedNoOldValue() throws {
    #expect(try cell("w = 2; v = v + 1; t = 1; s = t").freshNames == ["w", "t", "s"])
    #expect(try cell("m = minimize f(w) over w; m = 1").freshNames == ["m"])
  }

  @Test func usedNamesLeaveParametersOut() throws {
    #expect(try cell("f(y, p) = mean(factor * y) + q").usedNames == ["mean", "factor", "q"])
    #expect(try cell("r = train d lr=rate").usedNames == ["d", "rate"])
    #expect(try cell("run1.test_loss[-1] < t").usedNames == ["run1", "t"])
    #expect(try cell("x = \"a b\" # c").usedNames.isEmpty)
  }

  @Test func namesAreFollowedThroughFunctions() throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: "g(t) = t * rate\nf(a) = g(a) + b\nrate = 1\nb = 2")
    #expect(interpreter.names(reachedFrom: "f(w) < 1").isSuperset(of: ["f", "w", "g", "b", "rate"]))
    #expect(!interpreter.names(reachedFrom: "g(w) < 1").contains("b"))
    #expect(interpreter.names(reachedFrom: "g(").isEmpty)
  }
}
