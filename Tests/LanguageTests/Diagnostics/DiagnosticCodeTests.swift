import Testing

@testable import Language

struct DiagnosticCodeTests {
  /// Knows two files: one holds no weights, the other no table.
  private static var host: Host {
    Host { (path) throws(FileProblem) in
      if path == "bad.csv" { return Array("a,b\n1\n".utf8) }
      guard path == "bad.json" else { throw FileProblem(reason: "no such file", isMissing: true) }
      return Array(#"{"W1": 3}"#.utf8)
    }
  }

  @Test(arguments: DiagnosticCode.allCases.filter { $0.example != nil })
  func exampleTriggersItsCode(_ code: DiagnosticCode) throws {
    let script = Script(code.example ?? "", host: Self.host)
    let error = try #require(script.outcomes.last?.error, "\(code) has no error")
    #expect(error.code == code, "\(error.code): \(error.message)")
    #expect(script.errors.count == 1)
    #expect(!error.message.isEmpty && !error.message.hasSuffix(".") && !error.message.contains("Optional"))
    #expect(error.hint?.isEmpty == false, "\(error.message) says not what to type instead")
    let scalars = (error.source ?? script.source).scalars.count
    #expect(error.span.start >= 0 && error.span.start < error.span.end && error.span.end <= scalars)
  }

  @Test func everyErrorButAnInterruptionHasAnExample() {
    #expect(DiagnosticCode.allCases.filter { $0.example == nil } == [.cancelled])
  }

  @Test(arguments: [
    ("x = 3\ny + x", "y"), ("mse([1, 2, 3], [1, 2])", "[1, 2]"), ("hinge([0, 1], [1, 1])", "[0, 1]"),
    ("bce([1, 0], [2.5, 0.1])", "[2.5, 0.1]"), ("kl([0.5, 0.5], [0.5, 0.4])", "[0.5, 0.4]"), ("(1 + 2", "("),
    ("1 + 1e999", "1e999"), ("f(x) = x + q\nf(1)", "q"),
    ("train circles loss=bce weights=\"w.json\"", "\"w.json\""),
    ("mean([])", "mean([])"), ("sum([1, 2], axis=3)", "3"), ("1..2 step 0", "0"),
    ("[1, 2] + [1, 2, 3]", "[1, 2] + [1, 2, 3]"), ("exp(1, 2)", "2"),
    ("\"a\" + 1", "\"a\""), ("1 + 2 + \"a\" - 3", "\"a\""),
    ("[1, 2] * 2 + [1, 2, 3] - 1", "[1, 2] * 2 + [1, 2, 3]"),
  ])
  func pointsAtThePlace(_ text: String, _ place: String) throws {
    let script = Script(text)
    #expect(script.pointed(try #require(script.outcomes.last?.error)) == place)
  }

  @Test func errorsInAFunctionNameItsSource() throws {
    let interpreter = Interpreter(host: .isolated)
    var first = Parser(SourceText("f(x) = x +\u{20}missing"), verbs: interpreter.verbs)
    var second = Parser(SourceText("f(1)"), verbs: interpreter.verbs)
    let (definition, call) = (try #require(try first.nextCell()), try #require(try second.nextCell()))
    _ = interpreter.run(definition, number: 1)
    let error = try #require(interpreter.run(call, number: 2).error)
    #expect(error.source?.text(error.span) == "missing")
  }

  @Test func messagesAreHarmless() {
    let error = failure("x = 1 \"\u{1B}[31m\"")
    #expect(error != nil && error?.message.unicodeScalars.contains("\u{1B}") == false)
  }
}
