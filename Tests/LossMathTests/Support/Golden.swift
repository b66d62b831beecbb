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

  var predictions: Tensor? { Tensor(shape: shape, elements: numbers(yPred)) }
  var labels: Tensor? {
    let isSparse = loss == "sparse_cce"
    return Tensor(shape: isSparse ? Array(shape.dropLast()) : shape, elements: numbers(yTrue))
  }
}

func numbers(_ texts: [String]) -> [Double] { texts.compactMap { Double($0) } }
