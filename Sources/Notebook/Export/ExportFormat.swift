/// A kind of file that a notebook is exported to.
public struct ExportFormat: Sendable {
  /// The name, which is also the ending of its files.
  public let name: String
  /// Other endings that mean the same.
  public let otherEndings: [String]
  /// What a reader gets, in a few words.
  public let summary: String
  /// How every such file begins that comes from here; nothing where it cannot be told from what somebody wrote.
  public let mark: String?
  private let write: @Sendable (PlayedNotebook) -> String

  public func text(_ notebook: PlayedNotebook) -> String { write(notebook) }

  public static let all: [ExportFormat] = [
    ExportFormat(
      name: "html", otherEndings: ["htm"], summary: "a page for a browser", mark: HTMLPage.mark,
      write: { HTMLPage.text($0) }),
    ExportFormat(
      name: "ipynb", otherEndings: [], summary: "a notebook for Jupyter", mark: JupyterNotebook.mark,
      write: { JupyterNotebook.text($0) }),
    ExportFormat(
      name: "loss", otherEndings: [], summary: "a script, its prose as comments", mark: NotebookScript.mark,
      write: { NotebookScript.text($0) }),
    ExportFormat(
      name: "md", otherEndings: ["markdown"], summary: "Markdown with every output", mark: nil,
      write: { RecordedOutputs.text($0) }),
  ]

  /// The format of that name or ending.
  public static func named(_ word: String) -> ExportFormat? {
    let word = word.lowercased()
    return all.first { $0.name == word || $0.otherEndings.contains(word) }
  }

  /// The format of a file, by its ending.
  public static func of(_ path: String) -> ExportFormat? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return named(String(path[path.index(after: dot)...]))
  }
}
