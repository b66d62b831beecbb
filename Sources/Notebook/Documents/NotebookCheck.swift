import Language

/// Runs a notebook from clean and compares what its cells show with what the file says.
public struct NotebookCheck {
  /// A cell that did not do what the file says.
  public struct Finding {
    /// The line of the cell, counted from 1.
    public let line: Int
    public let message: String
    /// What the file says and what came, line by line; `-` and `+` before the lines that differ.
    public let difference: [String]
    /// Whether new outputs in the file would mend it.
    public let isMendedByUpdate: Bool
  }

  public let document: NotebookDocument
  public let findings: [Finding]
  /// What an author may have overlooked; nothing is wrong with it.
  public let notes: [NotebookProblem]
  public let cellCount: Int
  public let questionCount: Int
  /// The file with every recorded output replaced by what came.
  public let updatedText: String

  /// Outputs are recorded at this width.
  public static let layout = Layout(width: 80)

  /// - Parameter surroundings: what the document may speak of beside itself.
  public init(_ document: NotebookDocument, host: Host, surroundings: Surroundings = Surroundings()) {
    self.document = document
    let documents = [document] + document.examples
    var run = CheckRun(host: host, surroundings: surroundings)
    for document in documents { run.check(document) }
    findings = run.findings.sorted { $0.line < $1.line }
    notes = run.notes
    cellCount = documents.reduce(0) { $0 + $1.cells.count }
    questionCount = documents.reduce(0) { $0 + $1.questions.count }
    updatedText = RecordedOutputs.replacing(
      run.edits.sorted { $0.cell.firstLine < $1.cell.firstLine }, in: document.text)
  }

  /// What stands around a document.
  public struct Surroundings {
    /// Whether there is a file of that name, seen from the document.
    public var fileExists: (String) -> Bool
    /// The lessons of the course the document is part of; nothing where it is part of none.
    public var lessonNumbers: Set<Int>?

    public init(fileExists: @escaping (String) -> Bool = { _ in true }, lessonNumbers: Set<Int>? = nil) {
      self.fileExists = fileExists
      self.lessonNumbers = lessonNumbers
    }
  }
}
