import Testing

@testable import Training

@Suite struct MetricRuleTests {
  private func value(
    _ metric: Metric, _ labels: LabelEncoding, _ activation: OutputActivation, _ y: [Double], _ p: [Double],
    columns: Int = 1
  ) -> Double {
    let objective = Objective(
      name: "any", kernel: Kernels.mse, activation: activation, labels: labels, metric: metric)
    return y.withUnsafeBufferPointer { y in
      p.withUnsafeBufferPointer { p in
        MetricRule(objective).value(labels: y, outputs: p, columns: columns)
      }
    }
  }

  @Test func meanSquare() {
    #expect(value(.mse, .real, .linear, [3, -0.5, 2, 7], [2.5, 0, 2, 8]) == 0.375)
    #expect(value(.mse, .oneHot, .softmax, [1, 0, 0, 1], [0.5, 0.5, 0, 1], columns: 2) == 0.125)
  }

  @Test func probabilitiesDecideAtOneHalf() {
    #expect(value(.accuracy, .zeroOne, .sigmoid, [0, 0, 1, 1], [0.4, 0.6, 0.4, 0.6]) == 0.5)
    #expect(value(.accuracy, .zeroOne, .sigmoid, [1, 0], [0.5, 0.5]) == 0.5)
    #expect(value(.accuracy, .plusMinusOne, .sigmoid, [-1, 1], [0.4, 0.6]) == 1)
    #expect(value(.accuracy, .real, .linear, [0, 1], [0.4, 0.6]) == 1)
  }

  @Test func logitsDecideBySign() {
    #expect(value(.accuracy, .zeroOne, .linear, [0, 0, 1, 1], [-0.1, 0.1, -0.1, 0.1]) == 0.5)
    #expect(value(.accuracy, .zeroOne, .linear, [1, 1], [0.3, 2]) == 1)
  }

  @Test func plusAndMinusDecideBySign() {
    #expect(value(.accuracy, .plusMinusOne, .tanh, [-1, -1, 1, 1], [-0.2, 0.2, 0.2, 0]) == 0.5)
  }

  @Test func theFirstOfTheLargestScoresDecides() {
    #expect(value(.accuracy, .classIndex, .linear, [2, 0], [1, 2, 3, 5, 5, 4], columns: 3) == 1)
    #expect(value(.accuracy, .classIndex, .linear, [1, 1], [1, 2, 3, 5, 5, 4], columns: 3) == 0)
    #expect(value(.accuracy, .oneHot, .softmax, [0, 1, 1, 0], [0.1, 0.9, 0.2, 0.8], columns: 2) == 0.5)
  }
}
