/// Measures Lossbook beside floors taken in the same run. Everything is a ratio of medians, since machines differ and
/// are shared; the times are printed to give the ratios a scale.
@main
struct Lossbench {
  static func main() {
    print(
      "Each figure is the median of its runs; the ratio is to the floor beside it, measured in turn with it.\n"
    )
    DemoBenchmark.run()
    LossBenchmark.run()
    ProcessBenchmark.run()
  }
}
