/// How a learning rate compares with the curvature of the function.
///
/// On a quadratic whose largest curvature (eigenvalue of the Hessian) is L, each step multiplies the distance
/// along that direction by 1 − lr·L: the steps converge below 2/L, arrive at once at 1/L, and hardly move far
/// below it. With momentum β (Polyak's heavy ball) the bound is 2(1 + β)/L.
public struct StepSize: Equatable, Sendable {
  /// What the learning rate will do.
  public enum Judgement: String, CaseIterable, Sendable {
    /// It converges, but slowly: under a tenth of what the steepest direction takes in one step.
    case tooSmall
    case right
    /// It converges, overshooting the minimum of the steepest direction and swinging back.
    case large
    /// It cannot converge here.
    case tooLarge
    /// There is no curvature to compare with: a straight or saddle-shaped function, one with kinks, or more
    /// variables than `Hessian.eigenvalueLimit`.
    case unknown
  }

  /// The largest curvature at the end of the path (at the start, where the path diverged).
  public let curvature: Double?
  /// The largest curvature found anywhere on the path.
  public let largestCurvature: Double?
  /// The smallest curvature at the same place as `curvature`; negative on a saddle or a hilltop.
  public let smallestCurvature: Double?
  /// lr·L / (1 + β): below 2 it converges.
  public let ratio: Double?
  /// The verdict on ``ratio``.
  public let judgement: Judgement
  /// (1 + β) / L, the learning rate with a ratio of 1.
  public let suggestion: Double?

  static let smallRatio = 0.1
  static let largeRatio = 1.5

  init(_ options: MinimiserOptions, extremes: (low: Double, high: Double)?, largest: Double?, diverged: Bool)
  {
    curvature = extremes?.high
    smallestCurvature = extremes?.low
    largestCurvature = largest
    // Where the curvature changes along the way, a divergence is explained by its largest.
    let decisive = diverged ? largest : extremes?.high
    guard let decisive, decisive > 0, decisive.isFinite else {
      (ratio, suggestion) = (nil, nil)
      judgement = diverged ? .tooLarge : .unknown
      return
    }
    let ratio = options.learningRate * decisive / (1 + options.momentum)
    self.ratio = ratio
    suggestion = (1 + options.momentum) / decisive
    judgement = Self.judge(ratio, diverged: diverged)
  }

  private static func judge(_ ratio: Double, diverged: Bool) -> Judgement {
    if diverged || ratio >= 2 { return .tooLarge }
    if ratio < smallRatio { return .tooSmall }
    return ratio <= largeRatio ? .right : .large
  }
}
