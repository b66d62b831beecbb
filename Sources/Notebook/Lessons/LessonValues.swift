import Language

/// The variables of the open lesson as the lesson left them, so that nothing a learner tries in between changes what it
/// shows later.
struct LessonValues {
  private var values: [String: Value] = [:]
  /// The names of the lesson, and of the language, that the learner has given another meaning.
  private var changed: Set<String> = []

  mutating func note(_ names: Set<String>, isLearners: Bool, in interpreter: Interpreter?) {
    if isLearners {
      changed.formUnion(names.filter { values[$0] != nil || Builtin.named($0) != nil })
    } else {
      changed.subtract(names)
      let memory = interpreter?.memory
      for name in names { values[name] = memory?[name] }
    }
  }

  /// Gives the names their meaning back.
  /// - Returns: the names that had another one.
  mutating func restore(in interpreter: Interpreter?) -> [String] {
    guard let interpreter, !changed.isEmpty else { return [] }
    var memory = interpreter.memory
    for name in changed { memory[name] = values[name] }
    interpreter.memory = memory
    defer { changed = [] }
    return changed.sorted()
  }
}
