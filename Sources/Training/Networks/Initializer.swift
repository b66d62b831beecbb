/// How initial weights are drawn, by Keras's names and definitions.
///
/// The uniform ones lie in ±√(3 · variance). The normal ones are cut off at two standard deviations, and stretched so
/// that the variance is right after the cut.
public enum Initializer: String, Sendable, CaseIterable {
  /// Variance 2 / inputs, for ReLU. Source: He and others, 2015.
  case heUniform = "he_uniform"
  case heNormal = "he_normal"
  /// Variance 2 / (inputs + outputs), for tanh and sigmoid. Source: Glorot and Bengio, 2010.
  case glorotUniform = "glorot_uniform"
  case glorotNormal = "glorot_normal"
  /// Variance 1 / inputs. Source: LeCun and others, 1998.
  case lecunUniform = "lecun_uniform"
  case lecunNormal = "lecun_normal"
  /// All weights 0: the units of a layer stay alike.
  case zeros
}

extension Initializer {
  /// The standard deviation of a normal distribution of deviation 1 after the cut at ±2.
  static let cutDeviation = 0.87962566103423978

  /// The weights of a layer, `inputs × outputs` numbers, row by row.
  func draw(inputs: Int, outputs: Int, _ random: inout RandomState) -> [Double] {
    let (count, fans) = (inputs * outputs, (Double(inputs), Double(inputs + outputs)))
    switch self {
    case .heUniform: return Self.uniform(count, limit: (6 / fans.0).squareRoot(), &random)
    case .glorotUniform: return Self.uniform(count, limit: (6 / fans.1).squareRoot(), &random)
    case .lecunUniform: return Self.uniform(count, limit: (3 / fans.0).squareRoot(), &random)
    case .heNormal: return Self.normal(count, deviation: (2 / fans.0).squareRoot(), &random)
    case .glorotNormal: return Self.normal(count, deviation: (2 / fans.1).squareRoot(), &random)
    case .lecunNormal: return Self.normal(count, deviation: (1 / fans.0).squareRoot(), &random)
    case .zeros: return [Double](repeating: 0, count: count)
    }
  }

  private static func uniform(_ count: Int, limit: Double, _ random: inout RandomState) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(count)
    for _ in 0..<count { weights.append(random.uniform(-limit, limit)) }
    return weights
  }

  /// By rejection: one draw in 22 lies past the cut.
  private static func normal(_ count: Int, deviation: Double, _ random: inout RandomState) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(count)
    while weights.count < count {
      let draw = random.standardNormal()
      if abs(draw) <= 2 { weights.append(draw * (deviation / cutDeviation)) }
    }
    return weights
  }
}
