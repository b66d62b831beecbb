import Testing

@testable import LossMath

/// What is true of every loss in the catalogue.
struct LossTests {
  /// Likelihoods of densities, and a cosine with its sign turned.
  private static let signed: Set = ["poisson", "gaussian_nll", "cosine_similarity"]

  /// Clipped rows no longer sum to 1, and their divergence may be below 0.
  @Test(
    arguments: LossTrial.all.filter {
      !signed.contains($0.loss.name) && ($0.loss.name != "kl" || $0.options.epsilon == 0)
    })
  func neverNegative(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    var options = sample.options
    options.reduction = .none
    let terms = try trial.loss.value(sample.inputs, options)
    #expect(terms.elements.allSatisfy { $0 >= 0 }, "\(terms)")
  }

  @Test(arguments: LossTrial.all)
  func sumIsCountTimesMean(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    func value(_ reduction: Reduction) throws -> Tensor {
      var options = sample.options
      options.reduction = reduction
      return try loss.value(sample.inputs, options)
    }
    let terms = try value(.none)
    let whole = try #require(sample.inputs.last?.shape)
    #expect(terms.shape == (loss.isWhole ? [] : loss.isRowwise ? [LossSample.rows] : whole))
    let (sum, mean) = (try #require(value(.sum).single), try #require(value(.mean).single))
    expectUlps([sum], [Summation.sum(terms.elements)], within: 0, "sum")
    expectUlps([mean * Double(terms.count)], [sum], within: 2, "mean")
    let parts = try loss.contributions(sample.inputs, sample.options)
    #expect(parts.shape == whole)
    #expect(isClose(Summation.sum(parts.elements), sum, tolerance: 1e-14))
  }

  /// Convex in the prediction, other things being equal; msle only below e(1 + y) − 1.
  private static let bent: Set = [
    "dice", "tversky", "cosine_similarity", "binary_focal", "categorical_focal", "triplet",
    "cosine_embedding",
  ]

  @Test(arguments: LossTrial.all.filter { !bent.contains($0.loss.name) && $0.options.epsilon == 0 })
  func convexAlongLines(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    let other = try #require(LossSample(loss, trial.options, seed: trial.seed + 100))
    let isBent = loss.name == "msle"
    let p = isBent ? try sample.yPred.map { min($0, 0.5) } : sample.yPred
    let q = isBent ? try other.yPred.map { min($0, 0.4) } : other.yPred
    let y = isBent ? try sample.yTrue.map { max($0, 0) } : sample.yTrue
    func value(_ weight: Double) throws -> Double {
      let mixed = zip(p.elements, q.elements).map { (1 - weight) * $0 + weight * $1 }
      let point = try #require(Tensor(shape: p.shape, elements: mixed))
      let inputs = sample.inputs.replacing(0, with: y).replacing(1, with: point)
      return try #require(loss.value(inputs, sample.options).single)
    }
    let (start, end) = (try value(0), try value(1))
    for weight in [0.1, 0.25, 0.5, 0.8] {
      #expect(try value(weight) <= (1 - weight) * start + weight * end + 1e-12)
    }
  }

  @Test(arguments: LossTrial.all)
  func closedFormsAgreeWithTheFormula(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = sample.options
    options.reduction = .sum
    let fused = try gradients(at: sample.inputs) { (v) throws(MathError) in try loss.evaluate(v, options) }
    let whole = loss.isWhole ? [LossSample.rows * LossSample.columns] : nil
    let formula = try gradients(at: sample.inputs) { (v) throws(MathError) in
      var rows: [Traced] = []
      for input in v {
        rows.append(try whole.map { (s) throws(MathError) in try input.reshaped(s) } ?? input)
      }
      return try loss.body.expression(rows, options).sum()
    }
    for (i, (found, wanted)) in zip(fused, formula).enumerated() {
      expectClose(found.elements, wanted.elements, within: 1e-13, "gradient of argument \(i)")
    }
    options.reduction = .none
    let terms = try loss.value(sample.inputs, options)
    var rows = sample.inputs
    if let whole { rows = try rows.map { try $0.reshaped(whole) } }
    let expression = try loss.body.expression(rows.map { Traced($0) }, options).value
    #expect(terms.shape == expression.shape)
    expectClose(terms.elements, expression.elements, within: 1e-13, "value")
  }

  @Test(arguments: LossTrial.all.filter { $0.seed <= 2 })
  func derivatives(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var points: [Tensor] = []
    var places: [Int] = []
    for (i, input) in loss.inputs.enumerated() where !Self.isFixed(input, loss) {
      places.append(i)
      points.append(
        input.form == .zeroOne ? try sample.inputs[i].map { $0 == 0 ? 0.1 : 0.8 } : sample.inputs[i])
    }
    try checkGradients(
      DifferentiableCase(trial.testDescription, at: points) { [places] (v) throws(MathError) in
        var arguments = sample.inputs.map { Traced($0) }
        for (place, value) in zip(places, v) { arguments[place] = value }
        return try loss.evaluate(arguments, sample.options)
      }, tolerance: 1e-5, skippingKinks: true)
  }

  /// Labels that choose between formulas have no neighbours to compare with.
  private static func isFixed(_ input: LossInput, _ loss: Loss) -> Bool {
    input.form.isOnePerRow || input.form == .classSet
      || loss.name == "hinge_embedding" && input.name == "y_true"
  }

  @Test(arguments: LossTrial.all.filter { $0.loss.inputs.count == 2 })
  func theKernelAgrees(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = sample.options
    options.reduction = .sum
    let columns = loss.isWhole ? sample.yPred.count : LossSample.columns
    let scale = loss.isRowwise ? 1 : 1 / Double(columns)
    let kernel = loss.kernel(options)
    var slopes = [Double](repeating: .nan, count: sample.yPred.count)
    let (sum, again) = sample.yTrue.elements.withUnsafeBufferPointer { y in
      sample.yPred.elements.withUnsafeBufferPointer { p in
        let first = slopes.withUnsafeMutableBufferPointer { kernel.sum(y, p, columns, $0) }
        return (first, kernel.sum(y, p, columns, nil))
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
    let far = Double.infinity
    let right: [(String, [[Double]], Bool)] = [
      ("mse", [[1, -2], [1, -2]], false), ("msle", [[1, 3], [1, 3]], false),
      ("mae", [[1, -2], [1, -2]], false), ("bce", [[1, 0], [1, 0]], false),
      ("bce", [[1, 0], [far, -far]], true), ("hinge", [[1, -1], [1, -1.5]], false),
      ("squared_hinge", [[1, -1], [1, -1.5]], false), ("cce", [[0, 1], [0, 1]], false),
      ("sparse_cce", [[1], [0, 1]], false), ("kl", [[0.1, 0.9], [0.1, 0.9]], false),
      ("kl", [[0, 1], [0, 1]], false), ("huber", [[1, -2], [1, -2]], false),
      ("smooth_l1", [[1, -2], [1, -2]], false), ("log_cosh", [[1, -2], [1, -2]], false),
      ("mape", [[1, -2], [1, -2]], false), ("quantile", [[1, -2], [1, -2]], false),
      ("binary_focal", [[1, 0], [1, 0]], false), ("soft_margin", [[1, -1], [far, -far]], false),
      ("dice", [[1, 0], [1, 0]], false), ("tversky", [[1, 0], [1, 0]], false),
      ("categorical_focal", [[0, 1], [0, 1]], false), ("categorical_hinge", [[0, 1], [0.5, 1.5]], false),
      ("nll", [[1], [-far, 0]], false), ("multi_margin", [[1], [0.5, 1.5]], false),
      ("multilabel_margin", [[1, -1], [0.5, 1.5]], false),
      ("multilabel_soft_margin", [[1, 0], [far, -far]], false),
      ("hinge_embedding", [[1, -1], [0, 1]], false), ("margin_ranking", [[1, -1], [1, 1], [1, 2]], false),
      ("triplet", [[1, 1], [1, 1], [2, 1]], false), ("cosine_embedding", [[1], [1, 1], [2, 2]], false),
    ]
    #expect(Set(right.map(\.0)) == Set(Loss.all.map(\.name)).subtracting(Self.signed))
    for (name, inputs, fromLogits) in right {
      let loss = try #require(Loss.named(name))
      let value = try loss.value(inputs.map { Tensor($0) }, LossOptions(fromLogits: fromLogits))
      #expect(value.single == 0, "\(name)")
    }
  }

  @Test func aClassTwiceInASetCountsTwice() throws {
    let loss = try #require(Loss.named("multilabel_margin"))
    let labels = Tensor([0, 0, -1])
    let found = try gradient(at: Tensor([0.5, 0.25, 0])) { (p) throws(MathError) in
      try loss.evaluate(yTrue: Traced(labels), yPred: p)
    }
    #expect(found == Tensor([-4.0 / 3, 2.0 / 3, 2.0 / 3]))
    let value = try loss.value(labels, Tensor([0.5, 0.25, 0]), LossOptions())
    expectUlps(value.elements, [2.5 / 3], within: 1, "value")
  }

  /// What all numbers of a row share is computed once: with work for each pair of them this would not end.
  @Test(arguments: ["dice", "tversky", "categorical_hinge"])
  func longRows(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let count = 200_000
    let y = Tensor((0..<count).map { $0 % 5 == 0 ? 1 : 0 })
    let p = Tensor((0..<count).map { 0.25 + 0.5 * Double($0 % 7) / 7 })
    let value = try #require(loss.value(y, p, LossOptions()).single)
    let parts = try loss.contributions(yTrue: y, yPred: p)
    #expect(isRelativelyClose(Summation.sum(parts.elements), value, tolerance: 1e-12) || value == 0)
    let slopes = try gradient(at: p) { (p) throws(MathError) in try loss.evaluate(yTrue: Traced(y), yPred: p)
    }
    // The same label and prediction, the same slope.
    #expect(slopes.elements[10] == slopes.elements[45] && slopes.elements.allSatisfy(\.isFinite))
  }

  @Test func scaling() throws {
    var random = Seeded(5)
    let (y, p) = (Tensor(random.vector(6, -2, 2)), Tensor(random.vector(6, -2, 2)))
    let signs = try y.map { $0 < 0 ? -1 : 1 }
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
    for loss in Loss.all where !loss.isRowwise || loss.isWhole {
      let more = Array(repeating: Tensor(1), count: loss.inputs.count - 2)
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3], right: [3, 1])) {
        try loss.value([Tensor([1, 2, 3]), column] + more, LossOptions())
      }
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3, 1], right: [3])) {
        try loss.value([column, Tensor([1, 2, 3])] + more, LossOptions())
      }
    }
    for loss in Loss.all where loss.isRowwise && !loss.isWhole {
      let count = loss.inputs.count
      #expect(throws: MathError.needsRows(operation: loss.name)) {
        try loss.value(Array(repeating: Tensor(1), count: count), LossOptions())
      }
      let labels = Tensor([0, 1, 2])
      #expect(throws: MathError.shapesDiffer(operation: loss.name, left: [3], right: [2, 3])) {
        try loss.value([labels] + Array(repeating: matrix, count: count - 1), LossOptions())
      }
    }
  }

  @Test(arguments: Loss.all.map(\.name))
  func tooFewAndTooManyArguments(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    for count in [0, 1, loss.inputs.count + 1] {
      #expect(throws: MathError.self) {
        try loss.value(Array(repeating: Tensor([1, 1]), count: count), LossOptions())
      }
    }
  }

  @Test func nothingToAverage() throws {
    for loss in Loss.all {
      let rows = try Tensor.filled(0, shape: loss.isRowwise ? [0, 3] : [0])
      let inputs = loss.inputs.map { $0.form.isOnePerRow ? Tensor([]) : rows }
      #expect(throws: MathError.empty(operation: loss.name)) { try loss.value(inputs, LossOptions()) }
      guard !loss.isWhole else { continue }
      #expect(try loss.value(inputs, LossOptions(reduction: .sum)).single == 0)
      #expect(try loss.value(inputs, LossOptions(reduction: .none)).count == 0)
    }
    for loss in Loss.all where loss.isRowwise {
      let inputs = loss.inputs.map { $0.form.isOnePerRow ? Tensor(0) : Tensor([]) }
      #expect(throws: MathError.empty(operation: loss.name)) {
        try loss.value(inputs, LossOptions(reduction: .sum))
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
