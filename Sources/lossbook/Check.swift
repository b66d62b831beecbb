import ArgumentParser
import Language
import Notebook
import Terminal

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every cell of Markdown files, compare the recorded outputs, and play every question.",
    discussion: """
      A directory stands for the Markdown files in it. Numbers may differ in the last digit written. Solutions must be \
      right, wrong answers must be met with their own replies, numbers in prose must be those of their expressions, and \
      links must lead somewhere.
      """)

  @Argument(
    help: ArgumentHelp("Markdown files or directories.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Write the new outputs into the files.")
  var update = false

  @OptionGroup var limits: LimitOptions
  @ParentCommand var program: Lossbook

  mutating func validate() throws { try program.expectNothing(besides: [], for: Self.self) }

  mutating func run() throws {
    setUpLocale()
    let output = Output()
    var failures = 0
    for path in files { failures += checkAll(path, output) }
    try output.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Checks a file, or those of a directory.
  /// - Returns: how many findings there are.
  private func checkAll(_ path: String, _ output: Output) -> Int {
    guard FileBytes.isDirectory(path) else { return check(path, output) }
    do throws(FileProblem) {
      let found = try FileBytes.markdownFiles(in: path)
      if found.isEmpty { throw FileProblem(reason: "there are no Markdown files in it") }
      return found.reduce(0) { $0 + check($1, output) }
    } catch {
      return complain(path, error, output)
    }
  }

  /// - Returns: how many cells are not as they should be; 1 for a file that cannot be read.
  private func check(_ path: String, _ output: Output) -> Int {
    do throws(FileProblem) {
      let document = try NotebookDocument(reading: path)
      let result = NotebookCheck(
        document, host: .checking(directory: Files.directory(of: path)), surroundings: surroundings(path))
      let updates = update && result.updatedText != document.text
      if updates { try FileBytes.replace(path, with: result.updatedText) }
      let findings = result.findings.filter { !updates || !$0.isMendedByUpdate }
      report(findings, path, output)
      for note in result.notes {
        output.write("\(sanitised(path)):\(note.line): note: \(sanitised(note.message))\n")
      }
      let cells = counts(result)
      let verdict = findings.isEmpty ? updates ? "updated" : "ok" : "\(findings.count) failed"
      output.write("\(sanitised(path)): \(cells), \(verdict)\n")
      return findings.count
    } catch {
      return complain(path, error, output)
    }
  }

  private func surroundings(_ path: String) -> NotebookCheck.Surroundings {
    let directory = Files.directory(of: path)
    let course = Files.isNumbered(path) ? try? Files.lessons(in: directory) : nil
    return NotebookCheck.Surroundings(
      fileExists: { FileBytes.exists(Files.resolve($0, in: directory)) },
      lessonNumbers: course.map(CourseFiles.numbers))
  }

  private func counts(_ result: NotebookCheck) -> String {
    counted(result.cellCount, "cell")
      + (result.questionCount > 0 ? ", " + counted(result.questionCount, "question") : "")
  }

  private func complain(_ path: String, _ problem: FileProblem, _ output: Output) -> Int {
    output.flush()
    Output.error("\(path): \(problem.reason)")
    return 1
  }

  private func report(_ findings: [NotebookCheck.Finding], _ path: String, _ output: Output) {
    for finding in findings {
      output.write("\(sanitised(path)):\(finding.line): \(sanitised(finding.message))\n")
      for line in finding.difference { output.write("  \(sanitised(line))\n") }
    }
  }
}
