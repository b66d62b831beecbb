import Foundation
import Testing

@testable import Training

/// Data sets that are drawn without the C library: the bits that are written down here, on every machine.
@Suite struct DeterministicTests {
  static let checksums: [String: String] = [
    "blobs": "19f9d6353c36770f",
    "blobs_150_label_noise": "9c2f45c3b7b6f330",
    "blobs_1_feature": "971445297d32df22",
    "blobs_2_rows": "5865ea578d9f73a7",
    "blobs_503": "4a00de05161a544f",
    "blobs_ordered": "a1943e18dca97694",
    "circles": "494af995bf7e2790",
    "circles_2": "5240ef7bfe3d8bf6",
    "circles_301": "b5a3b3a5978717a4",
    "circles_99_ordered": "330893ee542a6248",
    "circles_ordered": "299fbb8b30c737a8",
    "friedman1": "e3516c3640b09f86",
    "friedman1_2": "a6cabc6addfa47ea",
    "friedman1_400_outliers": "769ef74305b27b38",
    "friedman1_83": "78cd3dc5350d870b",
    "gaussian_quantiles": "6a1ae61356844342",
    "gaussian_quantiles_101": "37c1ceb4ad17b721",
    "gaussian_quantiles_ordered": "91e580932ec7416f",
    "moons_1000": "74612c68311c0dfb",
    "moons_2": "8fe4fcfa299d713d",
    "moons_3": "debe94f55858164a",
    "moons_75": "df6a4b9e478c6f29",
    "regression": "5885ad8720eb466c",
    "regression_120_split": "28063415cf0b2625",
    "regression_120_split_train": "2830fe61be219ff6",
    "regression_77": "09e00e8d968bb388",
    "regression_line": "8db26d358b9efc23",
    "regression_line_standardised": "bb2eef7d3c994e7c",
    "regression_standardised": "5254d4022a2e6ba5",
  ]

  @Test(arguments: GeneratorsTests.exact.keys.sorted())
  func sameBitsOnEveryMachine(_ name: String) throws {
    let make = try #require(GeneratorsTests.exact[name])
    let data = try Dataset.deterministic { () throws(DataError) in
      do { return try make() } catch { throw error as? DataError ?? .shape(features: 0, rows: 0, columns: 0) }
    }
    let found = checksum(data.features + data.targets)
    #expect(found == Self.checksums[name], "\"\(name)\": \"\(found)\",")
    let plain = try make()
    for (a, b) in zip(data.features + data.targets, plain.features + plain.targets) {
      #expect(abs(a - b) <= 1e-13 * max(1, abs(b)))
    }
  }

  /// What the generators do not draw: exponentials in samplers, and angles of any size.
  @Test func functionsStayCloseToTheCLibrary() {
    Libm.$isDeterministic.withValue(true) {
      for i in 0...4000 {
        let x = (Double(i) - 2000) * 0.0173
        for (found, wanted) in [(Libm.sin(x), sin(x)), (Libm.cos(x), cos(x)), (Libm.exp(x), exp(x))] {
          #expect(abs(found - wanted) <= 3 * wanted.ulp, "\(x)")
        }
        if x > 0 { #expect(abs(Libm.log(x) - log(x)) <= 2 * log(x).ulp) }
      }
    }
  }

  @Test func theErrorsOfAGeneratorComeThrough() {
    #expect(throws: DataError.self) {
      try Dataset.deterministic { () throws(DataError) in try .circles(factor: 2) }
    }
    #expect(!Libm.isDeterministic)
  }
}
