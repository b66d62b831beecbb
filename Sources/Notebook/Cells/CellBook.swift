import Language

/// The cells of the notebook that is being worked in, in their order, and what each of them has done.
public final class CellBook {
  public internal(set) var items: [NotebookItem] = []
  let interpreter: Interpreter
  /// The memory before the first cell.
  private var beginning: Memory?
  /// Which value each name has behind the last cell.
  var versions = Versions()
  private var lastVersion = 0
  /// What can be undone, the last change last.
  var changes = ChangeLog()
  /// The file that the notebook was opened from or saved to last.
  var file: NotebookFile?
  /// Whether everything stands in that file.
  public internal(set) var isSaved = true
  /// More cells run, and are not kept.
  public static let limit = 100_000

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// The memory before the first cell, as it is when this is asked first.
  var base: Memory {
    let memory = beginning ?? interpreter.memory
    beginning = memory
    return memory
  }

  public var cells: [KeptCell] {
    items.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  var isFull: Bool { items.count >= Self.limit }

  func index(of number: Int) -> Int? {
    items.firstIndex { if case .cell(let cell) = $0 { cell.number == number } else { false } }
  }

  func cell(_ number: Int) -> KeptCell? {
    guard let index = index(of: number), case .cell(let cell) = items[index] else { return nil }
    return cell
  }

  /// Runs a cell in the memory as it is now.
  /// - Parameter versions: of the names in that memory.
  func perform(_ parsed: KeptCell.Parsed, number: Int, _ versions: Versions) -> CellRun {
    guard case .cell(let cell) = parsed else { return mistaken(parsed) }
    _ = base
    let use = interpreter.reach(of: cell.use)
    let (outcome, effects) = interpreter.runNoting(cell, number: number)
    // The remedy of an error may speak of any name there is.
    let inputs = versions.inputs(outcome.error == nil ? use : CellUse.everything)
    return CellRun(
      outcome: outcome, source: cell.source, effects: effects, inputs: inputs,
      versions: newVersions(effects.names(number: number)))
  }

  /// What comes of a cell that cannot be read.
  private func mistaken(_ parsed: KeptCell.Parsed) -> CellRun {
    var outcome = Outcome()
    var source = SourceText("")
    if case .mistake(let error, let text) = parsed { (outcome.error, source) = (error, text) }
    return CellRun(
      outcome: outcome, source: source, effects: Effects(), inputs: .some([:]), versions: [:])
  }

  private func newVersions(_ names: Set<String>) -> [String: Int] {
    lastVersion += 1
    return names.reduce(into: [:]) { $0[$1] = lastVersion }
  }

  /// Keeps a cell that has just run behind all others.
  func append(_ cell: KeptCell, isLesson: Bool) {
    guard !isFull else { return }
    if let run = cell.run { versions.apply(run, isStale: !cell.staleNames.isEmpty) }
    append(.cell(cell), isLesson)
  }

  func append(prose: String, isLesson: Bool) {
    guard !isFull, !prose.isEmpty else { return }
    append(.prose(prose), isLesson)
  }

  private func append(_ item: NotebookItem, _ isLesson: Bool) {
    items.append(item)
    isSaved = false
    changes.appended(isLesson: isLesson)
  }
}

// Which cell reads what from which.
extension CellBook {
  /// The names that a cell read, with the cells they came from: "`y` of cell 1".
  func sources(of cell: KeptCell) -> [String] {
    guard let run = cell.run, case .some(let inputs) = run.inputs else { return [] }
    return inputs.filter { $0.key != CellUse.settings }.sorted { $0.key < $1.key }
      .compactMap { name, version in producer(of: name, version).map { "`\(name)` of cell \($0)" } }
  }

  /// The cells that read what a cell gave a value to.
  func readers(of cell: KeptCell) -> [Int] {
    let made = cell.run?.versions ?? [:]
    return cells.filter { other in
      guard other.number != cell.number, case .some(let inputs)? = other.run?.inputs else { return false }
      return inputs.contains { name, version in made[name] == abs(version) }
    }.map(\.number)
  }

  private func producer(of name: String, _ version: Int) -> Int? {
    version == 0 ? nil : cells.first { $0.run?.versions[name] == abs(version) }?.number
  }

  /// The names that a run read from cells that are stale, each with its cell.
  func staleSources(of run: CellRun) -> [(name: String, cell: Int)] {
    guard case .some(let inputs) = run.inputs else { return [] }
    return inputs.filter { $0.value < 0 && $0.key != CellUse.settings }.sorted { $0.key < $1.key }
      .compactMap { name, version in producer(of: name, version).map { (name, $0) } }
  }
}
