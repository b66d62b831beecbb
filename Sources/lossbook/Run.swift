import ArgumentParser
import Terminal

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run scripts and Markdown notebooks.",
    discussion: "Each file starts afresh. Of a Markdown file the ```loss cells are run. - is standard input.")

  @Argument(
    help: ArgumentHelp("Scripts, or notebooks whose names end in .md.", valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var options: RunOptions
  @OptionGroup var limits: LimitOptions

  mutating func run() throws {
    setUpLocale()
    try ScriptRunner(options).run(files.map { $0 == "-" ? .standardInput : .file($0) })
  }
}
