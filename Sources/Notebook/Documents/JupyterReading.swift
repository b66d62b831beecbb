import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A notebook of Jupyter as the Markdown it is here: its prose, and its code as cells. What the cells showed is left out:
/// they are run.
struct JupyterReading {
  let markdown: String

  /// - Throws: where it is no notebook, or one in another language.
  init(_ text: String) throws(FileProblem) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8)) else {
      throw FileProblem(reason: "it is no notebook of Jupyter in format 4")
    }
    if let language = file.language, language != "lossbook" {
      throw FileProblem(
        reason: "its cells are written in \(Sanitising.visible(language)), which Lossbook does not read")
    }
    markdown = file.cells.map(Self.block).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ cell: File.Cell) -> String {
    let text = cell.source.text.trimmedLines
    guard cell.cell_type == "code", !text.isEmpty else { return cell.cell_type == "markdown" ? text : "" }
    return Fence.block("loss", text)
  }

  // The names are those of the file.
  private struct File: Decodable {
    struct Kernel: Decodable { let language: String? }
    struct Language: Decodable { let name: String? }

    struct Metadata: Decodable {
      let kernelspec: Kernel?
      let language_info: Language?
    }

    struct Cell: Decodable {
      let cell_type: String
      let source: Source
    }

    let metadata: Metadata?
    let cells: [Cell]

    var language: String? { metadata?.language_info?.name ?? metadata?.kernelspec?.language }
  }

  /// A text, or the list of its lines.
  private struct Source: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = try container.decode([String].self).joined()
      }
    }
  }
}

extension NotebookDocument {
  /// Reads a notebook of ours or of Jupyter.
  public init(anyReading path: String) throws(FileProblem) {
    try self.init(anyText: FileBytes.readText(path), name: path)
  }

  init(anyText text: String, name: String) throws(FileProblem) {
    try self.init(readable: Self.isJupyter(name) ? JupyterReading(text).markdown : text, name: name)
  }

  /// The texts of the cells in their order, each with its place as errors tell it.
  var sources: [SourceText] { cells.enumerated().map { source(of: $1, at: $0) } }

  /// The text of one cell, or of one that stands beside them.
  public func source(of cell: NotebookCell) -> SourceText {
    source(of: cell, at: cells.firstIndex { $0.firstLine == cell.firstLine })
  }

  /// The place is in the file or, since the lines of a file of Jupyter are no lines of code, in the cell.
  private func source(of cell: NotebookCell, at index: Int?) -> SourceText {
    guard Self.isJupyter(name), let index else {
      return SourceText(cell.code, name: name, firstLine: cell.firstLine, cellNumber: cell.number)
    }
    return SourceText(cell.code, name: "\(name), cell \(index + 1)")
  }

  static func isJupyter(_ path: String) -> Bool { path.lowercased().hasSuffix(".ipynb") }
}
