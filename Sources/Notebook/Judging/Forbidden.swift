import Language

// Answers that a question wants without a function.
extension Judge {
  /// The functions that a cell calls, itself or through the learner's own, and that the question wants to be done
  /// without; by the names the question has for them.
  func forbidden(_ cell: Cell) -> [String] {
    guard !question.without.isEmpty else { return [] }
    let memory = interpreter.memory
    let called = interpreter.names(reachedFrom: cell.text).filter {
      // A learner's own function of that name is another one.
      memory[$0] == nil || opened[$0] != nil
    }
    let names = Set(called.map(Self.officialName))
    return question.without.filter { names.contains(Self.officialName($0)) }
  }

  /// A function under the first of its names.
  private static func officialName(_ name: String) -> String { Builtin.named(name)?.name ?? name }

  /// The same verdict, except that a right answer is not taken where it calls a function that it should not.
  func withoutForbidden(_ verdict: Verdict, _ called: [String]) throws(Diagnostic) -> Verdict {
    guard case .right = verdict, !called.isEmpty else { return verdict }
    let reply = try namedReply { (wrong) throws(Diagnostic) in
      guard wrong.condition == nil else { return false }
      return try interpreter.cells(of: wrong.code).contains { !forbidden($0).isEmpty }
    }
    if let reply { return .wrong(reply) }
    let names = listed(called.map { "`\($0)`" }, "and")
    let what = question.kind == .function ? "It does what it should" : "That is the right value"
    return .wrong("\(what). This time write it without calling \(names).")
  }

  /// Functions that there are not.
  var unknownForbidden: [String] {
    question.without.filter { Builtin.named($0) == nil && opened[$0] == nil }
  }
}
