import TestSupport
import Testing

/// Whole lessons as a learner takes them: wrong answers, hints, leaving at any moment and coming back.
@Suite struct LearnerTests {
  private func home() throws -> TemporaryDirectory {
    let home = try TemporaryDirectory()
    try LearnerCourse.write(in: home)
    return home
  }

  private func sitting(_ home: TemporaryDirectory, columns: Int = 80, plain: Bool = false) throws -> Sitting {
    try Sitting(
      columns: columns, rows: 40, home: home,
      arguments: ["--course", home.file("course")] + (plain ? ["--plain"] : []))
  }

  @Test func threeLessonsAreTaken() throws {
    let home = try home()
    var sitting = try sitting(home)
    try sitting.enter("next")
    #expect(sitting.isAsked && sitting.shows("What is the mean squared error of y and p?"))
    try sitting.enter("5")
    #expect(sitting.shows("That is the sum of the terms, and here their mean is wanted."))
    try sitting.enter("1")
    #expect(sitting.shows("That is the mean absolute error."))
    try sitting.enter("hint")
    #expect(sitting.shows("Hint 1 of 2: Square each error first."))
    try sitting.enter("y - p")
    #expect(sitting.shows("so it was not taken"))
    try sitting.enter("5/3")
    #expect(sitting.shows("Right. The squares are 0, 1 and 4.") && !sitting.isAsked)
    #expect(try sitting.leave() == .code(0))

    sitting = try self.sitting(home)
    #expect(sitting.shows("next goes on at step 1 of lesson 1"))
    try sitting.enter("next")
    #expect(sitting.shows("You have solved it: 5/3"))
    try sitting.enter("next")
    try sitting.enter("half(x) = 2 * x")
    #expect(sitting.shows("half(3) gives 6 with yours, and 1.5 is right"))
    try sitting.enter("half(x) = 0.5 * x")
    #expect(sitting.shows("Right."))
    try sitting.enter("next")
    #expect(sitting.showsLine("4"))
    try sitting.enter("next")
    #expect(sitting.shows("That was lesson 1, Means. 2 of 2 solved, 1 with hints."))
    #expect(try sitting.leave() == .code(0))

    sitting = try self.sitting(home)
    #expect(sitting.shows("You have finished lesson 1. next opens lesson 2"))
    try sitting.enter("next")
    #expect(sitting.shows("a) mse") && sitting.isAsked)
    try sitting.enter("a")
    #expect(sitting.shows("Not yet. It squares."))
    try sitting.enter("b")
    try sitting.enter("next")
    try sitting.enter("a, b, c")
    #expect(sitting.shows("c: That one is 1."))
    try sitting.enter("a b")
    try sitting.enter("next")
    try sitting.enter("skip")
    #expect(sitting.shows("That was lesson 2, Choices. 2 of 3 solved, 1 skipped."))

    try sitting.enter("next")
    try sitting.enter("play")
    try sitting.enter("w = 3")
    #expect(!sitting.isAsked)
    try sitting.enter("next")
    try sitting.enter("w = 0")
    try sitting.enter("-4")
    #expect(sitting.shows("It is right for the values here, but not in general."))
    try sitting.enter("2 * w - 4")
    #expect(sitting.shows("Right."))
    try sitting.enter("next")
    try sitting.enter("w = 5")
    #expect(sitting.shows("You went past the lowest point."))
    try sitting.enter("for i in 1..50 { w = w - 0.1 * grad(f(w), w) }")
    #expect(sitting.shows("Right."))
    try sitting.enter("next")
    #expect(sitting.shows("It was the last one."))
    try sitting.enter("progress")
    #expect(sitting.shows("2 of 3 solved, 1 skipped"))
    #expect(try sitting.leave() == .code(0))
    #expect(try self.sitting(home).shows("You have been through all lessons. lessons lists them"))
  }

  /// Killed after any line, the learner finds the same place, and the variables of the lesson.
  @Test func killedAtAnyMomentNothingIsLost() throws {
    let lines = ["next", "5", "hint", "5/3", "next", "half(x) = x / 2", "next"]
    for count in 1...lines.count {
      let home = try home()
      let sitting = try sitting(home)
      for line in lines.prefix(count) { try sitting.enter(line) }
      let (isAsked, step) = (sitting.isAsked, count < 5 ? 1 : count < 7 ? 2 : 3)
      sitting.type("half of a li")
      sitting.terminal.send(9)
      _ = try sitting.terminal.waitForEnd()
      let again = try self.sitting(home)
      #expect(again.shows("goes on at step \(step) of lesson 1"))
      try again.enter("next")
      #expect(again.isAsked == isAsked, "after \(lines[count - 1])")
      try again.enter("play")
      try again.enter("sum(y)")
      #expect(again.showsLine("7"))
      if count > 5 {
        try again.enter("half(5)")
        #expect(again.showsLine("2.5"))
      }
      if (3...).contains(count) {
        try again.enter("progress")
        #expect(again.shows("1 with hints"))
      }
    }
  }

  @Test func narrowWindowsAreEnough() throws {
    let sitting = try sitting(home(), columns: 40)
    for line in ["next", "5", "1", "hint", "solution", "lessons", "progress", "where"] {
      try sitting.enter(line)
    }
    #expect(sitting.screen.lines.allSatisfy { $0.count <= 40 })
    #expect(sitting.shows("0 of 2 solved, 1 shown"))
  }

  @Test func plainTextHasNoColours() throws {
    let sitting = try sitting(home(), plain: true)
    for line in ["next", "5", "5/3", "next"] { try sitting.enter(line) }
    #expect(sitting.shows("Question: Define half(x)."))
  }
}
