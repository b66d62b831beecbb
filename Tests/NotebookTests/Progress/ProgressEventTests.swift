import Testing

@testable import Notebook

@Suite struct ProgressEventTests {
  private static let events: [ProgressEvent] = [
    .place(lesson: "01-a.md", step: 3, fingerprint: "ab", number: 1, title: "A\ttitle\\ \n"),
    .finished(lesson: "l"), .hints(lesson: "l", question: "q", count: 2), .shown(lesson: "l", question: "q"),
    .skipped(lesson: "l", question: "q"), .solved(lesson: "l", question: "q", answer: "f(x) = {\n\tx\r\n}"),
    .restarted(lesson: "l"), .restartedAll,
  ]

  @Test(arguments: events)
  func linesAreReadAgain(_ event: ProgressEvent) {
    #expect(!event.line.contains { $0.isNewline })
    #expect(ProgressEvent(line: event.line) == event)
  }

  @Test(arguments: [
    "", "place", "place\tl\tx\tf\t1\tt", "place\tl\t-1\tf\t1\tt", "place\tl\t9223372036854775807\tf\t1\tt",
    "finished", "hints\tl\tq\t-2",
    "solved\tl\tq",
    "solved\tl\tq\ta\tb", "unknown\tl", "solved\tl\tq\tbad\\x", "restarted-all\tx", "solved\tl\tq\t\\",
  ])
  func otherLinesAreNone(_ line: String) { #expect(ProgressEvent(line: line) == nil) }
}

@Suite struct CourseProgressTests {
  @Test func laterAnswerCountsAsSolved() {
    for first in [ProgressEvent.skipped(lesson: "l", question: "q"), .shown(lesson: "l", question: "q")] {
      let progress = CourseProgress([first, .solved(lesson: "l", question: "q", answer: "3")])
      #expect(progress.question("q", of: "l").status == .solved)
      #expect(progress.question("q", of: "l").answer == "3")
    }
  }

  @Test func solvedStaysSolved() {
    let progress = CourseProgress([
      .solved(lesson: "l", question: "q", answer: "3"), .skipped(lesson: "l", question: "q"),
      .shown(lesson: "l", question: "q"),
    ])
    #expect(progress.question("q", of: "l").status == .solved)
  }

  @Test func restartForgetsOneLesson() {
    var progress = CourseProgress([.finished(lesson: "a"), .finished(lesson: "b"), .restarted(lesson: "a")])
    #expect(progress.lessons["a"] == nil && progress.lessons["b"]?.isFinished == true)
    progress.take(.restartedAll)
    #expect(progress == CourseProgress())
  }

  @Test func placeIsGoneWhenItsLessonIsFinished() {
    let place = ProgressEvent.place(lesson: "a", step: 2, fingerprint: "", number: 1, title: "A")
    #expect(CourseProgress([place]).place?.step == 2)
    #expect(CourseProgress([place, .finished(lesson: "a")]).place == nil)
    #expect(CourseProgress([place, .finished(lesson: "b")]).place != nil)
  }
}
