/// The parameters of a distribution as a vector of unconstrained numbers, θ: the logarithm of what must be
/// positive, the logit of a probability, the log-ratios of probabilities to that of one class.
struct FreeParameters {
  private enum Slot {
    case given(Tensor)
    case scalar(Int, ParameterRange)
    /// `reference` is the class whose log-ratio stays 0; the most frequent one, so that no ratio is infinite.
    case simplex(start: Int, classes: Int, reference: Int)
  }

  private var slots: [Slot] = []
  private(set) var count = 0
  /// θ at the start.
  private(set) var start: [Double] = []

  /// - Parameter start: a value for each parameter.
  init(_ parameters: [DistributionParameter], given: [Tensor?], start values: [Tensor], reference: Int) {
    for (i, parameter) in parameters.enumerated() {
      let value = values[i]
      if let fixed = given[i] {
        slots.append(.given(fixed))
      } else if parameter.range == .simplex {
        slots.append(.simplex(start: count, classes: value.count, reference: reference))
        let base = Libm.log(value.elements.indices.contains(reference) ? value.elements[reference] : 1)
        for (k, p) in value.elements.enumerated() where k != reference { start.append(Libm.log(p) - base) }
      } else {
        slots.append(.scalar(count, parameter.range))
        start.append(Self.unconstrained(value.single ?? .nan, parameter.range))
      }
      count = start.count
    }
  }

  private static func unconstrained(_ value: Double, _ range: ParameterRange) -> Double {
    switch range {
    case .positive, .nonNegative: Libm.log(value)
    case .probability: Libm.log(value) - Libm.log1p(-value)
    case .real, .wholeNumber, .simplex: value
    }
  }

  /// The parameters at θ, differentiable.
  func values(_ theta: Traced) throws(MathError) -> [Traced] {
    var result: [Traced] = []
    for slot in slots {
      switch slot {
      case .given(let value): result.append(Traced(value))
      case .scalar(let place, let range):
        result.append(try Self.constrained(theta.gathered([place], shape: []), range))
      case .simplex(let start, let classes, let reference):
        let ratios = try theta.gathered(Array(start..<(start + classes - 1)), shape: [classes - 1])
        let all = try Traced.concatenate([ratios, Traced(Tensor([0]))])
        let order = (0..<classes).map { $0 == reference ? classes - 1 : $0 < reference ? $0 : $0 - 1 }
        result.append(try all.gathered(order, shape: [classes]).softmax())
      }
    }
    return result
  }

  private static func constrained(_ theta: Traced, _ range: ParameterRange) throws(MathError) -> Traced {
    switch range {
    case .positive, .nonNegative: try theta.exp()
    case .probability: try theta.sigmoid()
    case .real, .wholeNumber, .simplex: theta
    }
  }
}
