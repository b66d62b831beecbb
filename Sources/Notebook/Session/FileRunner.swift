import Language

/// Runs the cells of files inside a cell: those of `source`, and what the reader has prepared for every session.
final class FileRunner {
  /// The files that are being run, each begun by the one before it.
  private var open: [String] = []

  var command: Command {
    Command(
      name: "source", topic: .notebook, syntax: "source \"FILE\"",
      summary: "runs the lines of a file here; what they define stays",
      details: [
        "The file is a script, or a Markdown notebook, of which the ```loss cells are run. It is looked for where you "
          + "are, and then beside the file that names it.",
        "The first error ends it. `lossbook run FILE` runs a file by itself.",
      ]
    ) { [self] (call, interpreter) throws(Diagnostic) in
      let (path, span) = try interpreter.fileName(of: call, example: "steps.loss")
      do throws(FileProblem) {
        let (bytes, found) = try interpreter.host.find(path)
        return try run(bytes, found, at: span, interpreter)
      } catch {
        throw Diagnostic(
          .missingFile, "\"\(Sanitising.visible(path))\" cannot be read: \(error.reason)", at: span,
          hint: error.remedy)
      }
    }
  }

  /// Runs all cells of a file up to the first error.
  func run(
    _ bytes: [UInt8], _ path: String, at span: Span, _ interpreter: Interpreter
  ) throws(FileProblem) -> CommandResult {
    let file = FileBytes.absolute(path)
    guard !open.contains(file) else { return CommandResult(error: Self.circle(path, at: span)) }
    let sources = try ScriptText.sources(bytes, name: path)
    open.append(file)
    defer { open.removeLast() }
    var result = CommandResult()
    interpreter.within(Self.host(interpreter.host, for: path)) {
      for source in sources where result.error == nil && result.request == nil {
        run(source, interpreter, &result)
      }
    }
    return result
  }

  /// A script is the reader's own; a notebook may be anybody's.
  private static func host(_ outer: Host, for path: String) -> Host {
    guard ScriptText.isNotebook(path), outer.confinedTo == nil else {
      var host = outer
      host.readingPlaces = Host.places(besides: path)
      return host
    }
    var host = outer.confined(as: [Files.directory(of: path)])
    host.readingPlaces = [""]
    return host
  }

  private static func circle(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badCommand, "\"\(Sanitising.visible(path))\" is being run already: it would run itself for ever",
      at: span)
  }

  private func run(_ source: SourceText, _ interpreter: Interpreter, _ result: inout CommandResult) {
    var parser = Parser(source, verbs: interpreter.verbs)
    while result.error == nil, result.request == nil {
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else { return }
        let outcome = interpreter.run(cell, number: interpreter.cellNumber)
        result.pieces += outcome.pieces
        outcome.notes.forEach { interpreter.say($0.text) }
        result.request = outcome.request
        result.error = outcome.error?.inside(source)
      } catch {
        result.error = error.inside(source)
      }
    }
  }
}

extension Diagnostic {
  /// The same error, where the text it speaks of is not the cell that is run.
  fileprivate func inside(_ source: SourceText) -> Diagnostic {
    var copy = self
    copy.source = self.source ?? source
    return copy
  }
}
