// The arithmetic of a dense layer, where all the time of a training run goes.
//
// A batch lies in memory feature by feature: all rows' first feature, then all rows' second. Eight rows fill a lane,
// so any layer width runs at full vector speed and only the last lane of a batch has unused places. Weights stay
// packed, inputs × outputs, as they are in a weights file. Products and sums are written `a * b + c`: a fused
// multiply-add is a slow library call where the processor has none, and would give other bits where it has.

/// A batch in memory: `lanes` lanes of eight rows for each feature, features `stride` lanes apart.
struct Block {
  let start: UnsafeMutablePointer<Lane>
  let stride: Int
  let lanes: Int

  @inline(__always)
  func feature(_ index: Int) -> UnsafeMutablePointer<Lane> {
    start + index * stride
  }
}

/// One layer's place in the parameters, or in their gradient.
struct DenseLayer {
  let inputs: Int
  let outputs: Int
  /// `inputs × outputs` numbers, row by row.
  let weights: UnsafeMutablePointer<Double>
  /// `outputs` numbers.
  let biases: UnsafeMutablePointer<Double>
}

extension DenseLayer {
  /// Writes every unit's sum over `input` to `output`, through `activation` if there is one.
  func forward(_ input: Block, to output: Block, _ activation: HiddenActivation?) {
    // Two units at a time: each row of the input is then read half as often.
    for unit in stride(from: 0, to: outputs - 1, by: 2) {
      let (first, second) = (output.feature(unit), output.feature(unit + 1))
      for lane in 0..<input.lanes {
        let (a, b) = sums(unit, unit + 1, input.start + lane, input.stride)
        first[lane] = activation?.value(a) ?? a
        second[lane] = activation?.value(b) ?? b
      }
    }
    guard outputs % 2 == 1 else { return }
    let unit = outputs - 1
    let last = output.feature(unit)
    for lane in 0..<input.lanes {
      let (sum, _) = sums(unit, unit, input.start + lane, input.stride)
      last[lane] = activation?.value(sum) ?? sum
    }
  }

  /// The sums of two units over one lane of all inputs.
  @inline(__always)
  private func sums(
    _ first: Int, _ second: Int, _ input: UnsafeMutablePointer<Lane>, _ stride: Int
  ) -> (Lane, Lane) {
    var (a, b) = (Lane(repeating: biases[first]), Lane(repeating: biases[second]))
    var (weight, source) = (weights, input)
    for _ in 0..<inputs {
      let x = source.pointee
      a = x * weight[first] + a
      b = x * weight[second] + b
      weight += outputs
      source += stride
    }
    return (a, b)
  }

  /// Writes the gradient with respect to this layer's parameters into `self`, which lies in the gradient.
  ///
  /// - Parameters:
  ///   - delta: The gradient with respect to the units' sums; zero in unused places.
  ///   - input: What the layer saw on the way forward.
  func writeGradient(_ delta: Block, input: Block) {
    for unit in 0..<outputs {
      let slopes = delta.feature(unit)
      var bias = Lane.zero
      for lane in 0..<delta.lanes { bias += slopes[lane] }
      biases[unit] = total(bias)
      for i in stride(from: 0, to: inputs - 1, by: 2) {
        let pair = products(input.feature(i), input.feature(i + 1), slopes, delta.lanes)
        weights[i * outputs + unit] = pair[0]
        weights[(i + 1) * outputs + unit] = pair[1]
      }
      if inputs % 2 == 1 {
        let last = input.feature(inputs - 1)
        weights[(inputs - 1) * outputs + unit] = products(last, last, slopes, delta.lanes)[0]
      }
    }
  }

  /// Writes the gradient with respect to the previous layer's sums, whose activations were `values`.
  func backward(_ delta: Block, to previous: Block, at values: Block, _ activation: HiddenActivation) {
    for i in 0..<inputs {
      let row = weights + i * outputs
      let (target, value) = (previous.feature(i), values.feature(i))
      for lane in 0..<delta.lanes {
        var sum = Lane.zero
        for unit in 0..<outputs {
          sum = delta.feature(unit)[lane] * row[unit] + sum
        }
        target[lane] = activation.backward(sum, at: value[lane])
      }
    }
  }
}

/// The sum of a lane's eight numbers, halves first.
@inline(__always)
private func total(_ lane: Lane) -> Double {
  let four = lane.lowHalf + lane.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}

/// Two features' inner products with the slopes of one unit: one alone would wait for its own last sum.
@inline(__always)
private func products(
  _ first: UnsafeMutablePointer<Lane>, _ second: UnsafeMutablePointer<Lane>,
  _ slopes: UnsafeMutablePointer<Lane>, _ lanes: Int
) -> SIMD2<Double> {
  var (a, b) = (Lane.zero, Lane.zero)
  for lane in 0..<lanes {
    let slope = slopes[lane]
    a = first[lane] * slope + a
    b = second[lane] * slope + b
  }
  let (fourA, fourB) = (a.lowHalf + a.highHalf, b.lowHalf + b.highHalf)
  let (twoA, twoB) = (fourA.lowHalf + fourA.highHalf, fourB.lowHalf + fourB.highHalf)
  return SIMD2(twoA[0], twoB[0]) + SIMD2(twoA[1], twoB[1])
}

/// One step of gradient descent with momentum: `v = momentum · v − rate · g; w = w + v`.
func momentumStep(
  _ parameters: UnsafeMutablePointer<Lane>, velocity: UnsafeMutablePointer<Lane>,
  gradient: UnsafePointer<Lane>, lanes: Int, rate: Double, momentum: Double
) {
  for i in 0..<lanes {
    let next = velocity[i] * momentum - gradient[i] * rate
    velocity[i] = next
    parameters[i] += next
  }
}
