import Language

/// The variables of the open lesson as the lesson left them, so that nothing a learner tries in between, and no change
/// of the cells, changes what it shows later.
struct LessonValues {
  private var values: [String: Value] = [:]
  /// The names of the language that the learner has given a meaning.
  private var learners: Set<String> = []

  mutating func note(_ names: Set<String>, isLearners: Bool, in interpreter: Interpreter?) {
    if isLearners {
      learners.formUnion(names.filter { Builtin.named($0) != nil })
    } else {
      let memory = interpreter?.memory
      for name in names { values[name] = memory?[name] }
    }
  }

  /// Gives the names their meaning back.
  /// - Returns: the names that had another one, or none.
  func restore(in interpreter: Interpreter?) -> [String] {
    guard let interpreter else { return [] }
    var memory = interpreter.memory
    let changed = learners.union(values.keys).filter { !memory.agrees(with: values[$0], on: $0) }
    guard !changed.isEmpty else { return [] }
    for name in changed { memory[name] = values[name] }
    interpreter.memory = memory
    return changed.sorted()
  }
}
