import Language

/// Takes a learner through the lessons of a course.
public final class CoursePlayer {
  let files: CourseFiles
  private var loaded: Course?
  let keeper: ProgressKeeper
  var place: Sitting? {
    didSet { lookForFiles() }
  }
  /// Where a learner's own cells look for files.
  var ownPlaces = [""] {
    didSet { lookForFiles() }
  }
  /// The question that waits for an answer.
  var asked: Asked?
  /// Whether the learner plays: nothing is taken as an answer until `next`.
  var isPlaying = false
  /// Whether the cells of a lesson are being run.
  private(set) var isShowing = false
  /// What was run since the lesson was opened.
  var trail = Trail()
  /// The lesson's variables, beside what the learner makes of them.
  var lessonValues = LessonValues()
  /// Whether what is run leaves nothing behind, such as the solution of a question.
  var isTrying = false
  /// The cell that asked whether all progress is to be forgotten; the next one may say so.
  var askedToForget: Int?
  weak var interpreter: Interpreter?
  /// Runs the text of a cell in the session.
  var run: (String) -> [CellResult] = { _ in [] }
  /// The columns of the window.
  var width: () -> Int = { 80 }

  /// A lesson that is open.
  struct Sitting {
    let entry: Course.Entry
    var step: Int
    /// What the steps have shown, so that going back runs nothing twice.
    var shown: [Int: ShownStep] = [:]
    var lesson: Lesson { entry.lesson }
    mutating func keep(_ shown: ShownStep, _ step: Int) { self.shown[step] = shown.isStopped ? nil : shown }
    var current: Lesson.Step? { lesson.steps.indices.contains(step) ? lesson.steps[step] : nil }
  }

  struct ShownStep {
    var pieces: [Piece]
    /// The variables after the cells, for the judge.
    var memory: Memory
    /// Whether the reader stopped it before its end, so that it is not what the lesson shows.
    var isStopped = false
  }

  init(_ files: CourseFiles) {
    self.files = files
    keeper = ProgressKeeper(findFile: files.progress)
  }

  var commands: [Command] {
    [
      lessonsCommand, lessonCommand, nextCommand, backCommand, hintCommand, solutionCommand, skipCommand,
      playCommand, questionCommand, whereCommand, progressCommand, restartCommand,
    ].map(\.aside.page)
  }

  /// The numbers and titles of the lessons; none where there is no course.
  var titles: [(number: Int, title: String)] {
    ((try? course(Span(0, 0)))?.entries ?? []).map { ($0.number, $0.lesson.title) }
  }

  func course(_ span: Span) throws(Diagnostic) -> Course {
    if let loaded { return loaded }
    do throws(FileProblem) {
      let course = try Course(try files.lessons())
      loaded = course
      return course
    } catch {
      throw Diagnostic(.missingFile, "the lessons cannot be read: \(error.reason)", at: span)
    }
  }

  /// - Throws: where a cell of a lesson would turn the lesson's own pages, perhaps for ever.
  func expectReader(_ call: CommandCall) throws(Diagnostic) {
    guard isShowing else { return }
    throw Diagnostic(
      .badCommand, "a lesson does not turn its own pages; `\(call.verb)` is for its reader", at: call.span)
  }

  /// Opens a lesson where the learner left it, or at its beginning.
  func open(_ entry: Course.Entry) -> CommandResult {
    let state = keeper.progress.lessons[entry.file] ?? CourseProgress.LessonState()
    let step = state.isFinished ? 0 : entry.lesson.step(state)
    (trail, lessonValues) = (Trail(), LessonValues())
    var sitting = Sitting(entry: entry, step: 0)
    replay(&sitting, upTo: step)
    sitting.step = step
    place = sitting
    var pieces: [Piece] = []
    if step > 0 {
      pieces = [
        MarkdownPieces.sentence(
          "Lesson \(entry.number), \(entry.lesson.title), goes on at step \(step + 1). `restart` begins it again.",
          .muted), .blank,
      ]
    }
    pieces += show()
    // What the learner has defined already in answer to this step is there again.
    if asked == nil, let question = place?.current?.question { settle(question, in: entry) }
    return CommandResult(pieces: pieces)
  }

  /// Runs the cells of the steps before one, so that its variables are there.
  private func replay(_ sitting: inout Sitting, upTo step: Int) {
    for index in 0..<max(step, 0) where sitting.lesson.steps.indices.contains(index) {
      let step = sitting.lesson.steps[index]
      sitting.keep(perform(step, of: sitting.entry), index)
      if let question = step.question { settle(question, in: sitting.entry) }
    }
  }

  /// Goes to a step of the open lesson and shows it.
  func turn(to step: Int) -> [Piece] {
    place?.step = step
    isPlaying = false
    return show()
  }

  /// The present step: its prose, its cells run live, its question.
  func show() -> [Piece] {
    guard var sitting = place, let step = sitting.current else {
      asked = nil
      return []
    }
    let shown = sitting.shown[sitting.step] ?? perform(step, of: sitting.entry)
    sitting.keep(shown, sitting.step)
    place = sitting
    keeper.record(
      .place(
        lesson: sitting.entry.file, step: sitting.step, fingerprint: step.fingerprint,
        number: sitting.entry.number, title: sitting.lesson.title))
    asked = step.question.flatMap { ask($0, shown.memory) }
    let question = questionPieces()
    let gap: [Piece] = shown.pieces.isEmpty || question.isEmpty ? [] : [.blank]
    let stopped = shown.isStopped ? [.blank, Self.stopped] : []
    return shown.pieces + stopped + gap + question + [.blank, foot(sitting)] + keeper.takeNote()
  }

  private static let stopped = MarkdownPieces.sentence("Stopped; `lesson` runs this page again.", .muted)

  private func perform(_ step: Lesson.Step, of entry: Course.Entry) -> ShownStep {
    let restored = step.readsNames ? lessonValues.restore(in: interpreter) : []
    let before = lessonValues
    var pieces = MarkdownPieces.pieces(step.prose)
    for cell in step.cells { pieces += [.blank] + cellPieces(cell.code, of: entry) }
    if pieces.first.map({ if case .blank = $0 { true } else { false } }) == true { pieces.removeFirst() }
    let memory = interpreter?.memory ?? Memory()
    let isStopped = !step.cells.isEmpty && interpreter?.host.cancel.isCancelled ?? false
    // What the page has changed is to be as it was when it runs again.
    if isStopped { lessonValues = before }
    return ShownStep(pieces: Self.told(restored) + pieces, memory: memory, isStopped: isStopped)
  }

  private static func told(_ restored: [String]) -> [Piece] {
    guard !restored.isEmpty else { return [] }
    let list = listed(restored.map { "`\($0)`" }, "and")
    let verb = restored.count == 1 ? "means" : "mean"
    return [MarkdownPieces.sentence("\(list) \(verb) what the lesson says again.", .muted), .blank]
  }

  /// Runs a cell of the lesson and shows it as if it had been typed.
  /// - Parameter order: where the cell looks for files first.
  func cellPieces(_ code: String, of entry: Course.Entry, _ order: ReadingOrder = .lesson) -> [Piece] {
    var pieces: [Piece] = []
    for result in reading(order, entry, { showing { run(code) } }) {
      pieces += result.written
      pieces += result.pieces(width: width())
    }
    return pieces
  }

  private func lookForFiles() {
    interpreter?.host.readingPlaces = ReadingOrder.learner.places(place?.entry.directory, own: ownPlaces)
  }

  /// Runs cells that were written before: none of them turns a page or answers a question.
  func showing<T>(_ body: () -> T) -> T {
    let outer = isShowing
    isShowing = true
    defer { isShowing = outer }
    return body()
  }

  /// Does something for a lesson, which looks for files in an order of its own, reads only what lies beside it, and
  /// writes only with leave. What a learner once answered is not written anew when it is run again.
  func reading<T>(_ order: ReadingOrder, _ entry: Course.Entry, _ body: () -> T) -> T {
    guard let interpreter else { return body() }
    let outer = interpreter.host
    var host = order == .learner ? outer.withoutWriting() : outer.confined(as: [entry.directory])
    host.readingPlaces = order.places(entry.directory, own: ownPlaces)
    return interpreter.within(host, body)
  }
}

/// Where files are looked for while a lesson is open: a lesson names those beside it, a learner their own.
enum ReadingOrder {
  case lesson, learner

  /// - Parameters:
  ///   - directory: the lesson's; nothing where none is open.
  ///   - own: the learner's.
  func places(_ directory: String?, own: [String]) -> [String] {
    guard let directory else { return own }
    return self == .lesson ? [directory] + own : own + [directory]
  }
}
