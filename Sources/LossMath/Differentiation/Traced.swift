/// A tensor that may remember how it was computed.
///
/// All arithmetic of the language is done on traced tensors. A constant has no trace and costs nothing extra;
/// a value that depends on a variable of a `Tape` knows its place there.
public struct Traced {
  /// The numbers, without their history.
  public let value: Tensor
  let trace: Trace?

  struct Trace {
    let tape: Tape
    let index: Int
  }

  /// A constant.
  public init(_ value: Tensor) {
    self.value = value
    trace = nil
  }

  /// A constant of shape `[]`.
  public init(_ number: Double) { self.init(Tensor(number)) }

  init(_ value: Tensor, tape: Tape, index: Int) {
    self.value = value
    trace = Trace(tape: tape, index: index)
  }

  /// Whether it depends on no variable of a tape: its gradient is 0 with respect to everything.
  public var isConstant: Bool { trace == nil }

  /// The same value without its history.
  public var detached: Traced { Traced(value) }
  /// The sizes of its axes, outermost first; `[]` for one number.
  public var shape: [Int] { value.shape }
}

/// How a gradient flows back through one operation: the vector–Jacobian product (vjp).
///
/// It is written with traced operations, so a vjp can itself be differentiated, to any order.
struct Pullback {
  struct Step {
    let inputs: [Traced]
    let output: Traced
    /// The gradient that arrives at the output; it has the output's shape.
    let cotangent: Traced
    /// Which inputs want a gradient.
    let wanted: [Bool]
    /// Which elements of the output anything depends on, where a `select` has left some out.
    let live: Tensor?
  }

  /// How the elements of the inputs correspond to those of the output.
  enum Flow {
    /// Each element of the output may depend on many of an input.
    case mixed
    /// Each element depends on the one in the same place, where the shapes agree.
    case elementwise
    /// The elements come from the first input where the mask is not 0, else from the second.
    case choice(Tensor)
  }

  var flow = Flow.mixed
  /// One gradient for each input, of the input's shape; nothing where there is none or none is wanted.
  let apply: (Step) throws(MathError) -> [Traced?]

  /// The rule of an operation with one input.
  static func unary(
    _ rule: @escaping (_ x: Traced, _ y: Traced, _ g: Traced) throws(MathError) -> Traced
  ) -> Pullback {
    Pullback { (step) throws(MathError) in [try rule(step.inputs[0], step.output, step.cotangent)] }
  }

  /// The rule of an operation on each element of one input.
  static func elementwise(
    _ rule: @escaping (_ x: Traced, _ y: Traced, _ g: Traced) throws(MathError) -> Traced
  ) -> Pullback {
    Pullback(flow: .elementwise) { (step) throws(MathError) in
      [try rule(step.inputs[0], step.output, step.cotangent).keeping(step.live)]
    }
  }
}
