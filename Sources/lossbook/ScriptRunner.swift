import ArgumentParser
import Language
import LossMath
import Notebook
import Terminal

/// Runs code that comes from files, arguments or a pipe.
struct ScriptRunner {
  enum Input {
    case file(String)
    case standardInput
    case code(String, number: Int, of: Int)

    var isCode: Bool { if case .code = self { true } else { false } }
    var isStandardInput: Bool { if case .standardInput = self { true } else { false } }

    /// Whether it stands for what would be typed, and becomes a notebook; a file is one already.
    var isTyped: Bool { if case .file = self { false } else { true } }

    /// What messages call it.
    var name: String {
      switch self {
      case .file(let path): path
      case .standardInput: "<stdin>"
      case .code(_, _, of: 1): "-e"
      case .code(_, let number, _): "-e[\(number)]"
      }
    }
  }

  private enum Ending { case good, failed, quit, misused }

  private let options: RunOptions
  /// The words behind the files.
  private let arguments: [String]
  private let output = Output()
  private let painter: Painter
  private let errorPainter: Painter
  private var progress: LiveTraining?
  /// Whether somebody sees the results come.
  private let isWatched = Screen.isTerminal(1)

  init(_ options: RunOptions, arguments: [String] = []) {
    (self.options, self.arguments) = (options, arguments)
    painter = Painter(descriptor: 1, options: options.shared)
    errorPainter = Painter(descriptor: 2, options: options.shared)
    if Screen.isTerminal(2) && !options.json && !options.plain && !options.quiet && !Screen.isDumb {
      progress = LiveTraining(descriptor: 2, options: options.shared)
    }
  }

  /// Pieces of code given as arguments share a session; each file has its own.
  func run(_ inputs: [Input]) throws {
    var failed = false
    var shared: Session?
    let standardInput = StandardInput(
      refusal: inputs.contains { $0.isStandardInput } ? "it is the script itself" : nil)
    for input in inputs {
      let session: Session
      if input.isCode, let shared { session = shared } else { session = makeSession(input, standardInput) }
      shared = session
      let ending = run(input, in: session)
      if ending == .misused { throw ExitCode(64) }
      failed = failed || ending == .failed
      if Interrupt.isRequested || failed && !options.keepGoing { break }
      if ending == .quit && input.isCode { break }
    }
    try output.finish()
    if Interrupt.isRequested { throw ExitCode(130) }
    if failed { throw ExitCode(1) }
  }

  private func makeSession(_ input: Input, _ standardInput: StandardInput) -> Session {
    var host = Host.standard(input: standardInput)
    if case .file(let path) = input {
      if ScriptText.isNotebook(path) {
        let directory = Files.directory(of: path)
        let leave = WritingLeave(path, isGiven: options.allowWrite) {
          progress?.clear()
          output.flush()
        }
        host = .standard(directory: directory, input: standardInput)
          .confined(to: [directory], mayWrite: leave.isGiven)
      } else {
        host.readingPlaces = Host.places(besides: path)
      }
    }
    host.allowsWriting = options.allowWrite
    if let progress { host.progress = progress.show }
    let session = Session(
      host: host, course: Files.course(options.course), settings: options.settings,
      keepsCells: input.isTyped)
    if !input.isCode { session.interpreter.define("args", .arguments(arguments)) }
    return session
  }

  private func sources(_ input: Input) throws(FileProblem) -> [SourceText] {
    switch input {
    case .code(let code, _, _): [SourceText(code, name: input.name)]
    case .standardInput:
      [SourceText(try FileBytes.text(try FileBytes.readAll(0, Limits.script)), name: input.name)]
    case .file(let path): try ScriptText.sources(try FileBytes.read(path, Limits.script), name: path)
    }
  }

  /// Words that no script looks at are a slip: an option of the program in the wrong place, most likely.
  private func complainOfUnusedArguments(_ sources: [SourceText], _ input: Input) -> Bool {
    guard let word = arguments.first, !sources.contains(where: { $0.mentions("args") }) else { return false }
    let hint =
      word.hasPrefix("-")
      ? "options of the program come before the file: lossbook run \(word) \(input.name)"
      : "a script finds them in `args`, such as args[0]"
    output.flush()
    Output.error("\(input.name): the script does not look at its arguments, and `\(word)` is one; \(hint)")
    return true
  }

  private func run(_ input: Input, in session: Session) -> Ending {
    do throws(FileProblem) {
      let sources = try sources(input)
      if complainOfUnusedArguments(sources, input) { return .misused }
      // Not before: while input is waited for, Ctrl-C ends the program.
      Interrupt.install()
      return run(sources, in: session)
    } catch {
      output.flush()
      Output.error("\(input.name): \(error.reason)")
      return .failed
    }
  }

  private func run(_ sources: [SourceText], in session: Session) -> Ending {
    var ending = Ending.good
    var goesOn = true
    for source in sources where goesOn {
      session.run(source) { result in
        show(result)
        if isWatched { output.flush() }
        if result.outcome.error != nil { ending = .failed }
        if case .edit(let cell, _)? = result.outcome.request { session.edited = cell }
        if result.outcome.request == .quit && ending == .good { ending = .quit }
        goesOn =
          (result.outcome.error == nil || options.keepGoing) && result.outcome.request != .quit
          && !Interrupt.isRequested
        return goesOn
      }
    }
    return ending
  }

  private func show(_ result: CellResult) {
    progress?.clear()
    if options.json {
      output.write(CellJSON(result, layout: painter.layout).line + "\n")
      return
    }
    if options.echo { output.write(painter.text([result.typed])) }
    output.write(painter.text(result.outcome.pieces))
    let notes = result.outcome.notes.map { [StyledRun("note: ", .emphasis), StyledRun($0.text)] }
    guard !notes.isEmpty || result.outcome.error != nil else { return }
    output.flush()
    var text = notes.map { errorPainter.text([.paragraph($0, first: 0, indent: 6)]) }.joined()
    if let error = result.outcome.error {
      text += errorPainter.text(
        DiagnosticText.lines(error, in: result.source, width: errorPainter.layout.width))
    }
    try? FileBytes.writeAll(2, Array(text.utf8))
  }
}
