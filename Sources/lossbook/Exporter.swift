import ArgumentParser
import Language
import Notebook
import Terminal

/// Runs notebooks and writes what is made of them.
final class Exporter {
  private let options: PlayOptions
  private let plan: ExportPlan
  private let overwrites: Bool
  private let output = Output()
  private let errorPainter: Painter
  private var progress: LiveTraining?
  private var hasFailed = false

  init(_ options: PlayOptions, _ plan: ExportPlan, overwrites: Bool) {
    (self.options, self.plan, self.overwrites) = (options, plan, overwrites)
    errorPainter = Painter(descriptor: 2, options: options)
    if Screen.isTerminal(2) && !options.plain && !options.quiet && !Screen.isDumb {
      progress = LiveTraining(descriptor: 2, options: options)
    }
    Interrupt.install()
  }

  func export(_ job: ExportPlan.Job) {
    do throws(FileProblem) {
      let document = try NotebookDocument(anyReading: job.notebook)
      // Before the cells run: that may take long.
      for target in job.targets { try prepare(target) }
      let notebook = play(document)
      progress?.clear()
      guard !Interrupt.isRequested, report(notebook) else { return }
      for target in job.targets { try write(notebook, to: target) }
    } catch {
      hasFailed = true
      output.flush()
      Output.error("\(job.notebook): \(error.reason)")
    }
  }

  func finish() throws {
    try output.finish()
    if Interrupt.isRequested { throw ExitCode(130) }
    if hasFailed { throw ExitCode(1) }
  }

  /// What a notebook writes stays in memory: an export changes no file but its own.
  private func play(_ document: NotebookDocument) -> PlayedNotebook {
    var host = Host.checking(directory: Files.directory(of: document.name))
    if let progress { host.progress = progress.show }
    return PlayedNotebook(document, host: host, settings: options.settings, keepsGoing: options.keepGoing)
  }

  /// Says which cells failed.
  /// - Returns: whether the notebook is written all the same.
  private func report(_ notebook: PlayedNotebook) -> Bool {
    guard !notebook.failures.isEmpty else { return true }
    hasFailed = true
    output.flush()
    for failure in notebook.failures { Output.plainError(text(failure, notebook.document)) }
    if !options.keepGoing {
      Output.error(
        "\(notebook.document.name) is not exported; with --keep-going it is, with its errors")
    }
    return options.keepGoing
  }

  private func text(_ failure: PlayedCell, _ document: NotebookDocument) -> String {
    guard let error = failure.error else { return "" }
    let source = document.source(of: failure.cell)
    return errorPainter.text(DiagnosticText.lines(error, in: source, width: errorPainter.layout.width))
  }

  /// - Throws: where the file holds something else, or its directory cannot be made.
  private func prepare(_ target: ExportPlan.Target) throws(FileProblem) {
    guard let path = target.path else { return }
    let directory = Files.directory(of: path)
    if directory != "." { try FileBytes.makeDirectory(directory) }
    guard !overwrites, FileBytes.exists(path) else { return }
    let mark = Array((target.format.mark ?? "").utf8)
    let isOurs = !mark.isEmpty && (try? FileBytes.beginning(of: path, bytes: mark.count)) == mark
    guard isOurs else {
      throw FileProblem(
        reason: "\(path) is there already, and not from an export; --overwrite replaces it")
    }
  }

  private func write(_ notebook: PlayedNotebook, to target: ExportPlan.Target) throws(FileProblem) {
    var notebook = notebook
    notebook.follow = { [plan] link in plan.place(of: link, on: notebook.document.name, in: target) }
    let text = target.format.text(notebook)
    guard let path = target.path else { return output.write(text) }
    do throws(FileProblem) { try FileBytes.replace(path, with: text) } catch {
      throw FileProblem(reason: "\(path) cannot be written: \(error.reason)")
    }
    output.write("Wrote \(sanitised(path)).\n")
    output.flush()
  }
}
