import ArgumentParser
import Language
import Notebook
import Terminal

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run every cell of Markdown files and compare the recorded outputs.",
    discussion:
      "A directory stands for the Markdown files in it. Numbers may differ in the last digit written.")

  @ArgumentParser.Argument(
    help: ArgumentHelp("Markdown files or directories.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Write the new outputs into the files.")
  var update = false

  mutating func run() throws {
    setUpLocale()
    let output = Output()
    var failures = 0
    for path in try expanded() { failures += check(path, output) }
    try output.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  private func expanded() throws -> [String] {
    var paths: [String] = []
    for path in files {
      guard FileBytes.isDirectory(path) else {
        paths.append(path)
        continue
      }
      do throws(FileProblem) { paths += try FileBytes.markdownFiles(in: path) } catch {
        throw Failure.cannotRead(path, error.reason)
      }
    }
    return paths
  }

  /// - Returns: how many cells are not as they should be; 1 for a file that cannot be read.
  private func check(_ path: String, _ output: Output) -> Int {
    do throws(FileProblem) {
      let document = NotebookDocument(try FileBytes.readText(path), name: path)
      let result = NotebookCheck(document, host: .standard(directory: Files.directory(of: path)))
      if update && result.updatedText != document.text {
        try FileBytes.replace(path, with: result.updatedText)
        output.write("\(path): updated\n")
        return 0
      }
      report(result, path, output)
      return result.findings.count
    } catch {
      output.flush()
      Output.error("\(sanitised(path)): \(error.reason)")
      return 1
    }
  }

  private func report(_ result: NotebookCheck, _ path: String, _ output: Output) {
    for finding in result.findings {
      output.write("\(sanitised(path)):\(finding.line): \(finding.message)\n")
      for line in finding.difference { output.write("  \(sanitised(line))\n") }
    }
    let cells = result.cellCount == 1 ? "1 cell" : "\(result.cellCount) cells"
    output.write(
      "\(sanitised(path)): \(cells), \(result.findings.isEmpty ? "ok" : "\(result.findings.count) failed")\n")
  }
}
