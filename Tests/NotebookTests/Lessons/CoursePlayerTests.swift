import Language
import Synchronization
import TestSupport
import Testing
import Training

@testable import Notebook

@Suite struct CoursePlayerTests {
  /// A session with a course of two lessons.
  private func session(_ files: [String]) throws -> (Session, TemporaryDirectory) {
    let directory = try TemporaryDirectory()
    for (index, text) in files.enumerated() { try directory.write("0\(index + 1)-l.md", text) }
    let session = Session(
      host: .isolated,
      course: CourseFiles(lessons: { () throws(FileProblem) in
        try FileBytes.markdownFiles(in: directory.path)
      }))
    return (session, directory)
  }

  private func show(_ line: String, in session: Session, width: Int = 80) -> String {
    session.width = width
    var pieces: [Piece] = []
    session.run(SourceText(line)) {
      pieces += $0.pieces(width: width)
      return true
    }
    return pieces.plainText(Layout(width: width))
  }

  private static let first = "# One\n\nA.\n\n```loss\na = 20\na + 1\n```\n\nB.\n"

  @Test func lessonsAreListed() throws {
    let (session, _) = try session([Self.first, "# Two\n"])
    let lines = show("lessons", in: session).lines
    #expect(lines.contains { $0.split(separator: " ") == ["1", "One"] })
    #expect(lines.contains { $0.split(separator: " ") == ["2", "Two"] })
  }

  @Test func pagesTurnBothWays() throws {
    let (session, _) = try session([Self.first, "# Two\n\nX.\n"])
    #expect(session.course.position == nil)
    #expect(show("back", in: session).contains("no lesson is open"))
    let page = show("lesson 1", in: session)
    #expect(page.lines.contains("[3]> a = 20") && page.lines.contains("21"))
    #expect(session.course.position.map { [$0.lesson, $0.step, $0.steps] } == [1, 1, 2])
    #expect(show("back", in: session).contains("This is the lesson's first step."))
    #expect(show("next", in: session).lines.contains("B."))
    #expect(show("back", in: session).lines.contains("A."))
    _ = show("next", in: session)
    #expect(show("next", in: session).contains("next opens lesson 2, Two."))
    #expect(show("next", in: session).lines.contains("X."))
    #expect(show("next", in: session).contains("It was the last one."))
    #expect(show("next", in: session).contains("You have been through all lessons."))
  }

  @Test(arguments: [
    ("lesson 1", true), ("lesson 1; 1 + 1", true), ("help mse", true), ("?mse", true), ("mse?", true),
    ("1 + 1", false),
    ("set", false), ("explain mse([1], [2])", false), ("plot x for x in 0..1", false), ("nope", false),
  ])
  func pagesAreToldFromOtherOutputs(_ line: String, _ isPage: Bool) throws {
    let (session, _) = try session([Self.first])
    session.run(SourceText(line)) {
      #expect($0.outcome.isPage == isPage)
      return true
    }
  }

  @Test func lessonIsOpenedByAWordOfItsTitle() throws {
    let learner = try Learner(
      "# Regression: MSE\n\nA.\n", "# Entropy and KL\n\nB.\n", "# Several classes, and KL\n\nC.\n")
    #expect(learner.type("lesson regression").lines.contains("A."))
    #expect(learner.type("lesson Several KL").lines.contains("C."))
    let told = learner.type("lesson kl", width: 200)
    #expect(told.contains("`kl` stands in the titles of 2 lessons"), "\(told)")
    #expect(told.contains("lesson 2") && told.contains("is Several classes, and KL"), "\(told)")
    #expect(learner.type("lesson ice").contains("there is no lesson ice"))
  }

  /// Counts how often it is asked whether to stop.
  private final class Patience: Sendable {
    let left = Atomic<Int>(.max)
    var isOver: Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
  }

  @Test func pageThatWasStoppedRunsAgain() throws {
    let learner = try Learner(
      "# One\n\n```loss\nw = 1\n```\n\n---\n\n```loss\nw = w + 1\nfor i in 1..5000 { v = i }\nw\n```\n")
    learner.type("lesson 1")
    let patience = Patience()
    learner.session.interpreter.host.cancel = CancelToken { patience.isOver }
    patience.left.store(1_000, ordering: .relaxed)
    #expect(learner.type("next").contains("Stopped; lesson runs this page again."))
    patience.left.store(.max, ordering: .relaxed)
    learner.type("back")
    let page = learner.type("next")
    #expect(page.lines.contains("2") && !page.contains("Stopped"), "\(page)")
    learner.type("back", "next")
    #expect(learner.type("w") == "2", "what went well runs once")
  }

  @Test func nextGoesOnBehindTheLessonThatEnded() throws {
    let learner = try Learner("# One\n\nA.\n", "# Two\n\nB.\n", "# Three\n\nC.\n")
    learner.type("lesson 2")
    #expect(learner.type("next").contains("next opens lesson 3, Three."))
    #expect(learner.later().type("next").lines.contains("C."))
    learner.type("next")
    #expect(learner.type("next").contains("It was the last one. next opens lesson 1, One."))
    #expect(learner.type("next").lines.contains("A."))
    #expect(!learner.type("next").contains("opens"), "nothing is left")
  }

  @Test func whatIsAheadIsKnownWithoutReadingLessons() throws {
    let learner = try Learner("# One\n\nA.\n\n---\n\nB.\n", "# Two\n\nC.\n")
    #expect(learner.session.course.ahead == .beginning(lesson: 1))
    #expect(learner.type("where").contains("next begins the course"))
    learner.type("lesson 1", "next")
    #expect(learner.later().session.course.ahead == .step(2, lesson: 1, title: "One"))
    learner.type("next")
    #expect(learner.later().session.course.ahead == .lesson(2, after: 1))
    #expect(
      learner.type("where") == "No lesson is open. You finished lesson 1 last. next opens lesson 2, Two.")
    learner.type("next", "next")
    #expect(learner.later().session.course.ahead == .end)
    #expect(learner.type("where").contains("You have been through all lessons"))
    learner.type("lesson 2", "restart")
    learner.type("lesson 1", "next", "next")
    #expect(learner.later().session.course.ahead == .lesson(2, after: 1))
    let (none, _) = try session([])
    #expect(none.course.ahead == .noLessons)
  }

  @Test func goingBackRunsNothingTwice() throws {
    let (session, _) = try session(["# One\n\n```loss\nw = 1\n```\n\nB.\n\n```loss\nw = w + 1\nw\n```\n"])
    _ = show("lesson 1", in: session)
    #expect(show("next", in: session).lines.contains("2"))
    _ = show("back", in: session)
    #expect(show("next", in: session).lines.contains("2"))
    #expect(show("w", in: session) == "2")
  }

  @Test func lessonsGoByTheNumbersOfTheirFiles() throws {
    let (session, directory) = try session([Self.first])
    try directory.write("07-l.md", "# Seven\n\nS.\n")
    #expect(show("lesson 7", in: session).contains("Seven"))
    #expect(show("lesson 2", in: session).contains("lesson 1 to lesson 7"))
  }

  @Test func cellsOfALessonShareTheSession() throws {
    let (session, _) = try session([Self.first])
    _ = show("lesson 1", in: session)
    #expect(show("a", in: session) == "20")
  }

  @Test func lessonCannotTurnItsOwnPages() throws {
    for command in ["lesson 1", "next", "back", "hint", "solution", "skip", "play", "question", "restart"] {
      let (session, _) = try session(["# One\n\nA.\n\n```loss\n\(command)\n```\n\nB.\n"])
      #expect(show("lesson 1", in: session).contains("a lesson does not turn its own pages"))
      #expect(show("next", in: session).lines.contains("B."))
    }
  }

  @Test func cellOfSeveralLinesLooksAsTyped() throws {
    let (session, _) = try session(["# One\n\n```loss\n[1,\n 2]\n```\n"])
    let lines = show("lesson 1", in: session).lines
    #expect(lines.contains("[2]> [1,") && lines.contains("...>  2]"))
  }

  @Test func longCellsGoOnBelowTheirCode() throws {
    let (session, _) = try session([
      "# One\n\n```loss\nfor i in 1..2 {\n  total = 1000 + 2000 + 3000 + 4000  # a sum\n}\n[1,   2]\n```\n"
    ])
    let lines = show("lesson 1", in: session, width: 40).lines
    #expect(lines.contains("...>   total = 1000 + 2000 + 3000 +"))
    #expect(lines.contains("         4000  # a sum"))
    #expect(lines.contains("[3]> [1,   2]"))
  }

  @Test func errorsFitTheWindow() throws {
    let (session, _) = try session([
      "# One\n\n```loss\nmean_absolute_error([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5])\n```\n"
    ])
    let lines = show("lesson 1", in: session, width: 40).lines
    let caret = try #require(lines.firstIndex { $0.hasSuffix("^") })
    #expect(lines[caret - 1].count <= 40)
  }

  @Test func lessonThatCannotBeReadIsSaidAndTriedAgain() throws {
    let (session, directory) = try session([Self.first])
    try directory.write("02-l.md", "placeholder")
    try directory.remove("01-l.md")
    try directory.remove("02-l.md")
    try directory.write("01-l.md/not-a-file", "")
    #expect(show("lessons", in: session).contains("the lessons cannot be read: 01-l.md: is a directory"))
    try directory.remove("01-l.md")
    try directory.write("01-l.md", Self.first)
    #expect(show("lessons", in: session).contains("One"))
  }

  @Test func emptyLessonEndsAtOnce() throws {
    let (session, _) = try session([""])
    #expect(!show("lessons", in: session).isEmpty)
    _ = show("lesson 1", in: session)
    #expect(show("next", in: session).contains("That was lesson 1"))
  }

  @Test func wordsTooManyAreRefused() throws {
    let (session, _) = try session([Self.first])
    for line in ["next 2", "back now", "lessons all"] {
      #expect(show(line, in: session).contains("stands alone on its line"))
    }
    #expect(show("lesson 2", in: session).contains("there is no lesson 2"))
    #expect(show("lesson", in: session).contains("A."))
    #expect(show("restart now", in: session).contains("`restart` begins the open lesson again"))
  }
}
