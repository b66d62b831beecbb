/// Which group is best, and whether the seeds bear it out.
struct RunVerdict {
  private let result: ManyRunsResult
  private static let mostNamed = 6

  init(_ result: ManyRunsResult) { self.result = result }

  /// The place of the group that is best by the measure that counts most.
  var best: Int? { result.variesData ? nil : result.measures.first.flatMap { ranking($0).first } }

  var sentences: [String] {
    if result.variesData {
      return [
        "Each value makes a data set of its own, so the numbers say how hard the data are, not which value to choose."
      ]
    }
    // What was stopped may have tried some values with more seeds than others, or not at all.
    if result.isCancelled, result.varied != "loss" || result.endedSeeds.fewest == 0 { return [] }
    let verdicts = result.measures.compactMap(verdict)
    let luck = result.seeds == 1 && !verdicts.isEmpty
    return verdicts
      + (luck ? ["With one seed that may be luck; seeds=20 shows how far the seeds spread."] : [])
  }

  /// The groups from the best median to the worst; those without one are left out.
  private func ranking(_ measure: Measure) -> [Int] {
    let medians = result.groups.map { measure.quartiles($0)?.median ?? .nan }
    return medians.indices.filter { medians[$0].isFinite }
      .sorted { measure.prefers(medians[$0], to: medians[$1]) || medians[$0] == medians[$1] && $0 < $1 }
  }

  private func verdict(_ measure: Measure) -> String? {
    let order = ranking(measure)
    guard let best = order.first, result.groups.count > 1 else { return nil }
    let group = result.groups[best]
    let value = ManyRunsTable.text(measure.quartiles(group)?.median ?? .nan)
    let equal = order.dropFirst().filter {
      measure.quartiles(result.groups[$0])?.median == measure.quartiles(group)?.median
    }
    let median = result.seeds > 1 ? "median " : ""
    let first =
      "Best \(result.isCancelled ? "so far " : "")by \(measure.name): \(name(best)), \(median)\(value)."
    let tie =
      equal.isEmpty ? "" : " \(listed(equal.map(name), "and")) \(equal.count == 1 ? "is" : "are") as good."
    return first + tie + pairs(measure, best, order) + failures + edge(best)
  }

  private func name(_ group: Int) -> String {
    result.varied == "loss" ? result.groups[group].name : "\(result.varied) = \(result.groups[group].name)"
  }

  /// The best against each of the others, seed by seed: what the same seed does to both is no difference.
  private func pairs(_ measure: Measure, _ best: Int, _ order: [Int]) -> String {
    guard result.seeds > 1 else { return "" }
    // Of many values the one that comes next is what matters; of losses the reader named all.
    let others = order.dropFirst().prefix(result.varied == "loss" ? Self.mostNamed : 1)
    let tests = others.map { ($0, PairedSeeds(measure, result.groups[best], result.groups[$0])) }
    func list(_ tests: [(Int, PairedSeeds)]) -> String {
      listed(tests.map { "\(name($0.0)) (\($0.1.tally))" }, "and")
    }
    let clear = tests.filter(\.1.isClear)
    let short = tests.filter { $0.1.isTooShort && $0.1.isEverySeed }
    let open = tests.filter { !$0.1.isClear && !($0.1.isTooShort && $0.1.isEverySeed) }
    let direction = measure.isHigherBetter ? "higher" : "lower"
    var text = ""
    if !clear.isEmpty {
      text +=
        " With the same seed it ends \(direction) than \(list(clear)): more often than chance would have it."
    }
    if let seeds = short.map(\.1.count).max() {
      let also =
        clear.isEmpty ? "With every seed it ends \(direction)" : "With every seed it also ends \(direction)"
      text +=
        " \(also) than \(listed(short.map { name($0.0) }, "and")), but \(counted(seeds, "seed")) "
        + "\(seeds == 1 ? "is" : "are") too few to tell that from chance."
    }
    if !open.isEmpty {
      let more = open.contains { $0.1.isTooShort } ? "; more seeds might" : ""
      text +=
        " Whether it is \(clear.isEmpty ? "" : "also ")better than \(list(open)), these seeds do not show\(more)."
    }
    return text
  }

  /// The groups of which no run went well.
  private var failures: String {
    let failed = result.groups.indices.filter {
      let ended = result.groups[$0].ended.count
      return ended > 0 && result.groups[$0].diverged == ended
    }
    guard !failed.isEmpty else { return "" }
    return
      " \(listed(failed.map(name), "and")) diverged\(result.seeds > 1 ? " with every seed" + (result.isCancelled ? " so far" : "") : "")."
  }

  /// A best value at the end of the range has neighbours on one side only.
  private func edge(_ best: Int) -> String {
    guard let values = result.values, values.count > 1, values[best] != 0 else { return "" }
    if values[best] == values.max() {
      return " It is the largest value tried: larger ones may be better still."
    }
    if values[best] == values.min() {
      return " It is the smallest value tried: smaller ones may be better still."
    }
    return ""
  }
}

/// Two groups held against each other seed by seed.
struct PairedSeeds {
  /// Seeds in which the first is better, and in which the second is.
  let wins: Int
  let losses: Int
  /// Seeds that both have, ties among them.
  let count: Int

  init(_ measure: Measure, _ first: RunGroup, _ second: RunGroup) {
    let pairs = zip(measure.values(first), measure.values(second)).filter { !$0.isNaN && !$1.isNaN }
    wins = pairs.count { measure.prefers($0, to: $1) }
    losses = pairs.count { measure.prefers($1, to: $0) }
    count = pairs.count
  }

  init(wins: Int, losses: Int, count: Int) { (self.wins, self.losses, self.count) = (wins, losses, count) }

  /// The wins in words. Ties are told, since they change how many wins it takes.
  var tally: String {
    let ties = count - wins - losses
    return "\(wins) of \(count)" + (ties > 0 ? ", \(ties) equal" : "")
  }

  /// Whether a fair coin would come up as one-sidedly in less than one case of twenty: the two-sided sign test, in
  /// which ties say nothing.
  var isClear: Bool { wins > losses && SignTest.probability(wins, losses) < 0.05 }

  /// Whether it is better in every seed, without a tie.
  var isEverySeed: Bool { wins > 0 && wins == count }

  /// Whether even a win in every seed would have shown nothing.
  var isTooShort: Bool { SignTest.probability(wins + losses, 0) >= 0.05 }
}

/// The two-sided sign test.
enum SignTest {
  /// How often a fair coin, thrown `a + b` times, is at least as one-sided as `a` heads and `b` tails.
  static func probability(_ a: Int, _ b: Int) -> Double {
    let throwsInAll = a + b
    guard throwsInAll > 0 else { return 1 }
    guard throwsInAll <= 1_000 else {
      // Far beyond that the exact sum starts from numbers below the smallest double; three deviations suffice.
      let deviations = (Double(abs(a - b)) - 1) / Double(throwsInAll).squareRoot()
      return deviations > 1.96 ? 0 : 1
    }
    var term = 1.0
    for _ in 0..<throwsInAll { term /= 2 }
    var sum = 0.0
    for heads in 0...min(a, b) {
      sum += term
      term *= Double(throwsInAll - heads) / Double(heads + 1)
    }
    return min(1, 2 * sum)
  }
}
