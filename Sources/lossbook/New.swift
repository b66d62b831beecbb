import ArgumentParser
import Language
import Notebook
import Terminal

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a new file.", subcommands: [NewLesson.self])
}

struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Begin a lesson: a file with one of everything that passes `lossbook check`.",
    discussion:
      "The name becomes the title and, in small letters, the file. What is there already is left alone.")

  @Argument(help: ArgumentHelp("What the lesson is called, or its file.", valueName: "name"))
  var name: String

  mutating func run() throws {
    setUpLocale()
    let output = Output()
    let path = LessonSkeleton.path(name)
    do throws(FileProblem) {
      guard LessonSkeleton.file(path).contains(where: { $0.isLetter || $0.isNumber }) else {
        throw FileProblem(reason: "a name has letters or digits")
      }
      try FileBytes.create(path, with: LessonSkeleton.text(name))
    } catch {
      Output.error("\(path): \(error.reason)")
      throw ExitCode(1)
    }
    output.write("\(sanitised(path)) is there. `lossbook check \(sanitised(path))` plays it.\n")
    try output.finish()
  }
}
