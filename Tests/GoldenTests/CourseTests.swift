import TestSupport
import Testing

/// What is written for readers is run: every recorded output must come again.
@Suite struct CourseTests {
  @Test(arguments: ["lessons", "README.md"])
  func recordedOutputsComeAgain(_ path: String) throws {
    guard Repository.exists(path) else { return }
    let result = try Binary.run(["check", Repository.path(path)], in: TemporaryDirectory())
    #expect(result.status == .code(0), "\(result.output)\(result.error)")
  }
}
