import TestSupport
import Testing

@testable import LossMath

/// Whatever goes through many elements stops when it is told to.
@Suite struct InterruptionTests {
  private static func ramp(_ shape: [Int]) -> Traced {
    let count = shape.reduce(1, *)
    return Traced(Tensor(unchecked: shape, (0..<count).map { (Double($0 % 977) + 0.5) / 978 }))
  }

  private static let operations: [(name: String, run: @Sendable () throws(MathError) -> Void)] = {
    let count = 200_000
    func on(
      _ name: String, _ shape: [Int], _ run: @escaping @Sendable (Traced) throws(MathError) -> Void
    ) -> (name: String, run: @Sendable () throws(MathError) -> Void) {
      (name, { () throws(MathError) in try run(ramp(shape)) })
    }
    return [
      on("matmul", [300, 300]) { (x) throws(MathError) in _ = try Traced.matmul(x, x) },
      on("matrix times vector", [count, 2]) { (x) throws(MathError) in
        _ = try Traced.matmul(x, Traced(Tensor([1, 2])))
      },
      on("scalar product", [count]) { (x) throws(MathError) in _ = try Traced.matmul(x, x) },
      on("exp", [count]) { (x) throws(MathError) in _ = try x.exp() },
      on("+", [count]) { (x) throws(MathError) in _ = try x + x },
      on("+ broadcast", [1000, 200]) { (x) throws(MathError) in _ = try x + ramp([200]) },
      on("sum", [count]) { (x) throws(MathError) in _ = try x.sum() },
      on("sum along rows", [1000, 200]) { (x) throws(MathError) in _ = try x.sum(axis: 1) },
      on("product", [count]) { (x) throws(MathError) in _ = try x.product() },
      on("max", [count]) { (x) throws(MathError) in _ = try x.max() },
      on("softmax", [1000, 200]) { (x) throws(MathError) in _ = try x.softmax() },
      on("transposed", [1000, 200]) { (x) throws(MathError) in _ = try x.transposed() },
      on("where", [count]) { (x) throws(MathError) in _ = try Traced.select(x.value, x, x) },
      on("concatenate", [count]) { (x) throws(MathError) in _ = try Traced.concatenate([x, x]) },
      on("sort", [count]) { (x) throws(MathError) in _ = try x.value.ascending() },
      on("filled", []) { (_) throws(MathError) in _ = try Tensor.filled(1, shape: [count]) },
      on("vector", []) { (_) throws(MathError) in _ = try Tensor.vector(count: count) { Double($0) } },
      on("density", [count]) { (x) throws(MathError) in
        _ = try Distribution.named("normal")?.logProb(x, [Traced(0), Traced(1)])
      },
    ]
  }()

  @Test(arguments: operations.indices)
  func operationStops(_ index: Int) throws {
    let (name, run) = Self.operations[index]
    #expect(throws: Never.self, "\(name)") { try run() }
    #expect(throws: MathError.interrupted, "\(name)") {
      try Interruption.asking({ true }) { try run() }
    }
  }

  /// The value, the terms and the gradient of every loss.
  @Test(arguments: Loss.all.map(\.name))
  func lossStops(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let model = loss.isRowwise ? Self.ramp([100_000, 4]) : Self.ramp([200_000])
    let labels = Traced(Tensor([Double](repeating: 1, count: 100_000)))
    // Sets of class indices that end at once.
    let none = Traced(Tensor(unchecked: model.shape, [Double](repeating: -1, count: model.value.count)))
    let arguments = loss.inputs.map {
      $0.form.isOnePerRow ? labels : name == "multilabel_margin" && $0.name == "y_true" ? none : model
    }
    #expect(throws: MathError.interrupted) {
      try Interruption.asking({ true }) { try loss.evaluate(arguments) }
    }
    let tape = Tape()
    defer { tape.clear() }
    let variable = tape.variable(model)
    guard let total = try? loss.evaluate(arguments.dropLast() + [variable]) else { return }
    #expect(throws: MathError.interrupted) {
      try Interruption.asking({ true }) {
        try tape.gradient(of: total, withRespectTo: [variable], keepingGraph: false)
      }
    }
  }

  @Test func shortOnesDoNotAsk() throws {
    let asked = Counter()
    try Interruption.asking({ asked.next() > 0 }) {
      _ = try Traced.matmul(Self.ramp([20, 20]), Self.ramp([20, 20]))
      _ = try Self.ramp([1000]).exp().sum()
    }
    #expect(asked.count == 0)
  }

  /// The blocks that a product is computed in do not show: each element is the same sum in the same order.
  @Test(arguments: [(3, 5, 4), (2, 700, 90), (40, 33, 700), (1, 3, 20_000)])
  func blocksOfAProductDoNotShow(_ rows: Int, _ inner: Int, _ columns: Int) throws {
    let (a, b) = (Self.ramp([rows, inner]).value, Self.ramp([inner, columns]).value)
    var expected = [Double](repeating: 0, count: rows * columns)
    for r in 0..<rows {
      for k in 0..<inner {
        for c in 0..<columns {
          expected[r * columns + c] += a.elements[r * inner + k] * b.elements[k * columns + c]
        }
      }
    }
    #expect(try Traced.matmul(Traced(a), Traced(b)).value.elements == expected)
  }
}
