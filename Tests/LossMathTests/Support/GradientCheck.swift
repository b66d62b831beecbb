import Testing

@testable import LossMath

/// An operation with the points at which its gradients are checked.
struct DifferentiableCase: CustomTestStringConvertible, Sendable {
  typealias Body = @Sendable ([Traced]) throws(MathError) -> Traced
  let name: String
  let points: [Tensor]
  let body: Body

  init(_ name: String, at points: [Tensor], _ body: @escaping Body) {
    self.name = name
    self.points = points
    self.body = body
  }

  var testDescription: String { "\(name) at \(points.map(\.shape))" }

  /// One number from the result, with every element weighted differently so that no two can be confused.
  func weighted(_ inputs: [Traced]) throws(MathError) -> Traced {
    try Self.mixed(body(inputs))
  }

  /// A mixture of the first gradients, itself to be differentiated.
  func gradientMixture(_ outer: [Traced], on tape: Tape) throws(MathError) -> Traced {
    try tape.nested { () throws(MathError) in
      let inner = outer.map(tape.variable)
      let found = try tape.gradient(of: weighted(inner), withRespectTo: inner, keepingGraph: true)
      var total = Traced(0)
      for gradient in found.compactMap({ $0 }) { total = try total + Self.mixed(gradient) }
      return total
    }
  }

  private static func mixed(_ value: Traced) throws(MathError) -> Traced {
    let weights = (0..<value.value.count).map { 0.7 + 0.31 * Double($0) }
    return try (value * Traced(Tensor(weights)).reshaped(value.shape)).sum()
  }
}

/// The first and second derivatives against central differences.
/// - Parameter skippingKinks: whether elements are left out where differences of two step sizes disagree,
///   which is what a kink within reach makes them do; most elements must be left.
func checkGradients(
  _ item: DifferentiableCase, tolerance: Double = 2e-8, skippingKinks: Bool = false
) throws {
  try compare(item, "first", tolerance, skippingKinks) { (inputs, _) throws(MathError) in
    try item.weighted(inputs)
  }
  try compare(item, "second", tolerance, skippingKinks) { (inputs, tape) throws(MathError) in
    try item.gradientMixture(inputs, on: tape)
  }
}

private func compare(
  _ item: DifferentiableCase, _ order: String, _ tolerance: Double, _ skippingKinks: Bool,
  _ function: ([Traced], Tape) throws(MathError) -> Traced
) throws {
  let tape = Tape()
  defer { tape.clear() }
  let found = try tape.nested { () throws(MathError) in
    let variables = item.points.map { tape.variable(Traced($0)) }
    return try tape.gradient(of: function(variables, tape), withRespectTo: variables, keepingGraph: false)
  }
  for (i, point) in item.points.enumerated() {
    if let shape = found[i]?.shape { #expect(shape == point.shape) }
    let expected = try differences(at: item.points, varying: i, skippingKinks: skippingKinks) { points in
      let tape = Tape()
      defer { tape.clear() }
      return try function(points.map { Traced($0) }, tape).value.single ?? .nan
    }
    let actual = found[i]?.value.elements ?? expected.map { _ in 0 }
    let smooth = expected.indices.filter { expected[$0] != nil }
    #expect(2 * smooth.count >= expected.count, "too many kinks in \(item.testDescription)")
    expectClose(
      smooth.map { actual[$0] }, expected.compactMap { $0 }, within: tolerance,
      "\(order) derivative of \(item.testDescription), argument \(i)")
  }
}

/// Central differences of a number in each element of one argument, extrapolated to the sixth order
/// (Richardson); nothing for an element with a kink within reach.
func differences(
  at points: [Tensor], varying argument: Int, skippingKinks: Bool = false,
  _ function: ([Tensor]) throws -> Double
) throws -> [Double?] {
  try points[argument].elements.indices.map { element in
    func slope(_ step: Double) throws -> Double {
      try (function(moved(step)) - function(moved(-step))) / (2 * step)
    }
    func moved(_ step: Double) throws -> [Tensor] {
      var elements = points[argument].elements
      elements[element] += step
      var result = points
      result[argument] = try #require(Tensor(shape: points[argument].shape, elements: elements))
      return result
    }
    let (a, b, c) = try (slope(0x1p-7), slope(0x1p-8), slope(0x1p-9))
    let (ab, bc) = ((4 * b - a) / 3, (4 * c - b) / 3)
    if skippingKinks && !isClose(ab, bc, tolerance: 1e-5) { return nil }
    return (16 * bc - ab) / 15
  }
}

/// A tensor of distinct numbers from `low` upward.
func ramp(_ shape: [Int], from low: Double = 0.4, by step: Double = 0.37) -> Tensor {
  let count = shape.reduce(1, *)
  // Not monotonic, so that sorted input cannot hide a mistake.
  let elements = (0..<count).map { low + step * Double(($0 * 7 + 2) % max(count, 1)) }
  return Tensor(shape: shape, elements: elements) ?? Tensor(low)
}
