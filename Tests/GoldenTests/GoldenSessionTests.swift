import Foundation
import TestSupport
import Testing

/// Runs the program as each file under Sessions says.
@Suite struct GoldenSessionTests {
  @Test(arguments: GoldenSession.all)
  func sessionGoesAsWritten(_ session: GoldenSession) throws {
    let directory = try TemporaryDirectory()
    for file in session.files { try directory.write(file.path, file.bytes) }
    let result = try Binary.run(
      shell: session.command, input: session.input, in: directory, environment: session.environment)
    #expect(
      Expectation.agree(session.expectedOutput, result.output), "standard output was:\n\(result.output)")
    #expect(Expectation.agree(session.expectedError, result.error), "standard error was:\n\(result.error)")
    #expect(result.status == session.expectedStatus)
    if session.command.contains("--json") { try expectJSON(result.output) }
  }

  /// Neither the language of messages nor the marks of numbers nor what is a capital letter changes anything.
  @Test(arguments: ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"].filter(Locales.isInstalled))
  func sessionsGoTheSameInEveryLocale(_ locale: String) throws {
    for session in GoldenSession.all {
      let directory = try TemporaryDirectory()
      for file in session.files { try directory.write(file.path, file.bytes) }
      let variables = ["LANG": locale, "LC_ALL": locale, "TZ": "Asia/Kathmandu"]
      let result = try Binary.run(
        shell: session.command, input: session.input, in: directory,
        environment: variables.merging(session.environment) { $1 })
      #expect(Expectation.agree(session.expectedOutput, result.output), "\(session.name):\n\(result.output)")
      #expect(result.status == session.expectedStatus, "\(session.name)")
      #expect(Expectation.agree(session.expectedError, result.error), "\(session.name):\n\(result.error)")
    }
  }

  @Test func sessionsAreThere() {
    #expect(GoldenSession.all.count > 40)
    for session in GoldenSession.all { #expect(!session.command.isEmpty, "\(session.name)") }
  }

  /// Every line is an object of its own that any reader takes.
  private func expectJSON(_ output: String) throws {
    for line in output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let cell = try #require(object)
      #expect(cell["cell"] is Int && cell["input"] is String)
      #expect((cell["ok"] as? Bool == true) == (cell["error"] == nil))
    }
  }
}

@Suite struct ExpectationTests {
  @Test func linesMustBeTheSame() {
    #expect(Expectation.agree(["a", "b"], "a\nb\n"))
    #expect(!Expectation.agree(["a", "b"], "a\n"))
    #expect(!Expectation.agree(["a"], "a\nb\n"))
    #expect(!Expectation.agree(["a"], "a"))
    #expect(Expectation.agree([], ""))
    #expect(!Expectation.agree([], "a\n"))
  }

  @Test func dotsStandForAnything() {
    #expect(Expectation.agree(["a", "...", "d"], "a\nb\nc\nd\n"))
    #expect(Expectation.agree(["a", "..."], "a\n"))
    #expect(!Expectation.agree(["...", "d"], "a\n"))
    #expect(Expectation.agree(["note: ..."], "note: this\n"))
    #expect(!Expectation.agree(["note: ..."], "error: this\n"))
  }
}
