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
    subcommands: [
      Run.self, Open.self, Check.self, Export.self, New.self, Catalogue.self, Kernel.self, Manual.self,
    ])

  @Option(
    name: [.customShort("e"), .customLong("eval")], parsing: .unconditionalSingleValue,
    help: "Run this code; may be given more than once.")
  var code: [String] = []

  @Flag(help: "Bring back the cells of the last session that was not saved.")
  var resume = false

  @OptionGroup var options: RunOptions
  @OptionGroup var limits: LimitOptions

  @Flag(help: "Start the notebook without running init.loss.")
  var noInit = false

  static func main() {
    let words = CommandLine.arguments.dropFirst()
    // What is called most, and by other programs. To read it takes the parser longer than to run it.
    if words.count == 2, words.first == "-e", let code = words.last { start { try evaluating(code) } }
    if let word = words.first, isStray(word) {
      // So that `#!/usr/bin/env lossbook` works, where env takes one word only.
      if FileBytes.exists(word) { start { try parseAsRoot(ScriptWords.parted(["run"] + words)) } }
      exit(withError: ValidationError(unknown(word)))
    }
    start { try parseAsRoot(ScriptWords.parted(Array(words))) }
  }

  /// The command that the words `-e code` make.
  private static func evaluating(_ code: String) throws -> Lossbook {
    var command = Lossbook()
    (command.code, command.resume, command.noInit) = ([code], false, false)
    (command.options, command.limits) = (.none, .none)
    try command.limits.validate()
    return command
  }

  /// Whether the first word is neither an option nor a command; the name of a file, most likely.
  private static func isStray(_ word: String) -> Bool {
    !word.hasPrefix("-") && word != "help" && !commands.contains(word)
  }

  private static func unknown(_ word: String) -> String {
    let near = Suggestions.nearest(to: word, among: commands).map { " Did you mean '\($0)'?" } ?? ""
    return "There is neither a file nor a command '\(sanitised(word))'.\(near)"
  }

  private static var commands: [String] { configuration.subcommands.map { $0._commandName } }

  mutating func run() throws {
    setUpLocale()
    if !code.isEmpty {
      try ScriptRunner(options).run(code.enumerated().map { .code($1, number: $0 + 1, of: code.count) })
    } else if Screen.isTerminal(0) && !options.json {
      let (options, resume, runsInit) = (self.options, self.resume, !noInit)
      try MainActor.assumeIsolated { try Repl(options, runsInit: runsInit).run(resuming: resume) }
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

  @Flag(help: "Let lessons and Markdown notebooks write files in their directory.")
  var allowWrite = false

  @Flag(help: "Results and errors only: no greeting, no notes, no progress.")
  var quiet = false

  @Option(help: ArgumentHelp("Show numbers with so many significant digits.", valueName: "n"))
  var digits: Int?

  @Option(
    help: ArgumentHelp("The seed of weights, shuffles and samples where a line names none.", valueName: "n"))
  var seed: Int?

  @Flag(help: "In scripts, show each cell before its result, as if it had been typed.")
  var echo = false

  /// Those of a start that names none.
  static var none: RunOptions {
    var options = RunOptions()
    (options.json, options.keepGoing, options.plain, options.allowWrite) = (false, false, false, false)
    (options.quiet, options.echo) = (false, false)
    (options.course, options.digits, options.seed) = (nil, nil, nil)
    return options
  }

  /// The options of the program with a value in a word of its own.
  static let takingValues: Set = ["-e", "--eval", "--course", "--digits", "--seed", "--limit"]

  func validate() throws {
    for (name, value) in numbers {
      var settings = Settings()
      if let value, let setting = Setting.named(name), !setting.apply(String(value), to: &settings) {
        throw ValidationError("--\(name) is \(setting.range), not \(value).")
      }
    }
  }

  var settings: Settings {
    var settings = Settings()
    apply(to: &settings)
    return settings
  }

  /// Sets what the options say, as `set` would.
  func apply(to settings: inout Settings) {
    if quiet { settings.notes = false }
    for (name, value) in numbers {
      if let value { _ = Setting.named(name)?.apply(String(value), to: &settings) }
    }
  }

  private var numbers: [(name: String, value: Int?)] { [("digits", digits), ("seed", seed)] }
}
