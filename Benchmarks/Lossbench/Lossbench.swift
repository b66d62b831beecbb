/// Measures Lossbook beside floors taken in the same run. Everything is a ratio of medians, since machines differ and
/// are shared; the times are printed to give the ratios a scale. `lossbench demos typed` measures two of the parts;
/// `libraries` measures what it compares too.
@main
struct Lossbench {
  private static let parts = ["start", "script", "losses", "small", "demos", "typed", "libraries"]

  static func main() {
    let wanted = Set(CommandLine.arguments.dropFirst())
    guard wanted.isSubset(of: parts) else {
      return print("The parts are " + parts.joined(separator: ", ") + ".")
    }
    print(
      "Each figure is processor time, the median of its runs; the ratio is to the floor measured in turn with it."
    )
    func measures(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }
    func compares(_ part: String) -> Bool { measures(part) || measures("libraries") }
    var ours: [String: Double] = [:]
    if measures("start") { ProcessBenchmark.start() }
    if compares("script") { ours.merge(ProcessBenchmark.script()) { $1 } }
    if compares("losses") { ours.merge(LossBenchmark.large()) { $1 } }
    if compares("small") { ours.merge(LossBenchmark.small()) { $1 } }
    if compares("demos") { ours.merge(DemoBenchmark.run()) { $1 } }
    if measures("typed") { TypedLossBenchmark.run() }
    if measures("libraries") { LibraryBenchmark.run(ours) }
  }
}
