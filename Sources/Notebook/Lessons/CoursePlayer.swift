import Language

/// Takes a learner through the lessons of a course.
public final class CoursePlayer {
  private let findLessons: () throws(FileProblem) -> [String]
  private var documents: [NotebookDocument]?
  private var current: Place?
  /// Runs the text of a cell in the session.
  var run: (String) -> [CellResult] = { _ in [] }
  /// The columns of the window.
  var width: () -> Int = { 80 }
  /// Whether the cells of a step are being run.
  private var isShowing = false

  private struct Place {
    var number: Int
    var lesson: Lesson
    var step: Int
  }

  init(findLessons: @escaping () throws(FileProblem) -> [String]) {
    self.findLessons = findLessons
  }

  /// The lesson and step the learner is at, both counted from 1.
  public var place: (lesson: Int, step: Int, steps: Int)? {
    current.map { ($0.number, $0.step + 1, $0.lesson.steps.count) }
  }

  private func lessons(_ span: Span) throws(Diagnostic) -> [NotebookDocument] {
    if let documents { return documents }
    do throws(FileProblem) {
      var loaded: [NotebookDocument] = []
      for path in try findLessons() {
        loaded.append(NotebookDocument(try FileBytes.readText(path), name: path))
      }
      documents = loaded
      return loaded
    } catch {
      throw Diagnostic(.missingFile, "the lessons cannot be read: \(error.reason)", at: span)
    }
  }

  var commands: [Command] { [lessonsCommand, lessonCommand, nextCommand, backCommand] }

  private var lessonsCommand: Command {
    Command(name: "lessons", form: .words, topic: .course, syntax: "lessons", summary: "lists the lessons") {
      [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let rows = try self.lessons(call.span).enumerated().map { ["\($0 + 1)", $1.title] }
      guard !rows.isEmpty else {
        return CommandResult(pieces: [.paragraph([StyledRun("There are no lessons here.")])])
      }
      return CommandResult(pieces: [
        .table(Table(header: ["", "lesson"], rows: rows, leftAligned: [1])),
        .paragraph([StyledRun("Open one with "), StyledRun("lesson 1", .code), StyledRun(".")]),
      ])
    }
  }

  private var lessonCommand: Command {
    Command(
      name: "lesson", form: .words, topic: .course, syntax: "lesson N",
      summary: "opens a lesson; then next and back turn its pages, and you may type anything in between",
      example: nil
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let lessons = try self.lessons(call.span)
      guard let number = Int(call.text), lessons.indices.contains(number - 1) else {
        throw Diagnostic(
          .badCommand, call.text.isEmpty ? "`lesson` wants a number" : "there is no lesson \(call.text)",
          at: call.span,
          hint: lessons.isEmpty
            ? "no lessons were found" : "lesson 1 to lesson \(lessons.count); `lessons` lists them")
      }
      try self.expectReader(call)
      self.current = Place(number: number, lesson: Lesson(lessons[number - 1]), step: 0)
      return self.show()
    }
  }

  private var nextCommand: Command {
    Command(name: "next", form: .words, topic: .course, syntax: "next", summary: "goes on in the lesson") {
      [unowned self] (call, _) throws(Diagnostic) in try self.move(1, call)
    }
  }

  private var backCommand: Command {
    Command(
      name: "back", form: .words, topic: .course, syntax: "back", summary: "goes back one step in the lesson"
    ) {
      [unowned self] (call, _) throws(Diagnostic) in try self.move(-1, call)
    }
  }

  private func move(_ distance: Int, _ call: CommandCall) throws(Diagnostic) -> CommandResult {
    try call.expectNothing()
    try expectReader(call)
    guard var place = current else {
      throw Diagnostic(.badCommand, "no lesson is open", at: call.span, hint: "`lesson 1` opens the first")
    }
    let target = place.step + distance
    guard target >= 0 else {
      return CommandResult(pieces: [.paragraph([StyledRun("This is the lesson's first step.")])])
    }
    guard target < place.lesson.steps.count else { return try finish(place, call) }
    place.step = target
    current = place
    return show()
  }

  /// - Throws: where a cell of a lesson would turn the lesson's own pages, perhaps for ever.
  private func expectReader(_ call: CommandCall) throws(Diagnostic) {
    guard isShowing else { return }
    throw Diagnostic(
      .badCommand, "a lesson does not turn its own pages; `\(call.verb)` is for its reader", at: call.span)
  }

  private func finish(_ place: Place, _ call: CommandCall) throws(Diagnostic) -> CommandResult {
    let lessons = try lessons(call.span)
    current = nil
    var runs = [StyledRun("That was lesson \(place.number), \(place.lesson.title). ", .good)]
    if lessons.indices.contains(place.number) {
      runs += [
        StyledRun("lesson \(place.number + 1)", .code),
        StyledRun(" opens the next: \(lessons[place.number].title)."),
      ]
    } else {
      runs.append(StyledRun("It was the last one."))
    }
    return CommandResult(pieces: [.paragraph(runs)])
  }

  /// The present step: its prose, then its cells run live.
  private func show() -> CommandResult {
    guard let place = current, place.lesson.steps.indices.contains(place.step) else { return CommandResult() }
    let step = place.lesson.steps[place.step]
    var pieces = MarkdownPieces.pieces(step.prose)
    isShowing = true
    for cell in step.cells { pieces += cellPieces(cell) }
    isShowing = false
    let isLast = place.step == place.lesson.steps.count - 1
    pieces += [
      .blank,
      .paragraph([
        StyledRun("step \(place.step + 1) of \(place.lesson.steps.count): ", .muted),
        StyledRun("next", .code), StyledRun(isLast ? " ends the lesson" : " goes on", .muted),
        StyledRun(", ", .muted), StyledRun("back", .code), StyledRun(" returns, or type anything", .muted),
      ]),
    ]
    return CommandResult(pieces: pieces)
  }

  private func cellPieces(_ cell: NotebookCell) -> [Piece] {
    var pieces: [Piece] = [.blank]
    for result in run(cell.code) {
      pieces.append(
        .lines(
          result.input.lines.enumerated().map { index, line in
            StyledLine([
              StyledRun(CellPrompt.text(result.number, continues: index > 0), .muted),
              StyledRun(Sanitising.visible(line), .code),
            ])
          }))
      pieces += result.pieces(width: width())
    }
    return pieces
  }
}
