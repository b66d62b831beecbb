/// The file that an `export` line names.
public struct ExportFile {
  public let path: String
  let span: Span
  private let overwrites: Bool
  private let host: Host

  init(path: String, span: Span, overwrites: Bool, host: Host) {
    (self.path, self.span, self.overwrites, self.host) = (path, span, overwrites, host)
  }

  /// Of `export "notes.html"`.
  init(notebook call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    let file = try FileArgument(call, interpreter, example: "export \"notes.html\"")
    self.init(
      path: file.path ?? "", span: file.span, overwrites: file.overwrites, host: interpreter.host)
  }

  public var shownPath: String { Escaping.path(path) }

  /// What is wrong with the name of the file.
  public func refusal(_ message: String, hint: String) -> Diagnostic {
    Diagnostic(.badCommand, message, at: span, hint: hint)
  }

  /// Writes the text, unless something stands there that no export has written.
  /// - Parameter mark: How a file begins that an export has written; nothing where that cannot be told.
  public func save(_ text: String, mark: String?) throws(Diagnostic) {
    if !overwrites, let old = try existing(), old != Array(text.utf8) {
      let isOurs = mark.map { old.starts(with: $0.utf8) } ?? false
      guard isOurs else {
        throw Diagnostic(
          .fileExists, "\"\(shownPath)\" is there already, and not from such an export", at: span,
          hint: "take another name, or add overwrite=on to replace it")
      }
    }
    do throws(FileProblem) { try host.writeFile(path, text) } catch { throw unwritable(error) }
  }

  private func existing() throws(Diagnostic) -> [UInt8]? {
    do throws(FileProblem) { return try host.readFile(path) } catch {
      guard !error.isMissing else { return nil }
      throw unwritable(error)
    }
  }

  private func unwritable(_ problem: FileProblem) -> Diagnostic {
    Diagnostic(
      .unwritableFile, "\"\(shownPath)\" cannot be written: \(problem.reason)", at: span, hint: problem.remedy
    )
  }
}
