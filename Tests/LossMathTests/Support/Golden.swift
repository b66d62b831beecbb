import Foundation
import Testing

@testable import LossMath

/// One case of the golden table: arguments as decimal strings, and the exact results rounded once to a
/// double.
struct GoldenCase: Decodable, CustomTestStringConvertible {
  struct Results: Decodable {
    let loss: [String]
    let gradient: [String]
    let mean: String
    let meanGradient: [String]
  }

  let loss: String
  let fromLogits: Bool
  let table: String
  let name: String
  let shape: [Int]
  let yTrue: [String]
  let yPred: [String]
  let variance: [String]?
  let options: [String: Double]?
  let exact: Results
  /// The formula with probabilities clipped as Keras does at 1e-7, where it has one.
  let clipped: Results?

  var testDescription: String { "\(table) \(name)" }

  static let all: [GoldenCase] = {
    guard let url = Bundle.module.url(forResource: "golden", withExtension: "json", subdirectory: "Data"),
      let data = try? Data(contentsOf: url),
      let cases = try? JSONDecoder().decode([GoldenCase].self, from: data)
    else { return [] }
    return cases
  }()

  /// The arguments in order; the losses on rows of class indices have a vector of labels.
  var inputs: [Tensor]? {
    let isSparse = loss == "sparse_cce"
    let labels = Tensor(
      shape: isSparse ? Array(shape.dropLast()) : shape, elements: numbers(yTrue))
    let predictions = Tensor(shape: shape, elements: numbers(yPred))
    let more = variance.map { [Tensor(shape: shape, elements: numbers($0))] } ?? []
    let all = ([labels, predictions] + more).compactMap { $0 }
    return all.count == 2 + more.count ? all : nil
  }

  func lossOptions(epsilon: Double = 0) -> LossOptions {
    var result = LossOptions(fromLogits: fromLogits, epsilon: epsilon)
    for (name, value) in options ?? [:] {
      if let option = LossOption(rawValue: name) { result[number: option] = value }
    }
    return result
  }

  /// Whether the loss has one number for everything.
  var isWhole: Bool { Loss.named(loss)?.isWhole ?? false }
}

func numbers(_ texts: [String]) -> [Double] { texts.compactMap { Double($0) } }
