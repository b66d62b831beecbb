/// Something that a learner has done in a course, as one line of the progress file.
public enum ProgressEvent: Equatable, Sendable {
  /// The learner is at a step, counted from 0. Its fingerprint finds it again when the lesson has changed; number and
  /// title are there for the greeting.
  case place(lesson: String, step: Int, fingerprint: String, number: Int, title: String)
  case finished(lesson: String)
  /// So many hints have been read.
  case hints(lesson: String, question: String, count: Int)
  case shown(lesson: String, question: String)
  case skipped(lesson: String, question: String)
  case solved(lesson: String, question: String, answer: String)
  /// The lesson begins anew.
  case restarted(lesson: String)
  case restartedAll

  /// The words of the line.
  private var fields: [String] {
    switch self {
    case .place(let lesson, let step, let fingerprint, let number, let title):
      ["place", lesson, String(step), fingerprint, String(number), title]
    case .finished(let lesson): ["finished", lesson]
    case .hints(let lesson, let question, let count): ["hints", lesson, question, String(count)]
    case .shown(let lesson, let question): ["shown", lesson, question]
    case .skipped(let lesson, let question): ["skipped", lesson, question]
    case .solved(let lesson, let question, let answer): ["solved", lesson, question, answer]
    case .restarted(let lesson): ["restarted", lesson]
    case .restartedAll: ["restarted-all"]
    }
  }

  /// The line, without its end. Fields are separated by tabs.
  var line: String { fields.map(Escape.escaped).joined(separator: "\t") }

  init?(line: some StringProtocol) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).compactMap {
      Escape.unescaped($0)
    }
    switch (fields.first, fields.count) {
    case ("place", 6):
      guard let step = Int(fields[2]), (0..<1_000_000).contains(step), let number = Int(fields[4]) else {
        return nil
      }
      self = .place(
        lesson: fields[1], step: step, fingerprint: fields[3], number: number, title: fields[5])
    case ("finished", 2): self = .finished(lesson: fields[1])
    case ("hints", 4):
      guard let count = Int(fields[3]), count >= 0 else { return nil }
      self = .hints(lesson: fields[1], question: fields[2], count: count)
    case ("shown", 3): self = .shown(lesson: fields[1], question: fields[2])
    case ("skipped", 3): self = .skipped(lesson: fields[1], question: fields[2])
    case ("solved", 4): self = .solved(lesson: fields[1], question: fields[2], answer: fields[3])
    case ("restarted", 2): self = .restarted(lesson: fields[1])
    case ("restarted-all", 1): self = .restartedAll
    default: return nil
    }
  }
}
