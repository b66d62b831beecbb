import Testing

@testable import LossMath

/// The gradients of a number that `body` computes from variables.
func gradients(
  at points: [Tensor], _ body: ([Traced]) throws(MathError) -> Traced
) throws -> [Tensor] {
  let tape = Tape()
  defer { tape.clear() }
  return try tape.nested { () throws(MathError) in
    let variables = points.map { tape.variable(Traced($0)) }
    let output = try body(variables)
    let found = try tape.gradient(of: output, withRespectTo: variables, keepingGraph: false)
    var result: [Tensor] = []
    for (gradient, point) in zip(found, points) {
      let zero = try Tensor.filled(0, shape: point.shape)
      result.append(gradient?.value ?? zero)
    }
    return result
  }
}

func gradient(at point: Tensor, _ body: (Traced) throws(MathError) -> Traced) throws -> Tensor {
  try #require(try gradients(at: [point]) { (v) throws(MathError) in try body(v[0]) }.first)
}
