import Training

/// Many runs as a table: the medians over the seeds, and the middle half beside what ranks the groups.
struct ManyRunsTable {
  private let result: ManyRunsResult

  init(_ result: ManyRunsResult) { self.result = result }

  /// What was trained, and how the numbers are to be read.
  var headline: String {
    let seeds = result.seeds
    let last = result.firstSeed + seeds - 1
    let epochs = Set(result.options.map(\.epochs))
    let what = result.varied == "loss" ? "" : "\(result.objectives.first?.name ?? ""), "
    let length = epochs.count == 1 ? ", " + counted(epochs.first ?? 0, "epoch") : ""
    let each =
      seeds == 1
      ? "one run each with seed \(last)"
      : result.isCancelled
        ? "the first \(ended) of \(seeds) seeds each" : "\(seeds) seeds each, \(result.firstSeed) to \(last)"
    let reading = seeds == 1 ? "" : " Medians, with the middle half of the seeds."
    return "\(result.data): \(what)\(each)\(length).\(reading)"
  }

  /// How many seeds there are of each group, where somebody stopped them: every group has about as many.
  private var ended: String {
    let (fewest, most) = result.endedSeeds
    return fewest == most ? "\(most)" : "\(fewest) \(most - fewest == 1 ? "or" : "to") \(most)"
  }

  var pieces: [Piece] {
    guard result.metric == .mse, !result.isOneLoss else { return [.table(table(shared + losses))] }
    return [
      .table(table(shared)), .text("Each by its own loss, in its own unit:"),
      .table(table([own(.trainLoss), own(.testLoss)].flatMap { $0 })),
    ]
  }

  private typealias Column = (name: String, text: (RunGroup) -> String)

  private func table(_ columns: [Column]) -> Table {
    Table(
      header: [result.varied] + columns.map(\.name),
      rows: result.groups.map { group in [group.name] + columns.map { $0.text(group) } })
  }

  private var shared: [Column] { result.measures.flatMap(own) + diverged }

  private var losses: [Column] {
    let isRanked = result.measures.contains { $0.name == Measure.testLoss.name }
    return [median(.trainLoss)] + (isRanked ? [] : [median(.testLoss)])
  }

  private func own(_ measure: Measure) -> [Column] {
    guard result.seeds > 1 else { return [median(measure)] }
    let middle: Column = (
      "middle half",
      { group in
        guard let quartiles = measure.quartiles(group), quartiles.median.isFinite else { return "-" }
        return "\(Self.text(quartiles.low, digits: 3))..\(Self.text(quartiles.high, digits: 3))"
      }
    )
    return [median(measure), middle]
  }

  private func median(_ measure: Measure) -> Column {
    (measure.name, { group in measure.quartiles(group).map { Self.text($0.median) } ?? "-" })
  }

  private var diverged: [Column] {
    guard result.groups.contains(where: { $0.diverged > 0 }) else { return [] }
    return [("diverged", { "\($0.diverged) of \($0.ended.count)" })]
  }

  static func text(_ x: Double, digits: Int = 4) -> String {
    x.isFinite ? NumberFormat.text(x, digits: digits) : "-"
  }
}
