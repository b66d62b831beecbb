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
      lossbook [<options>] <file> [<argument>] ...
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

  @OptionGroup var traces: TraceOptions

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    // What is called most, and by other programs. To read it takes the parser longer than to run it.
    if words.count == 2, words.first == "-e", let code = words.last { start { try evaluating(code) } }
    if let word = ScriptWords.positions(in: words, most: 1).first.map({ words[$0] }), isStray(word) {
      // So that `#!/usr/bin/env lossbook` works, where env takes one word only.
      if FileBytes.exists(word) { start { try parseAsRoot(ScriptWords.parted(["run"] + words)) } }
      exit(withError: ValidationError(unknown(word)))
    }
    start { try parseAsRoot(ScriptWords.parted(words)) }
  }

  /// The command that the words `-e code` make.
  private static func evaluating(_ code: String) throws -> Lossbook {
    var command = Lossbook()
    (command.code, command.resume, command.noInit) = ([code], false, false)
    (command.options, command.limits, command.traces) = (.none, .none, .none)
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
      let (options, resume, runsInit, keeps) = (self.options, self.resume, !noInit, !traces.noHistory)
      try MainActor.assumeIsolated {
        try Repl(options, runsInit: runsInit, keepsHistory: keeps).run(resuming: resume)
      }
    } else {
      try ScriptRunner(options).run([.standardInput])
    }
  }
}
