import Language

/// Which value each name has at some place of the notebook, without the value: the number of the run that made it.
///
/// A cell is up to date as long as the names it read have the versions it read. The version that a stale cell made is
/// written with a minus, so that what depends on it is stale too.
struct Versions: Equatable {
  private(set) var byName: [String: Int] = [:]

  subscript(name: String) -> Int { byName[name] ?? 0 }

  /// What follows a run of a cell.
  mutating func apply(_ run: CellRun, isStale: Bool) {
    for (name, version) in run.versions { byName[name] = isStale ? -abs(version) : version }
  }

  /// The names that a cell is about to read, with their versions.
  func inputs(_ use: CellUse) -> CellRun.Inputs {
    if use.isOfEverything { return .everything(byName) }
    return .some(use.names.reduce(into: [:]) { $0[$1] = self[$1] })
  }

  /// The names that a run read and that are different now, sorted.
  func changed(since run: CellRun) -> [String] {
    switch run.inputs {
    case .some(let inputs): inputs.filter { isChanged($0.key, $0.value) }.map(\.key).sorted()
    case .everything(let inputs):
      Set(inputs.keys).union(byName.keys).filter { isChanged($0, inputs[$0] ?? 0) }.sorted()
    }
  }

  private func isChanged(_ name: String, _ version: Int) -> Bool { self[name] != version || self[name] < 0 }
}
