#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why the bytes of a weights file are not a network's weights.
public enum WeightsError: Error, Sendable, Equatable {
  /// More bytes than a weights file may have.
  case tooLong(bytes: Int, limit: Int)
  /// Not JSON, or not an object of arrays of numbers.
  case notAnObjectOfArrays
  /// Two entries have one name.
  case repeatedKey
  /// A layer's `W` or `b` is missing: "W2".
  case missing(key: String)
  /// A key that belongs to no layer.
  case unknown(key: String)
  /// A matrix is needed where a vector stands, or the reverse.
  case notAMatrix(key: String)
  case notAVector(key: String)
  /// A row of a matrix is as long as no other.
  case ragged(key: String, row: Int, found: Int, expected: Int)
  /// A length that does not follow from the layer before: rows of a `W`, or numbers of a `b`.
  case length(key: String, found: Int, expected: Int)
  /// Sizes that no network may have.
  case shape(TrainingError)
}

extension Weights {
  /// The longest weights file that is read, in bytes.
  public static let fileLimit = 100_000_000

  /// Reads a weights file: `{"W1": [[…]], "b1": […], "W2": …}`, `W` with a row for each input.
  public init(json: [UInt8]) throws(WeightsError) {
    guard json.count <= Self.fileLimit else {
      throw .tooLong(bytes: json.count, limit: Self.fileLimit)
    }
    let text = WeightsText(json)
    guard text.mayBeWeights else { throw .notAnObjectOfArrays }
    guard var entries = try? JSONDecoder().decode([String: Entry].self, from: Data(json)) else {
      throw .notAnObjectOfArrays
    }
    // Of two members with one name, readers take whichever they like.
    guard entries.count == text.keys else { throw .repeatedKey }
    var layers: [Layer] = []
    repeat {
      layers.append(try Self.takeLayer(layers.count + 1, after: layers.last?.outputs, from: &entries))
    } while entries["W\(layers.count + 1)"] != nil
    if let key = entries.keys.min() { throw .unknown(key: key) }
    let outputs = layers.map(\.outputs)
    do {
      let shape = try NetworkShape(
        inputs: layers[0].inputs, hidden: outputs.dropLast(), outputs: outputs[outputs.count - 1])
      self.init(checked: layers, shape: shape)
    } catch {
      throw .shape(error)
    }
  }

  private enum Entry: Decodable {
    case vector([Double])
    case matrix([[Double]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let vector = try? container.decode([Double].self) {
        self = .vector(vector)
      } else {
        self = .matrix(try container.decode([[Double]].self))
      }
    }
  }

  private static func takeLayer(
    _ number: Int, after previous: Int?, from entries: inout [String: Entry]
  ) throws(WeightsError) -> Layer {
    let rows = try matrix("W\(number)", from: &entries)
    let outputs = rows.first?.count ?? 0
    if let previous, rows.count != previous {
      throw .length(key: "W\(number)", found: rows.count, expected: previous)
    }
    let biases = try vector("b\(number)", from: &entries)
    guard biases.count == outputs else {
      throw .length(key: "b\(number)", found: biases.count, expected: outputs)
    }
    return Layer(inputs: rows.count, outputs: outputs, weights: rows.flatMap { $0 }, biases: biases)
  }

  private static func matrix(
    _ key: String, from entries: inout [String: Entry]
  ) throws(WeightsError) -> [[Double]] {
    guard let entry = entries.removeValue(forKey: key) else { throw .missing(key: key) }
    guard case .matrix(let rows) = entry else { throw .notAMatrix(key: key) }
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      throw .ragged(key: key, row: index, found: row.count, expected: width)
    }
    return rows
  }

  private static func vector(
    _ key: String, from entries: inout [String: Entry]
  ) throws(WeightsError) -> [Double] {
    guard let entry = entries.removeValue(forKey: key) else { throw .missing(key: key) }
    guard case .vector(let numbers) = entry else { throw .notAVector(key: key) }
    return numbers
  }
}
