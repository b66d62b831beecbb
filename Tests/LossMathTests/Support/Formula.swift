import Foundation
import Testing

@testable import LossMath

/// A call of a loss with its result and gradients, from the textbook formula in 60 digits, each rounded once.
struct FormulaCase: Decodable, CustomTestStringConvertible {
  struct Options: Decodable {
    private let numbers: [String: Double]
    private let flags: [String: Bool]
    private let lists: [String: [Double]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var (numbers, flags, lists) = ([String: Double](), [String: Bool](), [String: [Double]]())
      for key in container.allKeys {
        if let flag = try? container.decode(Bool.self, forKey: key) {
          flags[key.stringValue] = flag
        } else if let number = try? container.decode(Double.self, forKey: key) {
          numbers[key.stringValue] = number
        } else {
          lists[key.stringValue] = try container.decode([Double].self, forKey: key)
        }
      }
      (self.numbers, self.flags, self.lists) = (numbers, flags, lists)
    }

    var lossOptions: LossOptions {
      var result = LossOptions()
      for (name, flag) in flags { LossOption(rawValue: name).map { result.set($0, to: flag) } }
      for (name, number) in numbers { LossOption(rawValue: name).map { result[number: $0] = number } }
      result.classWeights = lists["class_weights"]
      return result
    }

    var description: String {
      let all = numbers.map { "\($0)=\($1)" } + flags.map { "\($0)=\($1)" } + lists.map { "\($0)=\($1)" }
      return all.sorted().joined(separator: " ")
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let loss: String
  let options: Options
  let shapes: [[Int]]
  let inputs: [[Double]]
  let values: [String]
  /// One list for each argument; empty for labels that choose between formulas.
  let gradients: [[String]]

  var testDescription: String { "\(loss) \(options.description) \(inputs.last?.first ?? 0)" }

  var tensors: [Tensor] { zip(shapes, inputs).compactMap { Tensor(shape: $0, elements: $1) } }

  static let all: [FormulaCase] = {
    guard let url = Bundle.module.url(forResource: "formulas", withExtension: "json", subdirectory: "Data"),
      let data = try? Data(contentsOf: url),
      let cases = try? JSONDecoder().decode([FormulaCase].self, from: data)
    else { return [] }
    return cases
  }()
}
