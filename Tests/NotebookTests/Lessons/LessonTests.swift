import Testing

@testable import Notebook

@Suite struct LessonTests {
  private func steps(_ text: String) -> [Lesson.Step] {
    Lesson(NotebookDocument(text, name: "01-a.md")).steps
  }

  @Test func stepIsProseAndTheCellsAfterIt() {
    let steps = steps(
      "# T\n\nA.\n\n```loss\n1\n```\n\n```loss\n2\n```\n\nB.\n\nC.\n\n```loss\n3\n```\n\nD.\n")
    #expect(steps.map(\.prose.count) == [2, 2, 1])
    #expect(steps.map { $0.cells.map(\.code) } == [["1\n", "2\n"], ["3\n"], []])
  }

  @Test func pageBreakEndsAStep() {
    #expect(steps("A.\n\n---\n\nB.\n\n---\n").map(\.prose.count) == [1, 1])
    #expect(steps("---\n\n---\n").isEmpty)
  }

  @Test func emptyLessonHasNoSteps() { #expect(steps("").isEmpty) }
}
