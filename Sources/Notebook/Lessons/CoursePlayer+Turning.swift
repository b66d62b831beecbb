import Language

// Opening lessons and turning their pages.
extension CoursePlayer {
  /// The lesson and step the learner is at, both counted from 1.
  public var position: (lesson: Int, step: Int, steps: Int)? {
    place.map { ($0.entry.number, $0.step + 1, $0.lesson.steps.count) }
  }

  var lessonCommand: Command {
    Command(
      name: "lesson", form: .words, topic: .course, syntax: "lesson N",
      summary: "opens a lesson where you left it; without a number, the one you were in",
      details: [
        "A word of its title does as well: lesson regression.",
        "`next` and `back` turn its pages, and you may type anything in between.",
      ],
      example: nil
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try self.expectReader(call)
      let course = try self.course(call.span)
      if call.text.isEmpty { return try self.goOn(course, call) }
      return self.open(try self.entry(course, call))
    }
  }

  /// The lesson of a number, or of words of its title.
  private func entry(_ course: Course, _ call: CommandCall) throws(Diagnostic) -> Course.Entry {
    if let index = Int(call.text).flatMap(course.index) { return course.entries[index] }
    let titled = course.entries(titled: call.text)
    if titled.count == 1 { return titled[0] }
    if titled.count > 1, titled.count <= 4 {
      throw Diagnostic(
        .badCommand, "`\(call.text)` stands in the titles of \(titled.count) lessons", at: call.span,
        hint: titled.map { "`lesson \($0.number)` is \($0.lesson.title)" }.joined(separator: "; "))
    }
    throw Diagnostic(
      .badCommand, "there is no lesson \(call.text)", at: call.span, hint: Self.choice(course))
  }

  private static func choice(_ course: Course) -> String {
    let numbers = course.entries.map(\.number)
    guard let first = numbers.first, let last = numbers.last else { return "no lessons were found" }
    return numbers.count == 1
      ? "there is one, `lesson \(first)`" : "lesson \(first) to lesson \(last); `lessons` lists them"
  }

  var nextCommand: Command {
    Command(
      name: "next", form: .words, topic: .course, syntax: "next",
      summary: "goes on in the lesson, or in the course where no lesson is open"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      try self.expectReader(call)
      guard let place = self.place else { return try self.goOn(try self.course(call.span), call) }
      if self.isPlaying {
        self.isPlaying = false
        return CommandResult(pieces: self.questionPieces() + [.blank, self.foot(place)])
      }
      if self.asked != nil { return CommandResult(pieces: [Self.openQuestion]) }
      return place.step + 1 < place.lesson.steps.count
        ? CommandResult(pieces: self.turn(to: place.step + 1)) : try self.finish(place, call)
    }
  }

  private static let openQuestion = MarkdownPieces.sentence(
    "A question is open. Answer it, or type `hint`, `solution`, or `skip` to leave it.")

  var backCommand: Command {
    Command(
      name: "back", form: .words, topic: .course, syntax: "back", summary: "goes back one step in the lesson"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let place = try self.sitting(call)
      guard place.step > 0 else {
        return CommandResult(pieces: [MarkdownPieces.sentence("This is the lesson's first step.")])
      }
      return CommandResult(pieces: self.turn(to: place.step - 1))
    }
  }

  /// The open lesson.
  /// - Throws: where there is none, or a lesson asks.
  func sitting(_ call: CommandCall) throws(Diagnostic) -> Sitting {
    try expectReader(call)
    guard let place else {
      throw Diagnostic(
        .badCommand, "no lesson is open", at: call.span, hint: "`next` goes on in the course")
    }
    return place
  }

  /// The lesson that was open last, or else the upcoming one.
  private func goOn(_ course: Course, _ call: CommandCall) throws(Diagnostic) -> CommandResult {
    if place != nil { return CommandResult(pieces: show()) }
    keeper.refresh()
    let progress = keeper.progress
    if let file = progress.place?.lesson, let index = course.index(ofFile: file) {
      return open(course.entries[index])
    }
    if let entry = upcoming(course) { return open(entry) }
    guard let first = course.entries.first else {
      return CommandResult(pieces: [MarkdownPieces.sentence("There are no lessons here.")])
    }
    return CommandResult(pieces: [
      MarkdownPieces.sentence(
        "You have been through all lessons. `lesson \(first.number)` opens the first again.")
    ])
  }

  func finish(_ place: Sitting, _ call: CommandCall) throws(Diagnostic) -> CommandResult {
    let course = try course(call.span)
    (self.place, asked) = (nil, nil)
    keeper.record(.finished(lesson: place.entry.file))
    var runs = [StyledRun("That was lesson \(place.entry.number), \(place.lesson.title). ", .good)]
    let questions = place.lesson.questions
    if !questions.isEmpty { runs.append(StyledRun(tally(questions, place.entry.file) + ". ")) }
    if course.entries.last?.file == place.entry.file { runs.append(StyledRun("It was the last one. ")) }
    if let next = upcoming(course) {
      runs += [
        StyledRun("next", .code), StyledRun(" opens lesson \(next.number), \(next.lesson.title)."),
      ]
    }
    return CommandResult(pieces: [.paragraph(runs)] + keeper.takeNote())
  }

  /// The line below a step: where it is and what may be typed.
  func foot(_ sitting: Sitting) -> Piece {
    let isLast = sitting.step == sitting.lesson.steps.count - 1
    let place = "step \(sitting.step + 1) of \(sitting.lesson.steps.count): "
    if let asked {
      let help = asked.question.hints.isEmpty ? "`solution` shows it" : "`hint` helps"
      return MarkdownPieces.sentence(
        place + "\(asked.question.kind.invitation); \(help), `skip` passes it", .muted)
    }
    return MarkdownPieces.sentence(
      place + "`next` \(isLast ? "ends the lesson" : "goes on"), `back` returns, or type anything", .muted)
  }
}
