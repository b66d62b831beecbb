import Training

/// A data set that can be asked for by name, with scikit-learn's parameters.
struct DataSource: Sendable {
  let name: String
  let summary: String
  /// The options it takes.
  let options: [String]
  /// The same where no training has a seed of its own.
  var ownOptions: [String] { options.map { $0 == "data_seed" ? "seed" : $0 } }
  /// What the tutorial's demo on it uses.
  let epochs: Int
  let hidden: [Int]
  let make: @Sendable (OptionReader) throws(Diagnostic) -> Dataset

  static let all: [DataSource] = [
    DataSource(
      name: "regression", summary: "a number to predict from 20 features, 10 of which matter",
      options: ["n", "features", "informative", "noise", "bias", "data_seed", "standardize"], epochs: 100,
      hidden: [25]
    ) { (o) throws(Diagnostic) in
      let data = try building(o) { (n, seed) throws(DataError) in
        try .regression(
          rows: n, columns: Numbers.count("features", o) ?? 20,
          informative: Numbers.count("informative", o) ?? 10,
          bias: Numbers.real("bias", o) ?? 0, noise: Numbers.real("noise", o) ?? 0.1, seed: seed ?? 1)
      }
      return try o.flag("standardize") ?? (o.call.verb == "train") ? data.standardised() : data
    },
    DataSource(
      name: "circles", summary: "two classes: a ring inside a ring",
      options: ["n", "noise", "factor", "data_seed"], epochs: 200, hidden: [50]
    ) { (o) throws(Diagnostic) in
      try building(o) { (n, seed) throws(DataError) in
        try .circles(
          rows: n, noise: Numbers.real("noise", o) ?? 0.1, factor: Numbers.real("factor", o) ?? 0.8,
          seed: seed ?? 1)
      }
    },
    DataSource(
      name: "blobs", summary: "three classes: round clouds that overlap",
      options: ["n", "features", "centers", "std", "data_seed"], epochs: 100, hidden: [50]
    ) { (o) throws(Diagnostic) in
      try building(o) { (n, seed) throws(DataError) in
        try .blobs(
          rows: n, columns: Numbers.count("features", o) ?? 2, centers: Numbers.count("centers", o) ?? 3,
          deviation: Numbers.real("std", o) ?? 2, seed: seed ?? 2)
      }
    },
    DataSource(
      name: "moons", summary: "two classes: two half-moons that reach into each other",
      options: ["n", "noise", "data_seed"], epochs: 200, hidden: [50]
    ) { (o) throws(Diagnostic) in
      try building(o) { (n, seed) throws(DataError) in
        try .moons(rows: n, noise: Numbers.real("noise", o) ?? 0.1, seed: seed ?? 1)
      }
    },
  ]

  static let allOptions: [String] = all.flatMap(\.options).reduce(into: []) { names, name in
    if !names.contains(name) { names.append(name) }
  }

  static func named(_ name: String) -> DataSource? { all.first { $0.name == name } }

  /// Numbers already checked when `building` runs, so that the generators' own errors are the only ones left.
  private enum Numbers {
    static func real(_ name: String, _ o: OptionReader) -> Double? { (try? o.number(name)) ?? nil }
    static func count(_ name: String, _ o: OptionReader) -> Int? {
      real(name, o).flatMap { Int(exactly: $0) }
    }
  }

  private static func building(
    _ o: OptionReader, _ make: (_ n: Int, _ seed: UInt32?) throws(DataError) -> Dataset
  ) throws(Diagnostic) -> Dataset {
    for name in ["features", "informative", "centers"] where o.has(name) {
      _ = try o.integer(name, 0...Int.max)
    }
    for name in ["noise", "bias", "factor", "std"] where o.has(name) { _ = try o.number(name) }
    let n = try o.number("n") ?? 1000
    guard let rows = Int(exactly: n) else { throw o.bad("n", "`n` is a whole number") }
    let seedName = o.call.verb == "data" && o.has("seed") ? "seed" : "data_seed"
    let seed = try o.integer(seedName, 0...Int(UInt32.max)).map { UInt32($0) }
    do throws(DataError) { return try make(rows, seed) } catch { throw Diagnostic(error, o) }
  }
}

extension Diagnostic {
  fileprivate init(_ error: DataError, _ o: OptionReader) {
    let names: [DataParameter: String] = [
      .rows: "n", .clusterDeviation: "std", .features: "features", .informative: "informative",
    ]
    func span(_ parameter: DataParameter) -> Span { o.span(names[parameter] ?? parameter.rawValue) }
    func name(_ parameter: DataParameter) -> String { names[parameter] ?? parameter.rawValue }
    switch error {
    case .count(let p, let found, let allowed):
      self.init(
        .badData,
        "`\(name(p))` is a whole number from \(allowed.lowerBound) to \(allowed.upperBound), not \(found)",
        at: span(p))
    case .negative(let p, let found):
      self.init(
        .badData, "`\(name(p))` cannot be negative, and this is \(NumberFormat.text(found))", at: span(p))
    case .notAFraction(let p, let found):
      self.init(
        .badData, "`\(name(p))` is at least 0 and below 1, not \(NumberFormat.text(found))", at: span(p))
    case .notFinite(let p, let found):
      self.init(.badData, "`\(name(p))` is a finite number, not \(NumberFormat.text(found))", at: span(p))
    case .tooLarge(let rows, let columns, let limit):
      self.init(
        .badData, "\(rows) rows of \(columns) features are more than \(limit) numbers", at: o.call.span)
    case .emptyBox, .shape, .notAClass:
      self.init(.badData, "these numbers make no data set", at: o.call.span)
    }
  }
}
