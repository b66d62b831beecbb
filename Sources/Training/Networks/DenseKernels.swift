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
    var unit = 0
    while unit + 1 < outputs {
      let (first, second) = (output.feature(unit), output.feature(unit + 1))
      for lane in 0..<input.lanes {
        var sums = (Lane(repeating: biases[unit]), Lane(repeating: biases[unit + 1]))
        var weight = weights + unit
        var source = input.start + lane
        for _ in 0..<inputs {
          let x = source.pointee
          sums.0 = x * weight[0] + sums.0
          sums.1 = x * weight[1] + sums.1
          weight += outputs
          source += input.stride
        }
        first[lane] = activation?.value(sums.0) ?? sums.0
        second[lane] = activation?.value(sums.1) ?? sums.1
      }
      unit += 2
    }
    if unit < outputs { forwardLast(unit, input, to: output.feature(unit), activation) }
  }

  /// The odd unit that is left when they are taken two at a time.
  @inline(__always)
  private func forwardLast(
    _ unit: Int, _ input: Block, to target: UnsafeMutablePointer<Lane>, _ activation: HiddenActivation?
  ) {
    for lane in 0..<input.lanes {
      var sum = Lane(repeating: biases[unit])
      for i in 0..<inputs {
        sum = input.feature(i)[lane] * weights[i * outputs + unit] + sum
      }
      target[lane] = activation?.value(sum) ?? sum
    }
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
      var i = 0
      while i + 1 < inputs {
        let (first, second) = (input.feature(i), input.feature(i + 1))
        var sums = (Lane.zero, Lane.zero)
        for lane in 0..<delta.lanes {
          let slope = slopes[lane]
          sums.0 = first[lane] * slope + sums.0
          sums.1 = second[lane] * slope + sums.1
        }
        let pair = totals(sums.0, sums.1)
        weights[i * outputs + unit] = pair[0]
        weights[(i + 1) * outputs + unit] = pair[1]
        i += 2
      }
      if i < inputs {
        let last = input.feature(i)
        var sum = Lane.zero
        for lane in 0..<delta.lanes { sum = last[lane] * slopes[lane] + sum }
        weights[i * outputs + unit] = total(sum)
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

/// The sums of two lanes.
@inline(__always)
private func totals(_ a: Lane, _ b: Lane) -> SIMD2<Double> {
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
