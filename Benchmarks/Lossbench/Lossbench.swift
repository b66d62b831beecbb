/// Measures Lossbook beside floors taken in the same run. Everything is a ratio of medians, since machines differ and
/// are shared; the times are printed to give the ratios a scale. `lossbench demos typed` measures two of the parts
/// demos, typed, losses and processes.
@main
struct Lossbench {
  static func main() {
    print(
      "Each figure is the median of its runs; the ratio is to the floor beside it, measured in turn with it.\n"
    )
    let wanted = Set(CommandLine.arguments.dropFirst())
    func measures(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }
    if measures("demos") { DemoBenchmark.run() }
    if measures("typed") { TypedLossBenchmark.run() }
    if measures("losses") { LossBenchmark.run() }
    if measures("processes") { ProcessBenchmark.run() }
  }
}
