import ArgumentParser
import Terminal

@main
struct Lossbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lossbook",
    abstract: "A notebook you type into, about loss functions.",
    discussion: """
      Without arguments it starts the notebook; a script may come on standard input.
      In the notebook, `lesson 1` opens the course and `help` lists what there is.
      """,
    version: "0.1.0",
    subcommands: [Run.self, Check.self, Export.self, New.self, Catalogue.self])

  @Option(
    name: [.customShort("e"), .customLong("eval")], parsing: .unconditionalSingleValue,
    help: "Run this code; may be given more than once.")
  var code: [String] = []

  @OptionGroup var options: RunOptions

  static func main() {
    if let word = CommandLine.arguments.dropFirst().first, isStray(word) {
      let word = sanitised(word)
      exit(
        withError: ValidationError(
          "Unexpected argument '\(word)'. To run a file, write: lossbook run \(word)"))
    }
    main(nil)
  }

  /// Whether the first word is neither an option nor a command; the name of a file, most likely.
  private static func isStray(_ word: String) -> Bool {
    !word.hasPrefix("-") && word != "help" && !configuration.subcommands.contains { $0._commandName == word }
  }

  mutating func run() throws {
    setUpLocale()
    if !code.isEmpty {
      try ScriptRunner(options).run(code.enumerated().map { .code($1, number: $0 + 1, of: code.count) })
    } else if Screen.isTerminal(0) && !options.json {
      try MainActor.assumeIsolated { try Repl(options).run() }
    } else {
      try ScriptRunner(options).run([.standardInput])
    }
  }
}

/// What the ways to run code have in common.
struct RunOptions: ParsableArguments {
  @Flag(help: "Write one JSON object for each cell.")
  var json = false

  @Flag(help: "Go on after a cell that fails.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "The directory of the lessons, where it is not the course that comes along.", valueName: "dir"),
    completion: .directory)
  var course: String?

  @Flag(help: "Plain text only: no colours, plots as sentences, for screen readers.")
  var plain = false
}
