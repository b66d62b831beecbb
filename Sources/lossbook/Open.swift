import ArgumentParser
import Terminal

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a notebook at the prompt.",
    discussion: "Its cells run from the top, and what is typed goes on behind them; `save` writes it back.")

  @Argument(
    help: ArgumentHelp("A notebook, whose name ends in .md or .ipynb.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var options: PlayOptions
  @OptionGroup var traces: TraceOptions
  @ParentCommand var program: Lossbook

  mutating func validate() throws { try program.expectNothing(besides: ["--no-history"], for: Self.self) }

  mutating func run() throws {
    setUpLocale()
    guard Screen.isTerminal(0) else {
      throw ValidationError(
        "A notebook is opened at a terminal. To run it, write: lossbook run \(sanitised(file))")
    }
    let (options, file, keeps) = (program.options, self.file, !traces.noHistory)
    try MainActor.assumeIsolated {
      try Repl(options, runsInit: false, keepsHistory: keeps).run(opening: file)
    }
  }
}
