/// log cosh(p − y).
enum LogCosh: ElementwiseLoss {
  private static let log2 = 0.6931471805599453

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let size = abs(p - y)
    guard size < 1 else { return size + (Libm.log1p(Libm.exp(-2 * size)) - log2) }
    // cosh d − 1 = 2 sinh²(d / 2): nothing cancels near equality. What the subtraction lost is given back.
    let half = sinh(size / 2)
    let lost = Rounding.errorOfSum(p, -y)
    return Libm.log1p(2 * half * half) + Libm.tanh(p - y) * lost
  }

  /// sinh of a number up to 1/2, by its series, within a double of the exact value.
  private static func sinh(_ x: Double) -> Double {
    let square = x * x
    var series = 1.0
    for k in stride(from: 14.0, to: 0, by: -2) { series = 1 + square * series / (k * (k + 1)) }
    return x + x * (series - 1)
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { Libm.tanh(p - y) }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let d = try p - y
    let growth = try d.expm1()
    let near = try (growth * growth / (Traced(2) * (Traced(1) + growth))).log1p()
    let far = try (d + d).softplus() - d - Traced(log2)
    return try .select(try d.value.map { abs($0) < 1 ? 1 : 0 }, near, far)
  }

  static let entry = Loss(
    name: "log_cosh",
    title: "Log-cosh loss",
    aliases: ["logcosh", "LogCosh"],
    summary:
      "The logarithm of the hyperbolic cosine of the error: half its square near 0, "
      + "its size less log 2 far off.",
    use: "Where huber is wanted without choosing a delta, and with a second derivative everywhere.",
    formula: "log(cosh(y_pred - y_true))",
    latex: #"\log \cosh(\hat{y} - y)"#,
    gradient: "tanh(y_pred - y_true)",
    inputs: .pair(.real, .real),
    example: "log_cosh([3, -0.5, 2, 7], [2.5, 0, 2, 17])",
    pitfalls: [
      "The turn from square to line is at an error of about 1, whatever the target's unit: scale the targets "
        + "first.",
      "Written down as log(cosh(d)) it overflows from an error of 711 on; this one does not.",
    ],
    keras: "LogCosh, \"log_cosh\"; too low by 1.9e-9, so negative at equality",
    torch: "none",
    seeAlso: ["huber", "mse", "mae"],
    term: "log(cosh({p} - {y}))",
    body: .elementwise(Self.self))
}
