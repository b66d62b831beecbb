/// d²/2 up to δ, δ(|d| − δ/2) beyond, of d = p − y.
enum Huber: ElementwiseLoss {
  static let delta = 1.0

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (size, delta) = (abs(p - y), options.delta ?? delta)
    return size <= delta ? 0.5 * (size * size) : delta * (size - 0.5 * delta)
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (d, delta) = (p - y, options.delta ?? delta)
    return d > delta ? delta : d < -delta ? -delta : d
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let delta = options.delta ?? delta
    let d = try p - y
    let line = try Traced(delta) * (d.abs() - Traced(0.5 * delta))
    return try .select(try d.value.map { abs($0) <= delta ? 1 : 0 }, Traced(0.5) * (d * d), line)
  }

  static let entry = Loss(
    name: "huber",
    title: "Huber loss",
    aliases: ["huber_loss", "Huber"],
    summary: "Squared error for small errors, absolute error for large ones, joined without a corner.",
    use:
      "Regression with some outliers: as smooth as mse near the target, as unmoved by far-off targets as "
      + "mae.",
    formula: "(y_pred - y_true)^2 / 2 up to delta, delta * (|y_pred - y_true| - delta / 2) beyond",
    latex:
      #"\begin{cases} \tfrac12 (\hat{y} - y)^2 & |\hat{y} - y| \le \delta \\ "#
      + #"\delta\,(|\hat{y} - y| - \tfrac12 \delta) & \text{otherwise} \end{cases}"#,
    gradient: "y_pred - y_true, held between -delta and delta",
    inputs: .pair(.real, .real),
    numbers: [LossNumber(.delta, delta, .positive)],
    example: "huber([3, -0.5, 2, 7], [2.5, 0, 2, 17], delta=1)",
    pitfalls: [
      "Small errors count half of what mse says: huber with a large delta is mse / 2.",
      "delta is in the unit of the target: an error of 1 is large for a probability and nothing for a price.",
      "smooth_l1 with beta=delta is the same divided by delta.",
    ],
    keras: "Huber(delta=1.0), \"huber\"",
    torch: "torch.nn.HuberLoss(delta=1.0)",
    seeAlso: ["smooth_l1", "log_cosh", "mse", "mae"],
    term: "huber({p} - {y})",
    body: .elementwise(Self.self))
}
