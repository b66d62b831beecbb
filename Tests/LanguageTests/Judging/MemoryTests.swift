import Testing

@testable import Language

@Suite struct MemoryTests {
  @Test func variablesComeBack() throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: "x = 1\n3")
    let before = interpreter.memory
    _ = try interpreter.result(of: "x = 2; y = 5\n4")
    interpreter.memory = before
    #expect(try interpreter.result(of: "x").shortText == "1")
    #expect(interpreter.variables.map(\.name) == ["x"])
  }

  @Test func rememberingRestoresAfterAnError() throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: "x = 1")
    #expect(throws: Diagnostic.self) {
      try interpreter.remembering(Memory()) { () throws(Diagnostic) in
        try interpreter.result(of: "x = 7; nope")
      }
    }
    #expect(try interpreter.result(of: "x").shortText == "1")
  }

  @Test func resultIsTheLastValue() throws {
    let interpreter = Interpreter(host: .isolated)
    #expect(try interpreter.result(of: "1; 2\n3").shortText == "3")
    #expect(try interpreter.result(of: "x = 4").shortText == "4")
    #expect(try interpreter.result(of: "").shortText.isEmpty)
    #expect(throws: Diagnostic.self) { try interpreter.result(of: "1 +") }
  }

  @Test func conditionsHoldOrDoNot() throws {
    let interpreter = Interpreter(host: .isolated)
    #expect(try interpreter.holds("2 > 1"))
    #expect(try !interpreter.holds("[1, 0] == [1, 1]"))
    #expect(try interpreter.leftSide(of: "1 + 2 < 3") == "3")
  }

  /// The function keeps its name at the start of a line, although a command of a lesson has it too.
  @Test func functionOfACommandsNameIsCalled() throws {
    let command = Command(name: "where", form: .words, topic: .course, syntax: "where", summary: "") {
      (_, _) throws(Diagnostic) in CommandResult()
    }
    let interpreter = Interpreter(host: .isolated, extraCommands: [command])
    #expect(try interpreter.result(of: "where([1, 0] > 0, 5, 6)").shortText == "[5, 6]")
    #expect(try interpreter.result(of: "x = where(true, 5, 6)\nx").shortText == "5")
    #expect(try interpreter.result(of: "where").shortText.isEmpty)
  }
}
