import Testing

@testable import LossMath

struct ElementaryTests {
  typealias Function = @Sendable (Traced) throws(MathError) -> Traced

  private static let anywhere: [(String, Function)] = [
    ("exp", { (x) throws(MathError) in try x.exp() }),
    ("expm1", { (x) throws(MathError) in try x.expm1() }),
    ("sin", { (x) throws(MathError) in try x.sin() }),
    ("cos", { (x) throws(MathError) in try x.cos() }),
    ("tan", { (x) throws(MathError) in try x.tan() }),
    ("tanh", { (x) throws(MathError) in try x.tanh() }),
    ("sigmoid", { (x) throws(MathError) in try x.sigmoid() }),
    ("softplus", { (x) throws(MathError) in try x.softplus() }),
    ("relu", { (x) throws(MathError) in try x.relu() * x }),
    ("abs", { (x) throws(MathError) in try x.abs() * x }),
    ("sign", { (x) throws(MathError) in try x.sign() * x }),
    ("floor", { (x) throws(MathError) in try x.floor() * x }),
    ("ceil", { (x) throws(MathError) in try x.ceil() * x }),
    ("round", { (x) throws(MathError) in try x.round() * x }),
  ]

  private static let positive: [(String, Function)] = [
    ("log", { (x) throws(MathError) in try x.log() }),
    ("log1p", { (x) throws(MathError) in try x.log1p() }),
    ("log2", { (x) throws(MathError) in try x.log2() }),
    ("log10", { (x) throws(MathError) in try x.log10() }),
    ("sqrt", { (x) throws(MathError) in try x.sqrt() }),
  ]

  private static let cases =
    anywhere.flatMap { name, body in
      [Tensor(0.3), Tensor([-1.2, 0.2, 0.9]), ramp([2, 3], from: -1.3, by: 0.43)].map { point in
        DifferentiableCase(name, at: [point]) { (v) throws(MathError) in try body(v[0]) }
      }
    }
    + positive.flatMap { name, body in
      [Tensor(0.7), Tensor([0.5, 3]), ramp([2, 3])].map { point in
        DifferentiableCase(name, at: [point]) { (v) throws(MathError) in try body(v[0]) }
      }
    }

  @Test(arguments: cases)
  func derivatives(_ item: DifferentiableCase) throws { try checkGradients(item, tolerance: 1e-7) }

  @Test func slopesAtKinks() throws {
    let points = Tensor([0, .nan])
    let found = [
      try gradient(at: points) { (x) throws(MathError) in try x.relu().sum() },
      try gradient(at: points) { (x) throws(MathError) in try x.abs().sum() },
      try gradient(at: points) { (x) throws(MathError) in try x.sign().sum() },
    ]
    for slopes in found {
      #expect(slopes.elements[0] == 0 && slopes.elements[1].isNaN)
    }
  }

  @Test func nothingOverflowsFarOut() throws {
    let far = Traced(Tensor([-1000, 1000, -.infinity, .infinity]))
    #expect(try far.sigmoid().value.elements == [0, 1, 0, 1])
    #expect(try far.softplus().value.elements == [0, 1000, 0, .infinity])
    #expect(try far.relu().value.elements == [0, 1000, 0, .infinity])
    let tails = try Traced(Tensor([-700, -40])).softplus().value.elements
    expectUlps(tails, [9.859676543759770e-305, 4.248354255291589e-18], within: 1, "softplus")
  }

  @Test func slopeOfTanhKeepsItsDigits() throws {
    let found = try gradient(at: Tensor(20)) { (x) throws(MathError) in try x.tanh() }
    expectUlps(found.elements, [1.6993417021166355e-17], within: 4, "1 - tanh(20)^2")
  }

  @Test func halvesRoundToEven() throws {
    let found = try Traced(Tensor([0.5, 1.5, -2.5, 2.4])).round().value
    #expect(found.elements == [0, 2, -2, 2])
  }
}
