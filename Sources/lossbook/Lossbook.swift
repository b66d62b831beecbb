import ArgumentParser
import Language
import Notebook
import Terminal

@main
struct Lossbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lossbook",
    abstract: "A notebook you type into, about loss functions.",
    usage: """
      lossbook [<options>] [-e <code>] ...
      lossbook <file> [<argument>] ...
      lossbook <subcommand> [<options>] ...
      """,
    discussion: """
      Without arguments it starts the notebook; a script may come on standard input.
      In the notebook, `lesson 1` opens the course and `help` lists what there is.
      """,
    version: Release.version,
    subcommands: [Run.self, Open.self, Check.self, New.self, Catalogue.self])

  @Option(
    name: [.customShort("e"), .customLong("eval")], parsing: .unconditionalSingleValue,
    help: "Run this code; may be given more than once.")
  var code: [String] = []

  @Flag(help: "Bring back the cells of the last session that was not saved.")
  var resume = false

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
      let (options, resume) = (self.options, self.resume)
      try MainActor.assumeIsolated { try Repl(options).run(resuming: resume) }
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

  @Flag(help: "Results and errors only: no greeting, no notes, no progress.")
  var quiet = false

  @Option(help: ArgumentHelp("Show numbers with so many significant digits.", valueName: "n"))
  var digits: Int?

  @Option(
    help: ArgumentHelp("The seed of weights, shuffles and samples where a line names none.", valueName: "n"))
  var seed: Int?

  /// What the options set, as `set` would.
  private(set) var settings = Settings()

  private enum CodingKeys: CodingKey { case json, keepGoing, course, plain, quiet, digits, seed }

  mutating func validate() throws {
    settings.notes = !quiet
    try set("digits", digits)
    try set("seed", seed)
  }

  private mutating func set(_ name: String, _ value: Int?) throws {
    guard let value, let setting = Setting.named(name) else { return }
    guard setting.apply(String(value), to: &settings) else {
      throw ValidationError("--\(name) is \(setting.range), not \(value).")
    }
  }
}
