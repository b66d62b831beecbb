import Testing

@testable import Training

@Suite struct LabelsTests {
  private func objective(_ labels: LabelEncoding) -> Objective {
    Objective(name: "any", kernel: Kernels.mse, activation: .linear, labels: labels, metric: .accuracy)
  }

  @Test func twoClasses() throws {
    let two = try Dataset(
      name: "two", features: [1, 2, 3], targets: [0, 1, 1], columns: 1, kind: .classes(2))
    let expected: [(LabelEncoding, Int, [Double])] = [
      (.real, 1, [0, 1, 1]), (.zeroOne, 1, [0, 1, 1]), (.plusMinusOne, 1, [-1, 1, 1]),
      (.oneHot, 2, [1, 0, 0, 1, 0, 1]), (.classIndex, 2, [0, 1, 1]),
      (.classSet, 2, [0, -1, 1, -1, 1, -1]),
    ]
    for (encoding, outputs, values) in expected {
      let labels = try Labels(two, for: objective(encoding))
      #expect(labels.outputs == outputs, "\(encoding)")
      #expect(labels.values == values, "\(encoding)")
      #expect(labels.columns * two.rows == values.count, "\(encoding)")
    }
  }

  @Test func threeClasses() throws {
    let three = try Dataset(
      name: "three", features: [1, 2], targets: [2, 0], columns: 1, kind: .classes(3))
    #expect(try Labels(three, for: objective(.oneHot)).values == [0, 0, 1, 1, 0, 0])
    #expect(try Labels(three, for: objective(.classIndex)).outputs == 3)
  }
}
