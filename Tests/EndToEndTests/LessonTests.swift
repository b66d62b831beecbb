import TestSupport
import Testing

@Suite struct LessonTests {
  private func course() throws -> TemporaryDirectory {
    let home = try TemporaryDirectory()
    try home.write(
      "course/01-errors.md",
      "# What a loss is\n\nOne *number*.\n\n```loss\na = 2\na * 21\n```\n\nThe second page.\n\n```loss\nnope\n```\n"
    )
    try home.write("course/02-more.md", "# More of it\n\nOnly words.\n")
    return home
  }

  private func sitting(_ home: TemporaryDirectory, columns: Int = 80) throws -> Sitting {
    try Sitting(columns: columns, home: home, environment: ["LOSSBOOK_LESSONS": home.file("course")])
  }

  @Test func readerGoesThroughTheCourse() throws {
    let sitting = try sitting(course())
    try sitting.enter("lessons", next: 2)
    #expect(sitting.shows("1  What a loss is") && sitting.shows("2  More of it"))
    try sitting.enter("lesson 1", next: 5)
    #expect(sitting.showsLine("One number."))
    #expect(sitting.showsLine("[4]> a * 21") && sitting.showsLine("42"))
    #expect(sitting.shows("step 1 of 2"))
    try sitting.enter("a + 1", next: 6)
    #expect(sitting.showsLine("3"))
    try sitting.enter("next", next: 8)
    #expect(sitting.showsLine("The second page.") && sitting.shows("`nope` is not known"))
    try sitting.enter("back", next: 9)
    try sitting.enter("next", next: 10)
    try sitting.enter("next", next: 11)
    #expect(sitting.shows("next opens lesson 2, More of it."))
    try sitting.enter("lesson 2", next: 12)
    try sitting.enter("next", next: 13)
    #expect(sitting.shows("It was the last one."))
    sitting.type("quit\r")
    #expect(try sitting.terminal.waitForEnd() == .code(0))
  }

  @Test func wrongNumbersAreExplained() throws {
    let sitting = try sitting(course())
    for (index, word) in ["99", "0", "-1", "two", "1.5", "1 2", "99999999999999999999"].enumerated() {
      try sitting.enter("lesson \(word)", next: index + 2)
      #expect(sitting.shows("lesson 1 to lesson 2"))
    }
    try sitting.enter("next", next: 11)
    #expect(sitting.shows("One number."))
  }

  @Test func courseThatVanishesStaysReadable() throws {
    let home = try course()
    let sitting = try sitting(home)
    try sitting.enter("lesson 1", next: 4)
    try home.remove("course")
    try sitting.enter("next", next: 6)
    #expect(sitting.showsLine("The second page."))
    try sitting.enter("lesson 2", next: 7)
    #expect(sitting.showsLine("Only words."))
  }

  @Test func errorsInALessonFitTheWindow() throws {
    let home = try course()
    try home.write(
      "course/03-long.md",
      "# Long\n\n```loss\nmean_absolute_error([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7])\n```\n")
    let sitting = try sitting(home, columns: 40)
    try sitting.enter("lesson 3", next: 3)
    #expect(sitting.shows("error:"))
    #expect(sitting.shows("^"))
    // The caret stands on the line below the excerpt, which was cut to the window instead of wrapped by it.
    let lines = sitting.screen.lines
    let caret = try #require(lines.firstIndex { $0.allSatisfy { " ^".contains($0) } && $0.contains("^") })
    #expect(lines[caret - 1].hasPrefix("  ") && lines[caret - 1].contains("7"))
  }
}
