import Foundation
import TestSupport
import Testing

/// What is written for readers is run: every recorded output must come again.
@Suite struct CourseTests {
  /// One file a case, so that they run side by side.
  private static let files: [String] = {
    let lessons = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("lessons"))) ?? []
    let pages = lessons.filter { $0.hasSuffix(".md") }.sorted().map { "lessons/" + $0 }
    return pages + ["README.md", "docs/language.md", "docs/writing-lessons.md"].filter(Repository.exists)
  }()

  @Test(arguments: files)
  func recordedOutputsComeAgain(_ path: String) throws {
    let result = try Binary.run(["check", Repository.path(path)], in: TemporaryDirectory())
    #expect(result.status == .code(0), "\(result.output)\(result.error)")
  }

  @Test func thereIsACourse() { #expect(Self.files.count > 3) }
}
