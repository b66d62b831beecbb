import Testing

@testable import LossMath

/// What is true of every loss in the catalogue.
struct LossTests {
  @Test(arguments: LossTrial.all)
  func neverNegative(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    var options = sample.options
    options.reduction = .none
    let terms = try trial.loss.value(sample.yTrue, sample.yPred, options)
    #expect(terms.elements.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: LossTrial.all)
  func sumIsCountTimesMean(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    func value(_ reduction: Reduction) throws -> Tensor {
      var options = sample.options
      options.reduction = reduction
      return try trial.loss.value(sample.yTrue, sample.yPred, options)
    }
    let terms = try value(.none)
    #expect(terms.shape == (trial.loss.isRowwise ? [LossSample.rows] : sample.yPred.shape))
    let (sum, mean) = (try #require(value(.sum).single), try #require(value(.mean).single))
    expectUlps([sum], [Summation.sum(terms.elements)], within: 0, "sum")
    expectUlps([mean * Double(terms.count)], [sum], within: 2, "mean")
    let parts = try trial.loss.contributions(yTrue: sample.yTrue, yPred: sample.yPred, sample.options)
    #expect(parts.shape == sample.yPred.shape)
    #expect(isClose(Summation.sum(parts.elements), sum, tolerance: 1e-14))
  }

  @Test(arguments: LossTrial.all)
  func convexAlongLines(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    let other = try #require(LossSample(trial.loss, fromLogits: trial.fromLogits, seed: trial.seed + 100))
    // log(1 + p)² bends the other way far above the target; it is convex only below e(1 + y) − 1.
    let p = trial.loss.name == "msle" ? sample.yPred.map { min($0, 0.5) } : sample.yPred
    let q = trial.loss.name == "msle" ? other.yPred.map { min($0, 0.4) } : other.yPred
    let y = trial.loss.name == "msle" ? sample.yTrue.map { max($0, 0) } : sample.yTrue
    func value(_ weight: Double) throws -> Double {
      let mixed = zip(p.elements, q.elements).map { (1 - weight) * $0 + weight * $1 }
      let point = try #require(Tensor(shape: p.shape, elements: mixed))
      return try #require(trial.loss.value(y, point, sample.options).single)
    }
    let (start, end) = (try value(0), try value(1))
    for weight in [0.1, 0.25, 0.5, 0.8] {
      #expect(try value(weight) <= (1 - weight) * start + weight * end + 1e-12)
    }
  }

  @Test(arguments: LossTrial.all)
  func closedFormsAgreeWithTheFormula(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    for epsilon in [0, 0.15] {
      var options = sample.options
      (options.epsilon, options.reduction) = (epsilon, .sum)
      let fused = try gradient(at: sample.yPred) { (p) throws(MathError) in
        try loss.evaluate(yTrue: Traced(sample.yTrue), yPred: p, options)
      }
      let formula = try gradient(at: sample.yPred) { (p) throws(MathError) in
        try loss.body.expression([Traced(sample.yTrue), p], options).sum()
      }
      expectClose(fused.elements, formula.elements, within: 1e-13, "gradient, epsilon \(epsilon)")
      options.reduction = .none
      let terms = try loss.value(sample.yTrue, sample.yPred, options)
      let expression = try loss.body.expression([Traced(sample.yTrue), Traced(sample.yPred)], options).value
      #expect(terms.shape == expression.shape)
      expectClose(terms.elements, expression.elements, within: 1e-13, "value, epsilon \(epsilon)")
    }
  }

  @Test(arguments: LossTrial.all.filter { $0.seed <= 2 })
  func derivatives(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    if loss.labels == .classIndex {
      try checkGradients(
        DifferentiableCase(trial.testDescription, at: [sample.yPred]) { (v) throws(MathError) in
          try loss.evaluate(yTrue: Traced(sample.yTrue), yPred: v[0], sample.options)
        }, tolerance: 1e-6)
      return
    }
    let y = loss.labels == .zeroOne ? sample.yTrue.map { $0 == 0 ? 0.1 : 0.8 } : sample.yTrue
    try checkGradients(
      DifferentiableCase(trial.testDescription, at: [y, sample.yPred]) { (v) throws(MathError) in
        try loss.evaluate(yTrue: v[0], yPred: v[1], sample.options)
      }, tolerance: 1e-5)
  }

  @Test(arguments: LossTrial.all)
  func theKernelAgrees(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = sample.options
    options.reduction = .sum
    let scale = loss.isRowwise ? 1 : 1 / Double(LossSample.columns)
    let kernel = loss.kernel(options)
    var slopes = [Double](repeating: .nan, count: sample.yPred.count)
    let (sum, again) = sample.yTrue.elements.withUnsafeBufferPointer { y in
      sample.yPred.elements.withUnsafeBufferPointer { p in
        let first = slopes.withUnsafeMutableBufferPointer { kernel.sum(y, p, LossSample.columns, $0) }
        return (first, kernel.sum(y, p, LossSample.columns, nil))
      }
    }
    let expected = try #require(loss.value(sample.yTrue, sample.yPred, options).single)
    #expect(isRelativelyClose(sum, expected * scale, tolerance: 1e-15) && again == sum)
    let gradient = try gradient(at: sample.yPred) { (p) throws(MathError) in
      try loss.evaluate(yTrue: Traced(sample.yTrue), yPred: p, options)
    }
    expectUlps(slopes, gradient.elements.map { $0 * scale }, within: 0, "gradient of the kernel")
  }

  @Test func zeroWherePredictionsAreRight() throws {
    let right: [(String, [Double], [Double], Bool)] = [
      ("mse", [1, -2], [1, -2], false), ("msle", [1, 3], [1, 3], false), ("mae", [1, -2], [1, -2], false),
      ("bce", [1, 0], [1, 0], false), ("bce", [1, 0], [.infinity, -.infinity], true),
      ("hinge", [1, -1], [1, -1.5], false), ("squared_hinge", [1, -1], [1, -1.5], false),
      ("cce", [0, 1], [0, 1], false), ("sparse_cce", [1], [0, 1], false),
      ("kl", [0.1, 0.9], [0.1, 0.9], false),
      ("kl", [0, 1], [0, 1], false),
    ]
    #expect(Set(right.map(\.0)) == Set(Loss.all.map(\.name)))
    for (name, y, p, fromLogits) in right {
      let loss = try #require(Loss.named(name))
      #expect(
        try loss.value(Tensor(y), Tensor(p), LossOptions(fromLogits: fromLogits)).single == 0, "\(name)")
    }
  }

  @Test func scaling() throws {
    var random = Seeded(5)
    let (y, p) = (Tensor(random.vector(6, -2, 2)), Tensor(random.vector(6, -2, 2)))
    let signs = y.map { $0 < 0 ? -1 : 1 }
    func value(_ name: String, _ y: Tensor, _ p: Tensor) throws -> Double {
      let loss = try #require(Loss.named(name))
      return try #require(loss.value(y, p, LossOptions()).single)
    }
    #expect(try value("mse", y.map { 4 * $0 }, p.map { 4 * $0 }) == 16 * value("mse", y, p))
    #expect(try value("mae", y.map { 4 * $0 }, p.map { 4 * $0 }) == 4 * value("mae", y, p))
    #expect(try value("hinge", signs.map { -$0 }, p.map { -$0 }) == value("hinge", signs, p))
    let hinges = try #require(Loss.named("hinge")).value(signs, p, LossOptions(reduction: .none))
    let squares = try #require(Loss.named("squared_hinge")).value(signs, p, LossOptions(reduction: .none))
    #expect(squares.elements == hinges.elements.map { $0 * $0 })
    let shifted = try value("mse", y.map { $0 + 8 }, p.map { $0 + 8 })
    #expect(try isRelativelyClose(shifted, value("mse", y, p), tolerance: 1e-13))
  }

  @Test func oneNumberStandsForAll() throws {
    let mse = try #require(Loss.named("mse"))
    #expect(try mse.value(Tensor(1), Tensor([1, 3]), LossOptions()).single == 2)
    #expect(try mse.value(Tensor([1, 3]), Tensor(1), LossOptions()).single == 2)
    #expect(try mse.value(Tensor(1), Tensor(3), LossOptions()).single == 4)
    let found = try gradients(at: [Tensor([1, 3]), Tensor(1)]) { (v) throws(MathError) in
      try mse.evaluate(yTrue: v[0], yPred: v[1])
    }
    #expect(found == [Tensor([0, 2]), Tensor(-2)])
  }

  @Test func shapesThatDoNotFit() throws {
    let column = try Tensor([1, 2, 3]).reshaped([3, 1])
    let matrix = try Tensor.filled(0.5, shape: [2, 3])
    for loss in Loss.all where !loss.isRowwise {
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3], right: [3, 1])) {
        try loss.value(Tensor([1, 2, 3]), column, LossOptions())
      }
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3, 1], right: [3])) {
        try loss.value(column, Tensor([1, 2, 3]), LossOptions())
      }
    }
    for loss in Loss.all where loss.isRowwise {
      #expect(throws: MathError.needsRows(operation: loss.name)) {
        try loss.value(Tensor(1), Tensor(0.5), LossOptions())
      }
      let labels = Tensor([0, 1, 2])
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3], right: [2, 3])) {
        try loss.value(labels, matrix, LossOptions())
      }
    }
  }

  @Test func nothingToAverage() throws {
    for loss in Loss.all {
      let rows = try Tensor.filled(0, shape: loss.isRowwise ? [0, 3] : [0])
      let labels = loss.labels == .classIndex ? Tensor([]) : rows
      #expect(throws: MathError.empty(operation: loss.name)) { try loss.value(labels, rows, LossOptions()) }
      #expect(try loss.value(labels, rows, LossOptions(reduction: .sum)).single == 0)
      #expect(try loss.value(labels, rows, LossOptions(reduction: .none)).count == 0)
    }
    for loss in Loss.all where loss.isRowwise {
      #expect(throws: MathError.empty(operation: loss.name)) {
        try loss.value(
          loss.labels == .classIndex ? Tensor(0) : Tensor([]), Tensor([]), LossOptions(reduction: .sum))
      }
    }
  }

  @Test(arguments: [3, -1, 0.5, .nan, .infinity, 1e300] as [Double])
  func classesOutside(_ label: Double) throws {
    let loss = try #require(Loss.named("sparse_cce"))
    let rows = try Tensor.filled(0.25, shape: [2, 3])
    do throws(MathError) {
      _ = try loss.value(Tensor([0, label]), rows, LossOptions())
      Issue.record("\(label) was taken for a class")
    } catch {
      guard case .badClassIndex(let value, 1, 3) = error, ulps(value, label) == 0 else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
