import Training

/// A data set that can be asked for by name, with scikit-learn's parameters.
struct DataSource: Sendable {
  let name: String
  let summary: String
  /// What the generator itself takes, beside its seed and `shuffle`.
  let parameters: [String]
  /// Whether its rows come in an order that `shuffle` mixes.
  var hasOrder = true
  /// What the tutorial's demo on it uses.
  let epochs: Int
  let hidden: [Int]
  /// Whether a training run standardises it where nothing is said.
  var standardizes = false
  let generate: @Sendable (GeneratorOptions) throws(DataError) -> Dataset

  /// The options where a training run has a seed and a `shuffle` of its own.
  var options: [String] { parameters + ["data_seed", "deterministic"] + DataSteps.names }
  /// The same in `data`.
  var ownOptions: [String] { generatorOptions + DataSteps.names }
  var generatorOptions: [String] {
    parameters + ["seed"] + (hasOrder ? ["shuffle"] : []) + ["deterministic"]
  }

  static let all: [DataSource] = [
    DataSource(
      name: "regression", summary: "a number to predict from 20 features, 10 of which matter",
      parameters: ["n", "features", "informative", "noise", "bias"], epochs: 100, hidden: [25],
      standardizes: true
    ) { (o) throws(DataError) in
      try .regression(
        rows: o.rows, columns: o.count("features", 20), informative: o.count("informative", 10),
        bias: o.real("bias", 0), noise: o.real("noise", 0.1), shuffle: o.shuffle, seed: o.seed(1))
    },
    DataSource(
      name: "circles", summary: "two classes: a ring inside a ring", parameters: ["n", "noise", "factor"],
      epochs: 200, hidden: [50]
    ) { (o) throws(DataError) in
      try .circles(
        rows: o.rows, noise: o.real("noise", 0.1), factor: o.real("factor", 0.8), shuffle: o.shuffle,
        seed: o.seed(1))
    },
    DataSource(
      name: "blobs", summary: "three classes: round clouds that overlap",
      parameters: ["n", "features", "centers", "std"], epochs: 100, hidden: [50]
    ) { (o) throws(DataError) in
      try .blobs(
        rows: o.rows, columns: o.count("features", 2), centers: o.count("centers", 3),
        deviation: o.real("std", 2), shuffle: o.shuffle, seed: o.seed(2))
    },
    DataSource(
      name: "moons", summary: "two classes: two half-moons that reach into each other",
      parameters: ["n", "noise"], epochs: 200, hidden: [50]
    ) { (o) throws(DataError) in
      try .moons(rows: o.rows, noise: o.real("noise", 0.1), shuffle: o.shuffle, seed: o.seed(1))
    },
    DataSource(
      name: "friedman1", summary: "a number that depends on 5 of 10 features along curves",
      parameters: ["n", "features", "noise"], hasOrder: false, epochs: 100, hidden: [25], standardizes: true
    ) { (o) throws(DataError) in
      try .friedman1(
        rows: o.rows, columns: o.count("features", 10), noise: o.real("noise", 1), seed: o.seed(1))
    },
    DataSource(
      name: "gaussian_quantiles", summary: "three classes: a round cloud cut into rings of equal size",
      parameters: ["n", "features", "classes", "variance"], epochs: 100, hidden: [50]
    ) { (o) throws(DataError) in
      try .gaussianQuantiles(
        rows: o.rows, columns: o.count("features", 2), classes: o.count("classes", 3),
        variance: o.real("variance", 1), shuffle: o.shuffle, seed: o.seed(1))
    },
  ]

  static func named(_ name: String) -> DataSource? { all.first { $0.name == name } }

  /// The data set that the options ask for.
  func make(_ reader: OptionReader) throws(Diagnostic) -> Dataset {
    let options = try GeneratorOptions(reader)
    let data: Dataset
    do throws(DataError) {
      data =
        try options.isDeterministic
        ? .deterministic { () throws(DataError) in try generate(options) } : generate(options)
    } catch {
      throw Diagnostic(error, reader)
    }
    return try DataSteps.apply(to: data, reader, standardizes: standardizes && reader.call.verb == "train")
  }
}

/// What a generator is asked for, read and checked before it runs.
struct GeneratorOptions {
  let rows: Int
  let shuffle: Bool
  /// Whether the rows shall have the same bits on every machine rather than scikit-learn's on this one.
  let isDeterministic: Bool
  private let givenSeed: UInt32?
  private var counts: [String: Int] = [:]
  private var reals: [String: Double] = [:]

  init(_ o: OptionReader) throws(Diagnostic) {
    for name in ["features", "informative", "centers", "classes"] {
      counts[name] = try o.integer(name, 0...Int.max)
    }
    for name in ["noise", "bias", "factor", "std", "variance"] { reals[name] = try o.number(name) }
    let n = try o.number("n") ?? 1000
    guard let rows = Int(exactly: n) else {
      throw o.bad("n", "`n` is a whole number, not \(NumberFormat.text(n))")
    }
    self.rows = rows
    shuffle = try o.call.verb == "data" ? o.flag("shuffle") ?? true : true
    isDeterministic = try o.flag("deterministic") ?? false
    givenSeed = try o.integer(DataSteps.seedName(o), 0...Int(UInt32.max)).map { UInt32($0) }
  }

  func count(_ name: String, _ standard: Int) -> Int { counts[name] ?? standard }
  func real(_ name: String, _ standard: Double) -> Double { reals[name] ?? standard }
  func seed(_ standard: UInt32) -> UInt32 { givenSeed ?? standard }
}
