import Language

/// What is told of cells that ran because others changed.
struct RecomputationText {
  private let recomputation: Recomputation
  private let width: Int
  /// More outputs are left to be looked at.
  private static let mostShown = 12

  init(_ recomputation: Recomputation, width: Int) {
    (self.recomputation, self.width) = (recomputation, width)
  }

  /// - Parameters:
  ///   - shown: cells whose outputs are shown in any case.
  ///   - left: cells that nothing is told of.
  func pieces(showing shown: Set<Int> = [], without left: Set<Int> = []) -> [Piece] {
    let ran = recomputation.ran
    var pieces: [Piece] = []
    for cell in ran where shown.contains(cell.number) { pieces += [cell.typed] + cell.output(width: width) }
    let others = ran.filter { !shown.contains($0.number) && !left.contains($0.number) }
    let changed = others.filter { recomputation.changed.contains($0.number) }
    for cell in changed.prefix(Self.mostShown) { pieces += [cell.typed] + cell.output(width: width) }
    return pieces + sentences(others, changed)
  }

  private func sentences(_ others: [KeptCell], _ changed: [KeptCell]) -> [Piece] {
    var sentences: [String] = []
    let same = others.filter { !recomputation.changed.contains($0.number) }
    if !same.isEmpty {
      let numbers = CellNumbers.text(same.map(\.number), capital: true)
      sentences.append(
        "\(numbers) \(same.count == 1 ? "was" : "were") computed again and \(same.count == 1 ? "shows" : "show") the same."
      )
    }
    let more = changed.dropFirst(Self.mostShown)
    if !more.isEmpty {
      let numbers = CellNumbers.text(more.map(\.number), capital: true)
      sentences.append("\(numbers) \(more.count == 1 ? "has a new output" : "have new outputs") too.")
    }
    if recomputation.isStopped { sentences.append("Stopped.") }
    if !recomputation.behind.isEmpty {
      let numbers = CellNumbers.text(recomputation.behind, capital: true)
      let (areStale, them) = recomputation.behind.count == 1 ? ("is stale", "it") : ("are stale", "them")
      sentences.append("\(numbers) \(areStale); `rerun stale` computes \(them).")
    }
    return sentences.isEmpty ? [] : [MarkdownPieces.sentence(sentences.joined(separator: " "), .muted)]
  }
}
