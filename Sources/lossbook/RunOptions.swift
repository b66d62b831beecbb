import ArgumentParser
import Language
import Notebook

/// What the ways to run code have in common.
@dynamicMemberLookup
struct RunOptions: ParsableArguments {
  @Flag(help: "Write one JSON object for each cell.")
  var json = false

  @Flag(help: "In scripts, show each cell before its result, as if it had been typed.")
  var echo = false

  @OptionGroup var shared: PlayOptions

  /// Those of a start that names none.
  static var none: RunOptions {
    var options = RunOptions()
    (options.json, options.echo, options.shared) = (false, false, .none)
    return options
  }

  /// The options of the program, and of its parser, with a value in a word of its own.
  static let takingValues: Set = [
    "-e", "--eval", "--course", "--digits", "--seed", "--limit", "--generate-completion-script",
  ]

  subscript<Option>(dynamicMember path: KeyPath<PlayOptions, Option>) -> Option { shared[keyPath: path] }

  /// Sets what the options say, as `set` would.
  func apply(to settings: inout Settings) { shared.apply(to: &settings) }
}

/// What the notebook at the prompt leaves behind.
struct TraceOptions: ParsableArguments {
  @Flag(help: "Leave no trace: neither what is typed nor the cells of the session are kept.")
  var noHistory = false

  /// Those of a start that names none.
  static var none: TraceOptions {
    var options = TraceOptions()
    options.noHistory = false
    return options
  }
}

extension Lossbook {
  /// Complains of what a command has no use for. The parser takes every option of the program behind any command.
  func expectNothing(besides taken: Set<String>, for command: ParsableCommand.Type) throws {
    let given = [
      ("-e", !code.isEmpty), ("--resume", resume), ("--no-init", noInit), ("--no-history", traces.noHistory),
      ("--json", options.json), ("--echo", options.echo),
    ]
    guard let (name, _) = given.first(where: { $0.1 && !taken.contains($0.0) }) else { return }
    throw ValidationError("`lossbook \(command._commandName)` does not take \(name).")
  }
}

/// What running code has in common with making something of a notebook.
struct PlayOptions: ParsableArguments {
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

  /// Those of a start that names none.
  static var none: PlayOptions {
    var options = PlayOptions()
    (options.keepGoing, options.plain, options.allowWrite, options.quiet) = (false, false, false, false)
    (options.course, options.digits, options.seed) = (nil, nil, nil)
    return options
  }

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
