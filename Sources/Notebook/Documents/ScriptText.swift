import Language
import LossMath

/// The cells of a file: of a script all of it, of a Markdown notebook what stands in its ```loss blocks, of a notebook of
/// Jupyter its code.
public enum ScriptText {
  /// - Parameter name: The file as messages call it. One that ends in `.md` or `.ipynb` is a notebook.
  /// - Throws: where the bytes are no text, or a newer program has written them.
  public static func sources(_ bytes: [UInt8], name: String) throws(FileProblem) -> [SourceText] {
    let limit = Limits.script
    guard bytes.count <= limit.value << 20 else {
      throw FileProblem(reason: "it is larger than \(limit.value) MiB; \(limit.remedy)")
    }
    let text = try FileBytes.text(bytes)
    guard isNotebook(name) else { return [SourceText(text, name: name)] }
    return try NotebookDocument(anyText: text, name: name).sources
  }

  public static func isNotebook(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".md") || NotebookDocument.isJupyter(path)
  }
}
