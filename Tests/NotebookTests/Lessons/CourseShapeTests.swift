import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

/// What every lesson of the course has.
@Suite struct CourseShapeTests {
  private static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("lessons"))) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  private let wanted = ["Summary", "In Keras and PyTorch", "Further reading"]

  @Test func thereAreSixteen() { #expect(Self.files.count == 16) }

  @Test(arguments: files) func lessonHasItsParts(_ file: String) throws {
    let text = try String(contentsOfFile: Repository.path("lessons/" + file), encoding: .utf8)
    let document = NotebookDocument(text, name: file)
    let lesson = Lesson(document)
    #expect((3...6).contains(lesson.questions.count))
    for question in lesson.questions {
      #expect(!question.hints.isEmpty || question.kind == .choice, "\(file):\(question.line)")
    }
    let headings = document.headings
    for heading in wanted { #expect(headings.contains(heading), "\(heading)") }
    #expect(document.cells.contains { $0.output?.text.contains("┌──") == true }, "a picture")

    let reasons = try #require(lesson.steps.first?.prose.first { $0.kind == .paragraph })
    #expect((1...3).contains(reasons.plainText.split(separator: ". ").count), "why one would care")
    let summary = try #require(lesson.steps.first { $0.prose.first?.plainText == "Summary" })
    let lines = MarkdownPieces.pieces(summary.prose).plainText(Layout(width: 80)).lines
    #expect(lines.count < 24, "a summary of one screen")
  }
}
