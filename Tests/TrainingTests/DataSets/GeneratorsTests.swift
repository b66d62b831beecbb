import Testing
import Training

/// Every generator against scikit-learn.
@Suite struct GeneratorsTests {
  typealias Maker = @Sendable () throws -> Dataset

  /// Bit for bit, features and targets.
  static let exact: [String: Maker] = [
    "circles": { try .circles() },
    "circles_301": { try .circles(rows: 301, noise: 0.25, factor: 0.3, seed: 7) },
    "circles_ordered": { try .circles(rows: 10, noise: 0, shuffle: false, seed: 7) },
    "moons_1000": { try .moons() },
    "moons_75": { try .moons(rows: 75, noise: 0.3, seed: .max) },
    "moons_3": { try .moons(rows: 3, shuffle: false, seed: 5) },
    "blobs": { try .blobs() },
    "blobs_503": {
      try .blobs(rows: 503, columns: 5, centers: 7, deviation: 0.5, centerBox: (-1, 3), seed: 11)
    },
    "blobs_ordered": {
      try .blobs(rows: 20, columns: 3, centers: 4, deviation: 0.5, shuffle: false, seed: 12)
    },
    "regression": { try .regression() },
    "regression_standardised": { try .regression().standardised() },
    "regression_77": {
      try .regression(rows: 77, columns: 6, informative: 3, bias: -4, noise: 2.5, seed: 3)
    },
    "regression_line": { try .regression(rows: 500, columns: 1, informative: 1, noise: 20, seed: 8) },
    "regression_line_standardised": {
      try .regression(rows: 500, columns: 1, informative: 1, noise: 20, seed: 8).standardised()
    },
    "friedman1": { try .friedman1() },
    "friedman1_83": { try .friedman1(rows: 83, columns: 7, noise: 0, seed: .max) },
    "friedman1_2": { try .friedman1(rows: 2, columns: 5, noise: 3.5, seed: 9) },
    "gaussian_quantiles": { try .gaussianQuantiles() },
    "gaussian_quantiles_101": {
      try .gaussianQuantiles(rows: 101, columns: 11, classes: 8, variance: 2.5, seed: 77)
    },
    "gaussian_quantiles_ordered": {
      try .gaussianQuantiles(rows: 10, columns: 1, classes: 4, variance: 0.3, shuffle: false, seed: 3)
    },
    "circles_2": { try .circles(rows: 2, noise: 0.4, factor: 0, seed: 0) },
    "circles_99_ordered": { try .circles(rows: 99, noise: 0.364, factor: 0.99, shuffle: false, seed: 123) },
    "moons_2": { try .moons(rows: 2, noise: 0, seed: 123_456_789) },
    "blobs_1_feature": { try .blobs(rows: 67, columns: 1, centers: 9, deviation: 0, seed: 4) },
    "blobs_2_rows": { try .blobs(rows: 2, columns: 3, centers: 5, deviation: 4.9, seed: 6) },
    "regression_120_split": {
      try .regression(rows: 120, noise: 5, seed: 4).split(share: 0.7, seed: 3)
    },
    "regression_120_split_train": {
      try .regression(rows: 120, noise: 5, seed: 4).split(share: 0.7, seed: 3)
        .standardised(fittedOn: .training)
    },
    "friedman1_400_outliers": {
      try .friedman1(rows: 400, columns: 5, seed: 8).withOutliers(share: 0.05, seed: 12)
    },
    "blobs_150_label_noise": {
      try .blobs(rows: 150, centers: 4, deviation: 1, seed: 5).split(share: 0.8)
        .withLabelNoise(share: 0.25, seed: 6)
    },
  ]

  @Test(arguments: exact.keys.sorted())
  func sameBits(_ name: String) throws {
    let make = try #require(Self.exact[name])
    let dataset = try make()
    let reference = try Reference.rows(name)
    #expect(dataset.rows == reference.rows)
    #expect(dataset.columns == reference.columns)
    #expect(dataset.row(0) == reference.first.compactMap(Double.init))
    #expect(dataset.row(dataset.rows - 1) == reference.last.compactMap(Double.init))
    #expect(checksum(dataset.features) == reference.features)
    #expect(checksum(dataset.targets) == reference.targets)
  }

  /// With three features, the linear algebra library sums the target in another order than with twenty.
  @Test func sameFeaturesAndNearlyTheSameTargets() throws {
    let dataset = try Dataset.regression(rows: 50, columns: 3, noise: 0, shuffle: false, seed: 9)
    let reference = try Reference.rows("regression_ordered")
    #expect(checksum(dataset.features) == reference.features)
    let first = try #require(Double(reference.first[3]))
    let last = try #require(Double(reference.last[3]))
    #expect(abs(dataset.targets[0] - first) < 1e-12)
    #expect(abs(dataset.targets[49] - last) < 1e-12)
  }
}
