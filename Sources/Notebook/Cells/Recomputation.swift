import Language

/// What came of bringing the cells up to date.
struct Recomputation {
  /// The cells that ran, in their order, and those of them that now show something else.
  var ran: [KeptCell] = []
  var changed: Set<Int> = []
  /// The cells that are stale or have not run.
  var behind: [Int] = []
  /// Whether the reader stopped it.
  var isStopped = false
}

extension CellBook {
  /// Makes the memory what running the cells from the first to the last would make it. A cell runs only where it has
  /// not run yet, where what it reads has changed, or where it is forced to; of the others, what they did is known.
  ///
  /// With `set reactive off` the cells whose inputs have changed keep what they did and are stale.
  func settle(forced: Set<Int> = []) -> Recomputation {
    var walk = CellWalk(self, forced: forced)
    for index in items.indices {
      guard case .cell(let cell) = items[index] else { continue }
      items[index] = .cell(walk.pass(cell))
    }
    interpreter.memory = walk.memory
    versions = walk.versions
    return walk.result
  }
}

/// Goes through the cells from the first to the last.
private struct CellWalk {
  private let book: CellBook
  private let forced: Set<Int>
  private let isReactive: Bool
  private(set) var memory: Memory
  private(set) var versions = Versions()
  private(set) var result = Recomputation()
  /// Whether a cell of the present block has failed, so that the rest of the block does not run.
  private var blockFailed = false

  init(_ book: CellBook, forced: Set<Int>) {
    (self.book, self.forced) = (book, forced)
    isReactive = book.interpreter.settings.reactive
    memory = book.base
  }

  mutating func pass(_ cell: KeptCell) -> KeptCell {
    var cell = cell
    if !cell.joinsPrevious { blockFailed = false }
    if blockFailed {
      (cell.run, cell.staleNames) = (nil, [])
      result.behind.append(cell.number)
      return cell
    }
    cell.staleNames = cell.run.map { versions.changed(since: $0) } ?? []
    if wants(cell) { run(&cell) }
    guard let run = cell.run else {
      result.behind.append(cell.number)
      return cell
    }
    let isStale = !cell.staleNames.isEmpty
    if isStale { result.behind.append(cell.number) }
    memory.apply(run.effects, number: cell.number)
    versions.apply(run, isStale: isStale)
    blockFailed = run.outcome.error != nil
    return cell
  }

  private func wants(_ cell: KeptCell) -> Bool {
    if result.isStopped { return false }
    if forced.contains(cell.number) || cell.run == nil { return true }
    // What the reader has stopped would be stopped again.
    let wasStopped = cell.run?.outcome.error?.code == .cancelled
    return isReactive && !cell.staleNames.isEmpty && !wasStopped
  }

  private mutating func run(_ cell: inout KeptCell) {
    let interpreter = book.interpreter
    interpreter.memory = memory
    var host = interpreter.host.confined(as: cell.confinedTo)
    host.readingPlaces = cell.places
    let old = cell
    var run = interpreter.within(host) { book.perform(old.parsed, number: old.number, versions) }
    if run.outcome.error?.code == .cancelled {
      result.isStopped = true
      // It keeps what it has shown before, if it has.
      if old.run != nil { return }
    }
    if let before = old.run ?? old.former { run.keepVersions(of: before, number: cell.number) }
    (cell.run, cell.former) = (run, nil)
    cell.staleNames = versions.changed(since: run)
    result.ran.append(cell)
    if cell.shownText != old.shownText { result.changed.insert(cell.number) }
  }
}

extension CellRun {
  /// Gives the names that have the same value as after another run the same version, so that nothing that depends on
  /// them has to run.
  mutating func keepVersions(of other: CellRun, number: Int) {
    for (name, version) in other.versions
    where versions[name] != nil && effects.agrees(with: other.effects, on: name, number: number) {
      versions[name] = version
    }
  }
}

extension KeptCell {
  /// What it shows, for comparison.
  fileprivate var shownText: String { output(width: 80).plainText() }
}
