import Language
import TestSupport
import Testing

@testable import Notebook

/// Somebody at a terminal who takes a lesson of the course that comes along. What is typed and what must be shown is read
/// from the lesson's file, so that its words may change.
struct CourseLearner {
  private let home: TemporaryDirectory
  private let number: Int
  private let lesson: Lesson
  private var sitting: Sitting
  private var hasSkipped = false
  private var hasPlayed = false
  /// How many questions have been answered.
  private var answered = 0

  init(lesson number: Int) throws {
    let paths = try Files.lessons(in: Repository.path("lessons"))
    let path = try #require(paths.first { Int(Files.name(of: $0).prefix { $0.isNumber }) == number })
    lesson = Lesson(NotebookDocument(try FileBytes.readText(path), name: path))
    self.number = number
    home = try TemporaryDirectory()
    sitting = try Self.sit(home)
  }

  private static func sit(_ home: TemporaryDirectory) throws -> Sitting {
    try Sitting(rows: 200, home: home, arguments: ["--course", Repository.path("lessons")])
  }

  mutating func takeLesson() throws {
    var shown = try enter("lesson \(number)")
    for (index, step) in lesson.steps.enumerated() {
      #expect(shown.contains("step \(index + 1) of \(lesson.steps.count)"))
      #expect(sitting.isAsked == (step.question != nil))
      if let question = step.question { try meet(question, at: index) }
      shown = try enter("next")
    }
    let count = lesson.questions.count
    #expect(shown.contains("That was lesson \(number), \(lesson.title)"))
    #expect(shown.contains("\(count) of \(count) solved"))
    #expect(try enter("lessons").contains("done"))
    #expect(try sitting.leave() == .code(0))
  }

  private mutating func meet(_ question: Question, at step: Int) throws {
    try giveWrongAnswers(question)
    try takeAHint(question)
    try skipAndReturn(question)
    try play(question)
    try comeBack(to: step)
    let shown = try enter(AnswerToType.right(question))
    #expect(shown.contains("Right.") && !sitting.isAsked, "\(shown)")
    answered += 1
  }

  private func giveWrongAnswers(_ question: Question) throws {
    for wrong in AnswerToType.wrong(question) {
      let shown = try enter(wrong.text)
      #expect(shown.contains("Not yet.") && sitting.isAsked, "\(wrong.text): \(shown)")
      #expect(shown.contains(Self.words(wrong.reply)), "\(wrong.text): \(shown)")
    }
  }

  private func takeAHint(_ question: Question) throws {
    guard let hint = question.hints.first else { return }
    #expect(try enter("hint").contains(Self.words(hint.text)))
  }

  /// Once in a lesson: past a question and back to it.
  private mutating func skipAndReturn(_ question: Question) throws {
    guard !hasSkipped, !question.kind.definesNames else { return }
    hasSkipped = true
    _ = try enter("skip")
    #expect(try enter("progress").contains("1 skipped"))
    #expect(try enter("back").contains(Self.words(question.text)) && sitting.isAsked)
  }

  private mutating func play(_ question: Question) throws {
    guard !hasPlayed else { return }
    hasPlayed = true
    _ = try enter("play")
    #expect(try enter("40 + 2") == "42" && !sitting.isAsked)
    #expect(try enter("next").contains(Self.words(question.text)) && sitting.isAsked)
  }

  /// Leaves, or is killed in the middle of a line, and finds the same place again.
  private mutating func comeBack(to step: Int) throws {
    if answered % 2 == 0 {
      #expect(try sitting.leave() == .code(0))
    } else {
      sitting.type("half of a li")
      sitting.terminal.send(9)
      _ = try sitting.terminal.waitForEnd()
    }
    sitting = try Self.sit(home)
    #expect(Self.words(sitting.screen.text).contains("goes on at step \(step + 1) of lesson \(number)"))
    #expect(try enter("where").contains("You were at step \(step + 1)"))
    #expect(try enter("next").contains("step \(step + 1) of \(lesson.steps.count)") && sitting.isAsked)
  }

  /// Types a cell.
  /// - Returns: what is shown below it, with one blank between words.
  private func enter(_ text: String) throws -> String {
    let prompt = sitting.screen.beforeCursor
    try sitting.enter(text.contains("\n") ? Key.paste(text) : text)
    let shown = sitting.screen.text
    let start = shown.ranges(of: prompt).last?.upperBound ?? shown.startIndex
    let below = shown[start...].drop { !$0.isNewline }
    // The next prompt stands at the end.
    return Self.words(below.split(whereSeparator: \.isNewline).dropLast().joined(separator: " "))
  }

  private static func words(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }

  private static func words(_ prose: Prose) -> String {
    words(MarkdownPieces.pieces(prose).plainText(Layout(width: 80)))
  }
}

/// What a learner types to answer a question.
private enum AnswerToType {
  static func right(_ question: Question) -> String {
    guard question.kind.hasItems else { return question.solution?.code ?? "" }
    let items = question.items.indices.filter { question.kind == .order || question.items[$0].isRight }
    return letters(items, question)
  }

  /// Wrong answers with the reply that each must be met with. Those that would leave a definition behind come one at a
  /// time.
  static func wrong(_ question: Question) -> [(text: String, reply: Prose)] {
    if question.kind == .choice {
      return question.items.indices.filter { !question.items[$0].isRight }
        .map { (letters([$0], question), question.items[$0].reply) }
    }
    let answers = question.kind.definesNames ? question.wrongAnswers.prefix(1) : question.wrongAnswers[...]
    return answers.map { wrong in
      let places = question.kind.hasItems ? ItemJudge(question).places(wrong.code) : nil
      return (places.map { letters($0, question) } ?? wrong.code, wrong.reply)
    }
  }

  private static func letters(_ items: [Int], _ question: Question) -> String {
    let shown = ItemJudge(question).shown
    return items.compactMap { shown.firstIndex(of: $0).map(ItemJudge.letter) }.joined(separator: " ")
  }
}
