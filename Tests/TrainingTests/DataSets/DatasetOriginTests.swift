import Testing
import Training

@Test func everyGeneratorSaysHowToCallScikitLearn() throws {
  let circles = try Dataset.circles(rows: 30, noise: 0.25, factor: 0.5, shuffle: false, seed: 9)
  guard case .generator(let call) = circles.origin.source else {
    Issue.record("a generator made it")
    return
  }
  #expect(call.function == "make_circles")
  #expect(
    call.arguments.map(\.name) == ["n_samples", "shuffle", "noise", "random_state", "factor"])
  #expect(
    call.arguments.map(\.value) == [.integer(30), .truth(false), .number(0.25), .integer(9), .number(0.5)])
  #expect(circles.origin.steps.isEmpty)
  #expect(try function(.blobs(rows: 10)) == "make_blobs")
  #expect(try function(.moons(rows: 10)) == "make_moons")
  #expect(try function(.regression(rows: 10)) == "make_regression")
}

@Test func stepsAreKeptInOrder() throws {
  let data = try Dataset.regression(rows: 10).standardised()
  #expect(data.origin.steps == [.standardised(fittedOn: .all)])
  #expect(data.origin.source == (try Dataset.regression(rows: 10).origin.source))
}

@Test func numbersHandedOverHaveNoOtherOrigin() throws {
  let own = try Dataset(name: "mine", features: [1, 2], targets: [1, 2], columns: 1, kind: .regression)
  #expect(own.origin == DatasetOrigin(.values))
}

private func function(_ data: Dataset) -> String? {
  if case .generator(let call) = data.origin.source { call.function } else { nil }
}
