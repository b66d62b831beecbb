import Language

/// A lesson: a notebook that is read step by step.
public struct Lesson: Sendable {
  /// What is shown and run at one `next`.
  public struct Step: Sendable {
    public var prose: [MarkdownNode] = []
    public var cells: [NotebookCell] = []
    var isEmpty: Bool { prose.isEmpty && cells.isEmpty }
  }

  public let title: String
  public let steps: [Step]

  public init(_ document: NotebookDocument) {
    title = document.title
    steps = Self.steps(document.blocks)
  }

  /// A step is prose and the cells right after it; a page break ends one too.
  private static func steps(_ blocks: [NotebookDocument.Block]) -> [Step] {
    var steps: [Step] = []
    var step = Step()
    func close() {
      if !step.isEmpty { steps.append(step) }
      step = Step()
    }
    for block in blocks {
      switch block {
      case .prose(let node):
        if !step.cells.isEmpty { close() }
        step.prose.append(node)
      case .cell(let cell): step.cells.append(cell)
      case .question: break
      case .pageBreak: close()
      }
    }
    close()
    return steps
  }
}
