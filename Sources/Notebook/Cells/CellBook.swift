import Language

/// The cells of the notebook that is being worked in, in their order, and what each of them has done.
public final class CellBook {
  public internal(set) var items: [NotebookItem] = []
  let interpreter: Interpreter
  /// Which value each name has behind the last cell.
  var versions = Versions()
  private var lastVersion = 0
  /// More cells run, and are not kept.
  public static let limit = 100_000

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  public var cells: [KeptCell] {
    items.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  var isFull: Bool { items.count >= Self.limit }

  /// Runs a cell where the notebook is now, without keeping it yet.
  func perform(_ cell: Cell, number: Int) -> CellRun {
    let before = versions
    let use = interpreter.reach(of: cell.use)
    let (outcome, effects) = interpreter.runNoting(cell, number: number)
    // The remedy of an error may speak of any name there is.
    let inputs = before.inputs(outcome.error == nil ? use : CellUse.everything)
    return CellRun(
      outcome: outcome, source: cell.source, effects: effects, inputs: inputs,
      versions: newVersions(effects.names(number: number)))
  }

  /// What is left of a cell that cannot be read.
  func mistaken(_ error: Diagnostic, _ source: SourceText) -> CellRun {
    var outcome = Outcome()
    outcome.error = error
    return CellRun(
      outcome: outcome, source: source, effects: Effects(), inputs: .some([:]), versions: [:])
  }

  private func newVersions(_ names: Set<String>) -> [String: Int] {
    lastVersion += 1
    return names.reduce(into: [:]) { $0[$1] = lastVersion }
  }

  /// Keeps a cell that has just run behind all others.
  func append(_ cell: KeptCell) {
    guard !isFull else { return }
    if let run = cell.run { versions.apply(run, isStale: false) }
    items.append(.cell(cell))
  }

  func append(prose: String) {
    guard !isFull, !prose.isEmpty else { return }
    items.append(.prose(prose))
  }
}

// Which cell reads what from which.
extension CellBook {
  /// The names that a cell read, with the cells they came from: "`y` of cell 1".
  func sources(of cell: KeptCell) -> [String] {
    guard let run = cell.run, case .some(let inputs) = run.inputs else { return [] }
    return inputs.filter { $0.key != CellUse.settings }.sorted { $0.key < $1.key }.compactMap {
      name, version in
      producer(of: version).map { "`\(name)` of cell \($0)" }
    }
  }

  /// The cells that read what a cell gave a value to.
  func readers(of cell: KeptCell) -> [Int] {
    let made = Set(cell.run.map { Array($0.versions.values) } ?? [])
    return cells.filter { other in
      guard other.number != cell.number, case .some(let inputs)? = other.run?.inputs else { return false }
      return inputs.values.contains { made.contains(abs($0)) }
    }.map(\.number)
  }

  private func producer(of version: Int) -> Int? {
    version == 0 ? nil : cells.first { $0.run?.versions.values.contains(abs(version)) ?? false }?.number
  }
}
