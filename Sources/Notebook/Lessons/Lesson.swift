import Language

/// A lesson: a notebook that is read step by step.
public struct Lesson: Sendable {
  /// What is shown and run at one `next`.
  public struct Step: Sendable {
    public var prose: [MarkdownNode] = []
    public var cells: [NotebookCell] = []
    /// The question that ends the step.
    public var question: Question?
    var isEmpty: Bool { prose.isEmpty && cells.isEmpty && question == nil }
    /// Whether what it shows or asks may come from names.
    var readsNames: Bool { !cells.isEmpty || question?.kind.isCode == true }

    /// What the step is found by when the lesson has changed.
    var fingerprint: String {
      Fingerprint.of(
        prose.map(\.plainText).joined(separator: " ") + " " + cells.map(\.code).joined(separator: " ") + " "
          + (question?.id ?? ""))
    }
  }

  public let title: String
  public let steps: [Step]
  public var questions: [Question] { steps.compactMap(\.question) }

  public init(_ document: NotebookDocument) {
    title = document.title
    steps = Self.steps(document.blocks)
  }

  /// A step is prose and the cells right after it; a page break or a question ends one too.
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
      case .question(let question):
        step.question = question
        close()
      case .pageBreak: close()
      }
    }
    close()
    return steps
  }

  /// Where a learner was: the step with that fingerprint, or else the one with that number.
  func step(_ state: CourseProgress.LessonState) -> Int {
    if steps.indices.contains(state.step), steps[state.step].fingerprint == state.fingerprint {
      return state.step
    }
    return steps.firstIndex { $0.fingerprint == state.fingerprint }
      ?? max(0, min(state.step, steps.count - 1))
  }
}
