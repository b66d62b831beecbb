import Foundation
import Training

/// The reference data beside the tests: what NumPy, scikit-learn and the reference trainings gave.
enum Reference {
  /// A data set as scikit-learn 1.9.1 makes it: its ends, and checksums over all the bits.
  struct Rows: Decodable {
    let rows: Int
    let columns: Int
    let first: [String]
    let last: [String]
    let features: String
    let targets: String
  }

  struct Trajectory: Decodable {
    struct Layers: Decodable {
      let W1: [[Double]]
      let b1: [Double]
      let W2: [[Double]]
      let b2: [Double]
    }

    /// epoch, train loss, train metric, test loss, test metric
    let epochs: [[Double]]
    let final_weights: Layers
  }

  static func rows(_ name: String) throws -> Rows {
    let all = try JSONDecoder().decode([String: Rows].self, from: bytes("datasets.json"))
    guard let rows = all[name] else { throw CocoaError(.coderValueNotFound) }
    return rows
  }

  static func trajectory(_ name: String) throws -> Trajectory {
    try JSONDecoder().decode(Trajectory.self, from: bytes("\(name).json"))
  }

  static func weights(_ name: String) throws -> Weights {
    try Weights(json: Array(bytes("\(name).weights.json")))
  }

  private static func bytes(_ file: String) throws -> Data {
    try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Data/\(file)"))
  }
}

/// FNV-1a over the bit patterns, 64 bits at a time, in hexadecimal.
func checksum(_ values: [Double]) -> String {
  let hash = values.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

extension Dataset {
  /// Features, then target.
  func row(_ index: Int) -> [Double] {
    features[index * columns..<(index + 1) * columns] + [targets[index]]
  }
}
