import Testing

@testable import LossMath

/// The options that work alike in every loss that takes them.
struct LossOptionsTests {
  @Test(arguments: LossTrial.all.filter { $0.seed == 1 && $0.variant.isEmpty })
  func weightsMultiplyEachSample(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = LossOptions(reduction: .none)
    let plain = try loss.value(sample.inputs, options)
    let weights = loss.isWhole ? Tensor(2.5) : Tensor([0.5, 0, 3])
    options.weights = weights
    let weighted = try loss.value(sample.inputs, options)
    let stretch = plain.count / max(weights.count, 1)
    let expected = plain.elements.indices.map { plain.elements[$0] * weights.elements[$0 / stretch] }
    #expect(weighted.elements == expected && weighted.shape == plain.shape)
    // As Keras's sum_over_batch_size: by the number of samples, not by the sum of the weights.
    options.reduction = .mean
    let mean = try #require(loss.value(sample.inputs, options).single)
    expectUlps([mean], [Summation.sum(expected) / Double(plain.count)], within: 0, "mean")
    options.reduction = .sum
    let found = try gradient(at: sample.inputs[1]) { (p) throws(MathError) in
      try loss.evaluate(sample.inputs.map { Traced($0) }.replacing(1, with: p), options)
    }
    options.weights = nil
    let whole = try gradient(at: sample.inputs[1]) { (p) throws(MathError) in
      try loss.evaluate(sample.inputs.map { Traced($0) }.replacing(1, with: p), options)
    }
    let share = found.count / max(weights.count, 1)
    let scaled = whole.elements.indices.map { whole.elements[$0] * weights.elements[$0 / share] }
    expectUlps(found.elements, scaled, within: 1, "gradient")
  }

  @Test func aWeightOfZeroLeavesASampleOut() throws {
    let loss = try #require(Loss.named("bce"))
    var options = LossOptions(reduction: .sum)
    options.weights = Tensor([1, 0])
    #expect(try loss.value(Tensor([1, 1]), Tensor([1, 0]), options).single == 0)
    let slope = try gradient(at: Tensor([0.5, 0])) { (p) throws(MathError) in
      try loss.evaluate(yTrue: Traced(Tensor([1, 1])), yPred: p, options)
    }
    #expect(slope == Tensor([-2, 0]))
  }

  @Test func weightsThatDoNotFit() throws {
    let loss = try #require(Loss.named("mse"))
    var options = LossOptions()
    options.weights = Tensor([1, 2, 3])
    #expect(throws: MathError.shapesDiffer(operation: "weights", left: [3], right: [2])) {
      try loss.value(Tensor([1, 1]), Tensor([1, 0]), options)
    }
    let column = try Tensor([1, 2]).reshaped([2, 1])
    options.weights = column
    #expect(throws: MathError.shapesDiffer(operation: "weights", left: [2, 1], right: [2])) {
      try loss.value(Tensor([1, 1]), Tensor([1, 0]), options)
    }
  }

  private func alongTheLastAxis(
    _ loss: Loss, _ inputs: [Tensor], _ options: LossOptions
  ) throws -> (value: Tensor, parts: Tensor) {
    var options = options
    options.axis = -1
    return (try loss.value(inputs, options), try loss.contributions(inputs, options))
  }

  /// Classes along the first axis are the transposed rows.
  @Test(arguments: LossTrial.all.filter { $0.seed == 1 && $0.loss.accepts(.axis) })
  func axis(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = trial.options
    options.reduction = .none
    let (expected, parts) = try alongTheLastAxis(loss, sample.inputs, options)
    let turned = try sample.inputs.map { try Traced($0).transposed().value }
    options.axis = 0
    let found = try loss.value(turned, options)
    #expect(found == expected && found.shape == [LossSample.rows])
    #expect(try Traced(loss.contributions(turned, options)).transposed().value == parts)
    options.reduction = .sum
    let slopes = try gradient(at: turned[1]) { (p) throws(MathError) in
      try loss.evaluate(turned.map { Traced($0) }.replacing(1, with: p), options)
    }
    options.axis = 1
    let rows = try gradient(at: sample.inputs[1]) { (p) throws(MathError) in
      try loss.evaluate(sample.inputs.map { Traced($0) }.replacing(1, with: p), options)
    }
    #expect(try Traced(slopes).transposed().value == rows)
  }

  /// Axes of size 1 behind the one that is named change nothing: a column with `axis=0` is its row.
  @Test(arguments: LossTrial.all.filter { $0.seed == 1 && $0.loss.accepts(.axis) })
  func axisBeforeAxesOfOne(_ trial: LossTrial) throws {
    let (loss, sample) = (trial.loss, try #require(trial.sample))
    var options = trial.options
    options.reduction = .none
    let (expected, parts) = try alongTheLastAxis(loss, sample.inputs, options)
    let deep = try sample.inputs.map { $0.rank == 2 ? try $0.reshaped($0.shape + [1]) : $0 }
    options.axis = 1
    #expect(try loss.value(deep, options).elements == expected.elements)
    #expect(try loss.contributions(deep, options).elements == parts.elements)
  }

  @Test func axisOutOfRange() throws {
    var options = LossOptions()
    options.axis = 2
    for loss in Loss.all where loss.accepts(.axis) {
      let sample = try #require(LossSample(loss, options, seed: 1))
      #expect(throws: MathError.axisOutOfRange(axis: 2, rank: 2)) { try loss.value(sample.inputs, options) }
    }
  }

  @Test func numbersOutsideTheirRange() throws {
    for loss in Loss.all {
      let sample = try #require(LossSample(loss, LossOptions(), seed: 1))
      for number in loss.numbers {
        for value in [-7, 0, 1, 2.5, .nan, .infinity] as [Double] where !number.range.contains(value) {
          var options = LossOptions()
          options[number: number.option] = value
          let expected = MathError.badOption(
            name: number.option.rawValue, value: "\(value)", allowed: number.range.rawValue)
          #expect(throws: expected) { try loss.value(sample.inputs, options) }
        }
      }
    }
  }

  @Test func classWeightsThatDoNotFit() throws {
    for loss in Loss.all where loss.accepts(.classWeights) {
      let sample = try #require(LossSample(loss, LossOptions(), seed: 1))
      for weights in [[], [1, 2, 3], [1, 1, 1, 1, 1], [1, -1], [1, 1, 1, -1]] as [[Double]] {
        var options = LossOptions()
        options.classWeights = weights
        #expect(throws: MathError.self) { try loss.value(sample.inputs, options) }
      }
    }
  }

  @Test func wholeLossesTakeEverythingAtOnce() throws {
    for name in ["dice", "tversky"] {
      let loss = try #require(Loss.named(name))
      let sample = try #require(LossSample(loss, LossOptions(), seed: 2))
      let flat = try sample.inputs.map { try $0.reshaped([$0.count]) }
      #expect(try loss.value(sample.inputs, LossOptions()) == loss.value(flat, LossOptions()))
      var options = LossOptions(reduction: .none)
      options.axis = -1
      #expect(try loss.value(sample.inputs, options).shape == [LossSample.rows])
      #expect(try loss.value([Tensor(1), Tensor(0.5)], LossOptions()).shape == [])
    }
  }

  @Test func numbersAndFlagsByName() {
    var options = LossOptions()
    for option in LossOption.allCases {
      options[number: option] = 0.25
      #expect(options[number: option] == (option.kind == .number ? 0.25 : nil))
      options.set(option, to: true)
    }
    #expect(options.fromLogits && options.logInput && options.full && options.swap)
    #expect(options.applyClassBalancing == true)
    options[number: .epsilon] = nil
    options[number: .delta] = nil
    #expect(options.epsilon == 0 && options.delta == nil)
  }
}
