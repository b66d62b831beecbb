import Testing

@testable import LossMath

struct CatalogueTests {
  @Test func namesAreUnique() {
    let names = Loss.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(Loss.all.count == 31)
  }

  @Test func everyNameFindsItsLoss() {
    for loss in Loss.all {
      for name in [loss.name] + loss.aliases { #expect(Loss.named(name)?.name == loss.name) }
    }
    #expect(Loss.named("mze") == nil)
  }

  @Test(arguments: Loss.all.map(\.name))
  func entriesAreComplete(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let texts = [
      loss.title, loss.summary, loss.use, loss.formula, loss.latex, loss.gradient, loss.keras, loss.torch,
      loss.term,
    ]
    #expect(texts.allSatisfy { !$0.isEmpty })
    #expect(!loss.aliases.isEmpty && !loss.pitfalls.isEmpty && !loss.seeAlso.isEmpty)
    #expect(loss.pitfalls.allSatisfy { !$0.isEmpty })
    #expect(loss.example.hasPrefix(loss.name + "("))
    #expect(loss.options.first == .reduction && loss.options.last == .weights)
    #expect(Set(loss.options).count == loss.options.count)
    #expect(loss.inputs.count == (["var", "x2", "negative"].contains(loss.inputs.last?.name) ? 3 : 2))
    #expect(Set(loss.inputs.map(\.name)).count == loss.inputs.count)
    #expect(loss.seeAlso.allSatisfy { $0 != loss.name })
    #expect((loss.logitTerm != nil) == loss.accepts(.fromLogits))
  }

  @Test(arguments: Loss.all.map(\.name))
  func defaultsAreInTheirRange(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    for number in loss.numbers {
      #expect(number.option.kind == .number)
      if let standard = number.standard { #expect(number.range.contains(standard)) }
      #expect(!number.range.contains(.nan) && !number.range.contains(.infinity))
      #expect(loss.summary(of: number.option).hasPrefix(number.option.summary))
    }
    #expect(loss.options.filter { $0.kind == .number } == loss.numbers.map(\.option))
    #expect(loss.options.allSatisfy { !loss.summary(of: $0).isEmpty })
  }

  /// What is written out as the default does what leaving it out does.
  @Test(arguments: Loss.all.map(\.name))
  func defaultsAreWhatIsComputed(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let sample = try #require(LossSample(loss, LossOptions(), seed: 3))
    var written = LossOptions()
    for number in loss.numbers where number.standard != nil {
      written[number: number.option] = number.standard
    }
    #expect(try loss.value(sample.inputs, written) == loss.value(sample.inputs, LossOptions()))
  }

  @Test func oneHotRows() throws {
    #expect(try oneHot(Tensor([2, 0]), classes: 3) == Tensor(shape: [2, 3], elements: [0, 0, 1, 1, 0, 0]))
    #expect(try oneHot(Tensor([]), classes: 3).shape == [0, 3])
    #expect(throws: MathError.badClassIndex(value: 3, row: 0, classes: 3)) {
      try oneHot(Tensor(3), classes: 3)
    }
    #expect(throws: MathError.badClassIndex(value: 0, row: 0, classes: 0)) {
      try oneHot(Tensor(0), classes: 0)
    }
    #expect(throws: MathError.badClassIndex(value: 0, row: 0, classes: -2)) {
      try oneHot(Tensor(0), classes: -2)
    }
  }
}
