import Testing

@testable import Language

@Suite struct AgreementTests {
  private func agreement(_ answer: String, _ right: String) throws -> Agreement {
    let interpreter = Interpreter(host: .isolated)
    return try interpreter.result(of: answer).agreement(with: interpreter.result(of: right), .standard)
  }

  @Test(arguments: [
    ("[1, 2]", "[1, 2.001]"), ("[[1, 2]]", "[1, 2]"), ("[3]", "3"), ("true", "1 == 1"), ("1", "true"),
    ("\"MSE\"", "\"mse\""), ("nan", "0/0"), ("inf", "1/0"),
  ])
  func formsOfTheSameValue(_ answer: String, _ right: String) throws {
    #expect(try agreement(answer, right) == .same)
  }

  @Test(arguments: [("[1, 2]", "[1, 3]"), ("\"a\"", "\"b\""), ("nan", "1"), ("inf", "-inf"), ("4", "5")])
  func otherValues(_ answer: String, _ right: String) throws {
    #expect(try agreement(answer, right) == .different)
  }

  @Test func nearlyIsSaid() throws { #expect(try agreement("1.02", "1") == .near) }

  @Test(arguments: [("[1, 2, 3]", "[1, 2]"), ("[1, 2]", "3"), ("mse", "3"), ("\"3\"", "3")])
  func otherKinds(_ answer: String, _ right: String) throws {
    guard case .otherKind = try agreement(answer, right) else {
      Issue.record("\(answer) was compared with \(right)")
      return
    }
  }
}
