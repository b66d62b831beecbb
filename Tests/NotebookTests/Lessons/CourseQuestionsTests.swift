import Language
import TestSupport
import Testing

@testable import Notebook

/// A learner at the questions of a lesson.
@Suite struct CourseQuestionsTests {
  private let directory: TemporaryDirectory
  private let session: Session

  private static let lesson = """
    # Means

    ```loss
    y = [1, 2, 4]; p = [1, 3, 2]
    w = 5
    ```

    ```question value
    The mean squared error?
    ```

    ```solution
    mse(y, p) => The squares are 0, 1 and 4.
    ```

    ```wrong
    1 => That is the mean *absolute* error.
    ```

    ```hint
    Squares first.
    ```

    ```hint
    Then their mean.
    ```

    ```question expression
    The mean of `y`.
    ```

    ```solution
    mean(y)
    ```

    ```test
    y = [5, 6]
    ```

    ```question function
    Define `half(x)`.
    ```

    ```solution
    half(x) = x / 2
    ```

    ```test
    half(3)
    half(-1)
    ```

    ```loss
    half(8)
    ```

    ```question choice
    Which?
    - [ ] `mse` => Squares.
    - [x] `mae` => Distances.
    ```

    ```question choices
    Which two?
    - [x] one
    - [ ] two => Not two.
    - [x] three
    ```

    ```question order
    Which first?
    1. small
    2. middle
    3. large
    ```

    ```question goal
    Make `v` large.
    ```

    ```solution
    v = 7
    ```

    ```test
    v > 5
    ```

    The end.
    """

  init() throws {
    let directory = try TemporaryDirectory()
    self.directory = directory
    try directory.write("course/01-means.md", Self.lesson)
    session = Self.session(directory)
  }

  private static func session(_ directory: TemporaryDirectory) -> Session {
    Session(
      host: .isolated,
      course: CourseFiles(
        lessons: { () throws(FileProblem) in try FileBytes.markdownFiles(in: directory.file("course")) },
        progress: { directory.file("state/progress/course") }))
  }

  @discardableResult
  private func type(_ lines: String..., in other: Session? = nil) -> String {
    var pieces: [Piece] = []
    for line in lines {
      pieces = []
      (other ?? session).run(SourceText(line)) {
        pieces += $0.pieces(width: 80)
        return true
      }
    }
    return pieces.plainText()
  }

  /// Opens the lesson and passes the questions before one.
  private func go(to question: Int) {
    type("lesson 1")
    for _ in 1..<question { type("skip") }
  }

  @Test(arguments: ["5/3", "1.67", "1.66667", "mse(y, p)", "sum([0, 1, 4]) / 3", "d = y - p; mean(d^2)"])
  func anyFormOfTheValueIsRight(_ answer: String) {
    go(to: 1)
    #expect(type(answer).contains("Right. The squares are 0, 1 and 4."))
    #expect(!session.course.isAsking)
  }

  @Test(arguments: [
    ("1", "That is the mean absolute error."), ("5", "sum of the terms"), ("1.7", "close, but not the same"),
    ("-5/3", "sign"), ("123", "Not yet. Try again, or type hint."),
  ])
  func wrongValueIsMet(_ answer: String, _ reply: String) {
    go(to: 1)
    #expect(type(answer).contains(reply))
    #expect(session.course.isAsking)
  }

  @Test(arguments: [
    "help mse", "y", "w", "x = 3", "vars", "plot z for z in 0..1", "nope", "1 +", "explain mse(y, p)", "mse",
    "where",
    "progress", "lessons",
  ])
  func otherThingsAreNoAnswers(_ line: String) {
    go(to: 1)
    let shown = type(line)
    #expect(!shown.contains("Not yet") && !shown.contains("Right"))
    #expect(session.course.isAsking)
  }

  @Test func otherKindsOfValueAreRemarkedOn() {
    go(to: 1)
    #expect(type("y - p").contains("the question wants a number, so it was not taken"))
  }

  @Test func wrongAnswerLeavesTheVariablesAlone() {
    go(to: 1)
    type("y = [9, 9, 9]; w = 1; 123")
    #expect(type("y") == "[1, 2, 4]" && type("w") == "5")
  }

  @Test func solutionComesFromTheLessonsVariables() {
    go(to: 1)
    type("y = [0, 0, 0]")
    #expect(type("5/3").contains("Right."))
  }

  @Test func expressionIsTriedOnOtherValues() {
    go(to: 2)
    #expect(type("7/3").contains("It is right for the values here, but not in general. With y = [5, 6]"))
    #expect(type("sum(y)").contains("sum of the terms"))
    #expect(type("sum(y) / len(y)").contains("Right."))
  }

  @Test func functionIsTriedOnHiddenArguments() {
    go(to: 3)
    #expect(type("half(x) = x * 2").contains("half(3) gives 6 with yours, and 1.5 is right"))
    #expect(type("half(x) = y + q").contains("It does not run where it is tried: q is not known"))
    #expect(type("third(x) = x / 2").contains("third is there to be used. The question waits for half."))
    #expect(type("half = 3").contains("half is to be a function"))
    #expect(type("half(x) = {\n  0.5 * x\n}").contains("Right."))
    #expect(type("next").contains("[") && type("half(8)") == "4")
  }

  @Test func cellsAfterASkippedFunctionHaveIt() {
    go(to: 3)
    #expect(type("skip").lines.contains("4"))
  }

  @Test(arguments: ["b", "B", "2", "mae", " b ", "(b)"])
  func choiceIsMadeInAnyForm(_ answer: String) {
    go(to: 4)
    #expect(type(answer).contains("Right. Distances."))
  }

  @Test func choiceKeepsToItsItems() {
    go(to: 4)
    #expect(type("a").contains("Not yet. Squares."))
    #expect(type("a b").contains("Choose one letter."))
    #expect(type("z").contains("`z` is not known"))
    #expect(type("y") == "[1, 2, 4]")
  }

  @Test(arguments: ["a c", "c a", "a, c", "ac", "a and c", "1 3", "A C"])
  func choicesAreMadeInAnyForm(_ answer: String) {
    go(to: 5)
    #expect(type(answer).contains("Right."))
  }

  @Test func choicesSayWhatIsWrong() {
    go(to: 5)
    #expect(type("a").contains("something is missing yet"))
    #expect(type("a b c").contains("b: Not two."))
  }

  @Test func orderIsShuffledAndJudged() throws {
    go(to: 6)
    let shown = type("question").lines.map(\.trimmed)
    let letters = try ["small", "middle", "large"].map { item in
      try #require(shown.first { $0.hasSuffix(") " + item) }).prefix(1)
    }
    #expect(letters != ["a", "b", "c"])
    #expect(type("a b").contains("Write all 3 letters"))
    #expect(type("\(letters[0]) \(letters[2]) \(letters[1])").contains("The first one is in its place"))
    #expect(type("\(letters[2]) \(letters[1]) \(letters[0])").contains("Something else comes first."))
    #expect(type(letters.joined(separator: " ")).contains("Right."))
  }

  @Test func goalIsReachedByAnyCell() {
    go(to: 7)
    #expect(!type("2 + 2").contains("Not yet"))
    #expect(type("v = 2").contains("its left side is 2"))
    #expect(type("v") == "2")
    #expect(type("for i in 1..3 { v = v * 2 }").contains("Right."))
  }

  @Test func hintsGoOnAndEnd() {
    go(to: 1)
    #expect(type("hint").contains("Hint 1 of 2: Squares first."))
    #expect(type("hint").contains("Hint 2 of 2: Then their mean."))
    #expect(type("hint").contains("You have read all hints. solution shows the answer."))
    #expect(type("123").contains("or type solution"))
  }

  @Test func solutionOfEachKindIsShown() {
    go(to: 1)
    for part in ["mse(y, p)", "mean(y)", "half(x) = x / 2", "b.", "a c.", "The answer: ", "v = 7"] {
      let shown = type("solution")
      #expect(shown.contains(part) && shown.contains("next goes on."), "\(shown)")
      #expect(!session.course.isAsking)
      type("next")
    }
    #expect(type("v") == "7" && type("half(3)") == "1.5")
    #expect(type("progress").contains("0 of 7 solved, 7 shown"))
  }

  @Test func playSuspendsTheJudge() {
    go(to: 1)
    #expect(type("play").contains("Nothing is taken as an answer now."))
    #expect(type("5/3") == "1.66667")
    #expect(type("where").contains("You are playing"))
    #expect(type("next").contains("The mean squared error?"))
    #expect(type("5/3").contains("Right."))
  }

  @Test func nextWaitsForAnAnswer() {
    go(to: 1)
    #expect(type("next").contains("A question is open."))
    #expect(session.course.position?.step == 1)
  }

  @Test func skippedQuestionCanBeSolvedLater() {
    go(to: 2)
    #expect(type("progress").contains("0 of 7 solved, 1 skipped"))
    type("back")
    #expect(type("5/3").contains("Right."))
    #expect(type("progress").contains("1 of 7 solved"))
    #expect(!type("progress").contains("skipped"))
    type("next")
    #expect(type("back").contains("You have solved it: 5/3"))
  }

  @Test func commandsWithoutAQuestionAreRefused() {
    #expect(type("hint").contains("no lesson is open"))
    type("lesson 1", "5/3")
    for line in ["hint", "solution", "skip", "play"] { #expect(type(line).contains("no question is open")) }
  }

  @Test func learnerComesBackToTheSamePlace() {
    go(to: 3)
    type("hint", "half(x) = 0.5 * x + 0 * w", "next", "a")
    let again = Self.session(directory)
    #expect(again.course.ahead == .step(4, lesson: 1, title: "Means"))
    let shown = type("next", in: again)
    #expect(shown.contains("Lesson 1, Means, goes on at step 4."))
    #expect(again.course.isAsking)
    #expect(type("half(9)", in: again) == "4.5" && type("w", in: again) == "5")
    #expect(type("b", in: again).contains("Right."))
    #expect(type("progress").contains("2 of 7 solved, 2 skipped"))
  }

  @Test func editedLessonKeepsItsProgress() throws {
    type("lesson 1", "5/3", "next", "mean(y)")
    try directory.write(
      "course/01-means.md", "# Means\n\nA page before it.\n\n---\n" + Self.lesson.dropFirst(7))
    let again = Self.session(directory)
    #expect(type("lesson 1", in: again).contains("goes on at step 3"))
    #expect(type("progress", in: again).contains("2 of 7 solved"))
  }

  @Test func restartForgetsTheLesson() {
    type("lesson 1", "5/3", "next")
    #expect(type("restart").contains("Your answers to this lesson are forgotten."))
    #expect(type("restart").contains("The mean squared error?"))
    #expect(session.course.isAsking)
    type("5/3", "next")
    #expect(
      type("restart all").replacing("\n", with: " ").hasPrefix(
        "This forgets how far you are in 1 lesson with 1 solved question. Type restart all once more"))
    type("w")
    #expect(type("restart all").contains("once"), "something else came in between")
    #expect(type("progress").contains("1 of 7 solved"))
    type("restart all")
    #expect(type("restart all").contains("All progress is forgotten."))
    #expect(Self.session(directory).course.ahead == .beginning(lesson: 1))
    #expect(type("progress").contains("0 of 7 solved"))
    #expect(type("restart all").contains("All progress is forgotten."), "there is nothing to lose")
  }

  @Test func finishedLessonIsDone() {
    type("lesson 1", "5/3")
    for _ in 1..<7 { type("next", "skip") }
    #expect(type("next").contains("That was lesson 1, Means. 1 of 7 solved, 6 skipped."))
    #expect(type("lessons").contains("done"))
    #expect(type("next", in: Self.session(directory)).contains("You have been through all lessons."))
    #expect(type("lesson 1", in: Self.session(directory)).contains("step 1 of"))
  }

  @Test func progressThatCannotBeKeptIsSaidOnce() throws {
    try directory.write("state/progress/course/file", "")
    #expect(type("lesson 1").contains("Your progress is not kept"))
    #expect(!type("5/3").contains("not kept"))
    #expect(type("next").contains("The mean of y."))
  }

  @Test func damagedProgressIsPutAside() throws {
    try directory.write("state/progress/course", "rubbish\n")
    #expect(type("lesson 1").contains("the file is kept as"))
    #expect(type("5/3").contains("Right."))
  }

  @Test func escapesInALessonAreShown() throws {
    try directory.write(
      "course/01-means.md",
      "# T\n\n```question choice\n\u{1B}[31mQ\n- [x] \u{1B}a => \u{1B}r\n- [ ] b => \u{1B}s\n```\n\n```hint\n\u{1B}h\n```\n"
    )
    for line in ["lesson 1", "b", "hint", "solution"] { #expect(!type(line).contains("\u{1B}")) }
  }
}
