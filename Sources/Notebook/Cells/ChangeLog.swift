/// The changes of the notebook that can be undone.
struct ChangeLog {
  enum Change {
    /// So many items came behind the others: what was typed together, or a page of a lesson.
    case appended(count: Int, isLesson: Bool)
    /// The items were others before, and perhaps those of another file.
    case replaced([NotebookItem], NotebookFile?, what: String)
  }

  private var changes: [Change] = []
  /// Whether the next item belongs to what was typed last.
  private var isOpen = false
  /// Older changes stay.
  private static let limit = 1_000

  /// What comes from here on is undone apart from what came before.
  mutating func beginStep() { isOpen = false }

  mutating func appended(isLesson: Bool) {
    if isOpen, case .appended(let count, isLesson: isLesson)? = changes.last {
      changes[changes.count - 1] = .appended(count: count + 1, isLesson: isLesson)
    } else {
      add(.appended(count: 1, isLesson: isLesson))
    }
    isOpen = true
  }

  /// - Parameter what: the change in a few words, such as "the edit of cell 3".
  mutating func replaced(_ items: [NotebookItem], _ file: NotebookFile?, what: String) {
    add(.replaced(items, file, what: what))
    isOpen = false
  }

  var last: Change? { changes.last }

  mutating func takeLast() -> Change? {
    isOpen = false
    return changes.popLast()
  }

  private mutating func add(_ change: Change) {
    changes.append(change)
    if changes.count > 2 * Self.limit { changes.removeFirst(Self.limit) }
  }
}
