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

  /// What is around the program: its locale, time zone, the width that a shell tells, the processors it may use.
  struct Surroundings: Sendable, CustomTestStringConvertible {
    let locale: String
    let zone: String
    let columns: Int
    var isOneCore = false
    var testDescription: String { locale }

    var variables: [String: String] {
      ["LANG": locale, "LC_ALL": locale, "TZ": zone, "COLUMNS": String(columns)]
    }

    /// A line of the shell, held to one processor where the system can do that.
    func line(_ command: String) -> String {
      isOneCore ? "taskset -cp 0 $$ > /dev/null 2>&1 || true\n\(command)" : command
    }

    static let all = [
      Surroundings(locale: "C", zone: "Asia/Kathmandu", columns: 20),
      Surroundings(locale: "POSIX", zone: "UTC", columns: 500, isOneCore: true),
      Surroundings(locale: "C.UTF-8", zone: "America/St_Johns", columns: 40, isOneCore: true),
      Surroundings(locale: "de_DE.UTF-8", zone: "Europe/Berlin", columns: 132),
      Surroundings(locale: "tr_TR.UTF-8", zone: "Pacific/Apia", columns: 1),
    ].filter { Locales.isInstalled($0.locale) }
  }

  /// Neither the language of messages nor the marks of numbers nor what is a capital letter changes anything.
  @Test(arguments: Surroundings.all)
  func sessionsGoTheSameEverywhere(_ surroundings: Surroundings) throws {
    for session in GoldenSession.all {
      let directory = try TemporaryDirectory()
      for file in session.files { try directory.write(file.path, file.bytes) }
      let result = try Binary.run(
        shell: surroundings.line(session.command), input: session.input, in: directory,
        environment: surroundings.variables.merging(session.environment) { $1 })
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
