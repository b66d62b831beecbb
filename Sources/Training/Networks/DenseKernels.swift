// The arithmetic of a dense layer is in C, where a function can be compiled for several vector widths and the widest be
// chosen when the program runs.
import CNumerics

/// A batch in memory: `lanes` lanes of eight rows for each feature, features `stride` lanes apart.
typealias Block = numerics_block

/// One layer's place in the parameters, or in their gradient: `inputs × outputs` weights, row by row, and biases.
typealias DenseLayer = numerics_layer

/// The vector registers that a network is computed with. Every width gives the same bits.
public enum VectorWidth: String, Sendable, CaseIterable {
  /// What every processor of the architecture has: SSE2 or NEON, two numbers at a time.
  case baseline
  /// Four numbers at a time, on x86-64.
  case avx2

  /// The widest that this processor has.
  public static let widest: VectorWidth = numerics_widest() == NUMERICS_AVX2 ? .avx2 : .baseline

  /// As the kernels know it; they take `baseline` where the processor lacks more.
  fileprivate var code: numerics_width { self == .avx2 ? NUMERICS_AVX2 : NUMERICS_BASELINE }
}

extension Block {
  init(_ buffer: borrowing AlignedBuffer, at offset: Int, stride: Int, lanes: Int) {
    self.init(start: buffer.numbers + offset * Lane.scalarCount, stride: stride, lanes: lanes)
  }

  /// A feature's first row.
  @inline(__always)
  func feature(_ index: Int) -> UnsafeMutablePointer<Double> { start + index * stride * Lane.scalarCount }
}

extension DenseLayer {
  /// Writes every unit's sum over `input` to `output`, through `activation` if there is one.
  func forward(_ input: Block, to output: Block, _ activation: HiddenActivation?, _ width: VectorWidth) {
    withUnsafePointer(to: self) {
      numerics_forward(width.code, $0, input, output, activation?.code ?? NUMERICS_LINEAR)
    }
  }

  /// Writes the gradient with respect to this layer's parameters into `self`, which lies in the gradient.
  ///
  /// - Parameters:
  ///   - delta: The gradient with respect to the units' sums; zero in unused places.
  ///   - input: What the layer saw on the way forward.
  func writeGradient(_ delta: Block, input: Block, _ width: VectorWidth) {
    withUnsafePointer(to: self) { numerics_gradient(width.code, $0, delta, input) }
  }

  /// Writes the gradient with respect to the previous layer's sums, whose activations were `values`.
  func backward(
    _ delta: Block, to previous: Block, at values: Block, _ activation: HiddenActivation, _ width: VectorWidth
  ) {
    withUnsafePointer(to: self) {
      numerics_backward(width.code, $0, delta, previous, values, activation.code)
    }
  }
}

/// One step of gradient descent with momentum: `v = momentum · v − rate · g; w = w + v`.
func momentumStep(
  _ parameters: UnsafeMutablePointer<Lane>, velocity: UnsafeMutablePointer<Lane>,
  gradient: UnsafePointer<Lane>, lanes: Int, rate: Double, momentum: Double, _ width: VectorWidth = .widest
) {
  func numbers(_ lanes: UnsafePointer<Lane>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(mutating: lanes).assumingMemoryBound(to: Double.self)
  }
  numerics_momentum(
    width.code, numbers(parameters), numbers(velocity), numbers(gradient), lanes, rate, momentum)
}
