import Language

// What has been done, and beginning again.
extension CoursePlayer {
  var lessonsCommand: Command {
    Command(
      name: "lessons", form: .words, topic: .course, syntax: "lessons",
      summary: "lists the lessons, and which of them you have done"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let course = try self.course(call.span)
      guard let first = course.entries.first else {
        return CommandResult(pieces: [MarkdownPieces.sentence("There are no lessons here.")])
      }
      self.keeper.refresh()
      let rows = course.entries.map { [String($0.number), $0.lesson.title, self.state($0)] }
      let isBegun = rows.contains { !$0[2].isEmpty }
      return CommandResult(
        pieces: [
          .table(
            Table(
              header: isBegun ? ["", "lesson", ""] : ["", "lesson"],
              rows: isBegun ? rows : rows.map { Array($0.dropLast()) }, leftAligned: [1, 2])),
          MarkdownPieces.sentence(
            isBegun ? "`next` goes on in the course." : "Open one with `lesson \(first.number)`."),
        ] + self.keeper.takeNote())
    }
  }

  /// How far a lesson has come: `done`, or the step.
  private func state(_ entry: Course.Entry) -> String {
    guard let state = keeper.progress.lessons[entry.file] else { return "" }
    if state.isFinished { return "done" }
    return "at step \(entry.lesson.step(state) + 1) of \(entry.lesson.steps.count)"
  }

  var progressCommand: Command {
    Command(
      name: "progress", form: .words, topic: .course, syntax: "progress",
      summary: "shows how far you are in each lesson, and the questions you have solved and skipped",
      details: ["`progress to \"learned.md\"` writes down what you have solved, with your answers."]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let course = try self.course(call.span)
      self.keeper.refresh()
      guard call.text.isEmpty else {
        try self.expectReader(call)
        return try self.writeLearned(call.text, call, course)
      }
      let rows = course.entries.map { entry in
        [
          String(entry.number), entry.lesson.title, self.state(entry),
          self.tally(entry.lesson.questions, entry.file),
        ]
      }
      return CommandResult(
        pieces: [.table(Table(header: ["", "lesson", "", "questions"], rows: rows, leftAligned: [1, 2, 3]))]
          + self.keeper.takeNote())
    }
  }

  /// The questions of a lesson in a few words: `3 of 5 solved, 1 skipped, 1 with hints`.
  func tally(_ questions: [Question], _ lesson: String) -> String {
    guard !questions.isEmpty else { return "" }
    let states = questions.map { keeper.progress.question($0.id, of: lesson) }
    func count(_ status: CourseProgress.QuestionState.Status) -> Int { states.count { $0.status == status } }
    var parts = ["\(count(.solved)) of \(questions.count) solved"]
    if count(.shown) > 0 { parts.append("\(count(.shown)) shown") }
    if count(.skipped) > 0 { parts.append("\(count(.skipped)) skipped") }
    let helped = states.count { $0.hints > 0 }
    if helped > 0 { parts.append("\(helped) with hints") }
    return parts.joined(separator: ", ")
  }

  var whereCommand: Command {
    Command(
      name: "where", form: .words, topic: .course, syntax: "where",
      summary: "says where you are in the course"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      guard let place = self.place else {
        return CommandResult(pieces: [MarkdownPieces.sentence(self.elsewhere(try self.course(call.span)))])
      }
      var text =
        "Lesson \(place.entry.number), \(place.lesson.title): step \(place.step + 1) of \(place.lesson.steps.count)."
      if self.asked != nil {
        text +=
          self.isPlaying ? " You are playing; `next` brings its question back." : " Its question is open."
      }
      return CommandResult(pieces: [MarkdownPieces.sentence(text)])
    }
  }

  private func elsewhere(_ course: Course) -> String {
    let words =
      switch ahead {
      case .step(let step, let lesson, let title):
        "You were at step \(step) of lesson \(lesson), \(title); `next` goes on there."
      case .lesson(let number, let last):
        (last.map { "You finished lesson \($0) last. " } ?? "")
          + "`next` opens lesson \(number)\(upcoming(course).map { ", " + $0.lesson.title } ?? "")."
      case .beginning: "`next` begins the course, `lessons` lists it."
      case .end: "You have been through all lessons; `lessons` lists them."
      case .noLessons: "There are no lessons here."
      }
    return "No lesson is open. " + words
  }

  var restartCommand: Command {
    Command(
      name: "restart", form: .words, topic: .course, syntax: "restart",
      summary: "begins the lesson again; `restart all`, typed twice, forgets all progress in the course"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try self.expectReader(call)
      if call.text == "all" { return self.restartAll() }
      guard call.text.isEmpty else {
        throw Diagnostic(
          .badCommand, "`restart` begins the open lesson again", at: call.span,
          hint: "just `restart`, or `restart all` for the whole course")
      }
      let place = try self.sitting(call)
      let hasAnswers = self.keeper.progress.lessons[place.entry.file]?.questions.isEmpty == false
      self.keeper.record(.restarted(lesson: place.entry.file))
      let told: [Piece] =
        hasAnswers
        ? [MarkdownPieces.sentence("Your answers to this lesson are forgotten.", .muted), .blank] : []
      return CommandResult(pieces: told + self.open(place.entry).pieces)
    }
  }

  /// Nothing brings the progress back, so the line is wanted twice.
  private func restartAll() -> CommandResult {
    keeper.refresh()
    let cell = interpreter?.cellNumber ?? 0
    if keeper.progress != CourseProgress(), askedToForget != cell - 1 {
      askedToForget = cell
      return CommandResult(pieces: [MarkdownPieces.sentence(wholeProgress)] + keeper.takeNote())
    }
    askedToForget = nil
    keeper.record(.restartedAll)
    (place, asked) = (nil, nil)
    return CommandResult(
      pieces: [MarkdownPieces.sentence("All progress is forgotten. `next` begins the course.")]
        + keeper.takeNote())
  }

  private var wholeProgress: String {
    let lessons = keeper.progress.lessons.values
    let solved = lessons.reduce(0) { $0 + $1.questions.values.count { $0.status == .solved } }
    let answers = solved > 0 ? " with \(counted(solved, "solved question"))" : ""
    let keeping = solved > 0 ? " `progress to \"learned.md\"` writes your answers down first." : ""
    return "This forgets how far you are in \(counted(lessons.count, "lesson"))\(answers). "
      + "Type `restart all` once more to do it.\(keeping)"
  }
}
