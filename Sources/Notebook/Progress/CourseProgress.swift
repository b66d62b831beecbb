/// How far a learner has come in a course.
public struct CourseProgress: Equatable, Sendable {
  public struct QuestionState: Equatable, Sendable {
    public enum Status: Sendable { case open, solved, shown, skipped }

    public var status = Status.open
    public var hints = 0
    /// The right answer that was given.
    public var answer: String?
  }

  public struct LessonState: Equatable, Sendable {
    public var step = 0
    public var fingerprint = ""
    public var isFinished = false
    public var questions: [String: QuestionState] = [:]
  }

  /// The lesson that was open last.
  public struct Place: Equatable, Sendable {
    public var lesson: String
    public var step: Int
    public var number: Int
    public var title: String
  }

  public private(set) var place: Place?
  /// The lesson that was ended last.
  public private(set) var lastFinished: String?
  public private(set) var lessons: [String: LessonState] = [:]

  public init(_ events: [ProgressEvent] = []) {
    for event in events { take(event) }
  }

  public func question(_ id: String, of lesson: String) -> QuestionState {
    lessons[lesson]?.questions[id] ?? QuestionState()
  }

  public mutating func take(_ event: ProgressEvent) {
    switch event {
    case .place(let lesson, let step, let fingerprint, let number, let title):
      place = Place(lesson: lesson, step: step, number: number, title: title)
      lessons[lesson, default: LessonState()].step = step
      lessons[lesson, default: LessonState()].fingerprint = fingerprint
    case .finished(let lesson):
      lessons[lesson, default: LessonState()].isFinished = true
      lastFinished = lesson
      if place?.lesson == lesson { place = nil }
    case .hints(let lesson, let question, let count):
      change(question, lesson) { $0.hints = max($0.hints, count) }
    case .shown(let lesson, let question):
      change(question, lesson) { if $0.status != .solved { $0.status = .shown } }
    case .skipped(let lesson, let question):
      change(question, lesson) { if $0.status == .open { $0.status = .skipped } }
    case .solved(let lesson, let question, let answer):
      change(question, lesson) { ($0.status, $0.answer) = (.solved, answer) }
    case .restarted(let lesson):
      lessons[lesson] = nil
      if lastFinished == lesson { lastFinished = nil }
      if place?.lesson == lesson { place = nil }
    case .restartedAll: self = CourseProgress()
    }
  }

  private mutating func change(_ question: String, _ lesson: String, _ body: (inout QuestionState) -> Void) {
    body(&lessons[lesson, default: LessonState()].questions[question, default: QuestionState()])
  }
}
