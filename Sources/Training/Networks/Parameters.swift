import CNumerics

/// A network's weights and biases in one piece of memory, layer after layer: what an optimiser steps through.
final class Parameters {
  let shape: NetworkShape
  let buffer: AlignedBuffer
  private let layers: [DenseLayer]

  /// All zero: room for a gradient, or for an optimiser's state.
  init(shape: NetworkShape) {
    self.shape = shape
    buffer = AlignedBuffer(numbers: shape.parameters)
    var next = buffer.numbers
    layers = shape.layers.map { size in
      let weights = next
      let biases = weights + size.inputs * size.outputs
      next = biases + size.outputs
      return DenseLayer(inputs: size.inputs, outputs: size.outputs, weights: weights, biases: biases)
    }
  }

  convenience init(_ weights: Weights) {
    self.init(shape: weights.shape)
    for (target, layer) in zip(layers, weights.layers) {
      target.weights.update(from: layer.weights, count: target.inputs * target.outputs)
      target.biases.update(from: layer.biases, count: target.outputs)
    }
  }

  @inline(__always)
  func layer(_ index: Int) -> DenseLayer { layers[index] }

  /// Whether every number is finite.
  var areFinite: Bool {
    var sum = Lane.zero
    // A product with 0 is 0 for a finite number and not a number for the others.
    for i in 0..<buffer.count { sum += buffer.lanes[i] * 0 }
    return sum == .zero
  }

  /// Takes over the numbers of `other`, which has the same shape.
  func copy(_ other: Parameters) {
    buffer.lanes.update(from: other.buffer.lanes, count: min(buffer.count, other.buffer.count))
  }

  var weights: Weights {
    Weights(
      checked: layers.map { layer in
        Weights.Layer(
          inputs: layer.inputs, outputs: layer.outputs,
          weights: Array(UnsafeBufferPointer(start: layer.weights, count: layer.inputs * layer.outputs)),
          biases: Array(UnsafeBufferPointer(start: layer.biases, count: layer.outputs)))
      }, shape: shape)
  }
}
