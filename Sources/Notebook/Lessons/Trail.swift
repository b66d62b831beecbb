import Language

/// The cells that gave names a value while a lesson was open, so that an answer can be kept with those it rests on.
struct Trail {
  private var entries: [(cell: Cell, isLearners: Bool)] = []

  /// - Parameter isLearners: whether the learner typed it; what a lesson runs comes again by itself.
  mutating func add(_ cell: Cell, isLearners: Bool) {
    if !cell.assignedNames.isEmpty { entries.append((cell, isLearners)) }
  }

  /// Forgets the last cell: its variables are as they were before it.
  mutating func dropLast(_ cell: Cell) {
    if entries.last?.cell.text == cell.text { entries.removeLast() }
  }

  /// The text of an answer: the learner's cells that `names` come from, and the cell that completed it.
  func answer(_ last: Cell, _ names: Set<String>) -> String {
    var open = names.union(last.usedNames).subtracting(last.freshNames)
    var kept = [last.text]
    let before = entries.last?.cell.text == last.text ? entries.dropLast() : entries[...]
    for (cell, isLearners) in before.reversed() where !cell.assignedNames.isDisjoint(with: open) {
      open.subtract(cell.freshNames)
      guard isLearners else { continue }
      open.formUnion(cell.usedNames.subtracting(cell.freshNames))
      kept.append(cell.text)
    }
    return kept.reversed().joined(separator: "\n")
  }

  /// What was typed so far belongs to an answer that is kept.
  mutating func settle() { entries = entries.map { ($0.cell, false) } }
}
