/// d²/(2β) below β, |d| − β/2 from there on, of d = p − y.
enum SmoothL1: ElementwiseLoss {
  static let beta = 1.0

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (size, beta) = (abs(p - y), options.beta ?? beta)
    return size < beta ? 0.5 * (size * size) / beta : size - 0.5 * beta
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (d, beta) = (p - y, options.beta ?? beta)
    return abs(d) < beta ? d / beta : Stable.sign(d)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let beta = options.beta ?? beta
    let d = try p - y
    let line = try d.abs() - Traced(0.5 * beta)
    guard beta > 0 else { return line }
    return try .select(try d.value.map { abs($0) < beta ? 1 : 0 }, d * d * Traced(0.5) / Traced(beta), line)
  }

  static let entry = Loss(
    name: "smooth_l1",
    title: "Smooth L1 loss",
    aliases: ["smooth_l1_loss"],
    summary: "Absolute error with its corner at 0 rounded off by a piece of a parabola of width beta.",
    use: "Regression of coordinates and boxes, where large errors should count as in mae.",
    formula: "(y_pred - y_true)^2 / (2 * beta) below beta, |y_pred - y_true| - beta / 2 from there on",
    latex:
      #"\begin{cases} (\hat{y} - y)^2 / 2\beta & |\hat{y} - y| < \beta \\ "#
      + #"|\hat{y} - y| - \tfrac12 \beta & \text{otherwise} \end{cases}"#,
    gradient: "(y_pred - y_true) / beta, held between -1 and 1",
    inputs: .pair(.real, .real),
    numbers: [LossNumber(.beta, beta, .notNegative)],
    example: "smooth_l1([3, -0.5, 2, 7], [2.5, 0, 2, 17], beta=1)",
    pitfalls: [
      "It is huber divided by delta: for beta=1 both are the same, otherwise their gradients differ by that "
        + "factor.",
      "beta=0 is mae, with slope 0 at the target.",
    ],
    keras: "none; Huber(delta) divided by delta",
    torch: "torch.nn.SmoothL1Loss(beta=1.0)",
    seeAlso: ["huber", "mae"],
    term: "smooth_l1({p} - {y})",
    body: .elementwise(Self.self))
}
