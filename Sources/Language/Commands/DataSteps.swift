import Training

/// What may be done to any data set, in this order: split, standardise, spoil some training rows.
enum DataSteps {
  static let options: [(name: String, summary: String)] = [
    ("split", "the share of the rows that train: the first ones; 0.5 where nothing is said"),
    (
      "standardize",
      "on: columns have mean 0 and deviation 1 over all rows; train: over the training rows only; off"
    ),
    ("outliers", "the share of training targets moved by 10 standard deviations, up or down (regression)"),
    ("label_noise", "the share of training rows that get a wrong class"),
  ]
  static let names = options.map(\.name)

  /// - Parameters:
  ///   - standardizes: what `standardize` is where it is not given.
  ///   - shuffles: whether `shuffle=on` mixes the rows before the split.
  static func apply(
    to data: Dataset, _ o: OptionReader, standardizes: Bool = false, shuffles: Bool = false
  ) throws(Diagnostic) -> Dataset {
    var data = data
    let seed = try seed(o)
    let mixes = shuffles ? try o.flag("shuffle") ?? false : false
    if shuffles { try checkSeed(o, mixes) }
    if let division = try division(o, mixes: mixes) {
      data = try step(o, o.has("split") ? "split" : "shuffle") { () throws(DataError) in
        try data.split(share: division.share, seed: division.seed)
      }
    }
    if let rows = try standardiser(o, standardizes) {
      if rows == .training {
        data = try step(o, "standardize") { () throws(DataError) in try data.filled(fittedOn: rows) }
      }
      data = data.standardised(fittedOn: rows)
    }
    if let share = try o.number("outliers") {
      data = try step(o, "outliers") { () throws(DataError) in
        try data.withOutliers(share: share, seed: seed)
      }
    }
    if let share = try o.number("label_noise") {
      data = try step(o, "label_noise") { () throws(DataError) in
        try data.withLabelNoise(share: share, seed: seed)
      }
    }
    return data
  }

  /// How the rows are divided where the line says so.
  private static func division(
    _ o: OptionReader, mixes: Bool
  ) throws(Diagnostic) -> (share: Double, seed: UInt32?)? {
    guard mixes || o.has("split") else { return nil }
    return (try o.number("split") ?? 0.5, mixes ? try seed(o) : nil)
  }

  /// The seed of a data set: where a training run has one of its own, `data_seed`.
  static func seedName(_ o: OptionReader) -> String { o.call.verb == "data" ? "seed" : "data_seed" }

  private static func seed(_ o: OptionReader) throws(Diagnostic) -> UInt32 {
    UInt32(clamping: try o.integer(seedName(o), 0...Int(UInt32.max)) ?? o.settings.seed)
  }

  /// A seed that nothing would look at is a slip.
  private static func checkSeed(_ o: OptionReader, _ mixes: Bool) throws(Diagnostic) {
    guard o.has("seed"), !mixes, !o.has("outliers"), !o.has("label_noise") else { return }
    throw o.bad(
      "seed", "nothing is random here", hint: "`seed` goes with shuffle=on, outliers= or label_noise=")
  }

  private static func standardiser(
    _ o: OptionReader, _ standardizes: Bool
  ) throws(Diagnostic) -> StandardiserRows? {
    guard let expression = o.expression("standardize") else { return standardizes ? .all : nil }
    switch expression.kind {
    case .name("on"), .truth(true): return .all
    case .name("off"), .truth(false): return nil
    case .name("train"): return .training
    default:
      throw o.bad(
        "standardize", "`standardize` is on, train or off",
        hint: "standardize=train takes means and deviations from the training rows only")
    }
  }

  private static func step(
    _ o: OptionReader, _ option: String, _ change: () throws(DataError) -> Dataset
  ) throws(Diagnostic) -> Dataset {
    do throws(DataError) { return try change() } catch { throw Diagnostic(error, o, option: option) }
  }
}
