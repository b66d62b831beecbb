@testable import Training

extension Trainer {
  /// The slope of a batch's loss along one parameter by central differences, with a step so small that it hardly ever
  /// crosses a kink, and so large that rounding stays far below 1e-6.
  func slope(_ batch: Int, along index: Int) -> Double {
    let numbers = parameters.buffer.numbers
    let (value, h) = (numbers[index], 1e-6)
    defer { numbers[index] = value }
    numbers[index] = value + h
    let above = computeGradient(batch)
    numbers[index] = value - h
    let below = computeGradient(batch)
    return (above - below) / (2 * h)
  }

  /// The gradient that the last batch left, an entry for each parameter.
  var gradientEntries: [Double] {
    Array(UnsafeBufferPointer(start: gradient.buffer.numbers, count: parameters.shape.parameters))
  }
}
