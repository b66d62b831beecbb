extension Convention {
  static func binary(
    _ exact: Double, keras: Double, _ y: Tensor, _ p: Tensor
  ) throws(MathError) -> [Convention] {
    func each(_ term: (_ y: Double, _ p: Double) -> Double) throws(MathError) -> Double {
      average(try Broadcasting.combine("bce", y, p, term).elements)
    }
    let clamped = try each { y, p in
      -(y * max(Libm.log(p), -100) + (1 - y) * max(Libm.log1p(-p), -100))
    }
    let machine = Double.ulpOfOne
    let clipped = try each { y, p in
      let q = min(max(p, machine), 1 - machine)
      return -(y * Libm.log(q) + (1 - y) * Libm.log(1 - q))
    }
    let onlyOnes = try each { y, p in -y * Libm.log(1e-15 + p) }
    return [
      Convention(.exact, "-mean(y*log(p) + (1 - y)*log(1 - p))", exact),
      Convention(.keras, "binary_crossentropy(y_true, y_pred)", keras, "p is clipped into [1e-7, 1 - 1e-7]"),
      Convention(
        .torch, "binary_cross_entropy(y_pred, y_true)", clamped,
        "the prediction comes first; each logarithm is at least -100"),
      Convention(
        .optax, "sigmoid_binary_cross_entropy(log(p/(1-p)), y_true).mean()", exact.isFinite ? exact : nil,
        "takes logits only"),
      Convention(.sklearn, "log_loss(y_true, y_pred)", clipped, "p is clipped at 2.2e-16"),
      Convention(
        .tutorial, "binary_cross_entropy(actual, predicted)", onlyOnes,
        "leaves out (1 - y)*log(1 - p), and adds 1e-15 inside the logarithm"),
    ]
  }

  static func margin(
    _ loss: Loss, _ exact: Double, _ y: Tensor, _ p: Tensor
  ) throws(MathError) -> [Convention] {
    let isZeroOne = y.elements.allSatisfy { $0 == 0 || $0 == 1 }
    let converted = isZeroOne ? try mean(loss, y.map { 2 * $0 - 1 }, p) : exact
    let note = isZeroOne ? "labels that are all 0 or 1 become -1 and +1" : ""
    let isSquared = loss.name == "squared_hinge"
    return [
      Convention(.exact, "mean(max(0, 1 - y_true*y_pred)\(isSquared ? "^2" : ""))", exact),
      Convention(.keras, "\(loss.name)(y_true, y_pred)", converted, note),
      Convention(
        .torch, "relu(1 - y_true*y_pred)\(isSquared ? ".square()" : "").mean()", exact,
        "no function of its own"),
      isSquared
        ? Convention(.optax, "none", nil, "no such loss")
        : Convention(.optax, "hinge_loss(y_pred, y_true).mean()", exact, "the prediction comes first"),
      isSquared
        ? Convention(.sklearn, "none", nil, "no such loss")
        : Convention(
          .sklearn, "hinge_loss(y_true, y_pred)", converted, "of two labels the larger counts as +1"),
      Convention(.tutorial, "Keras's", converted, note),
    ]
  }
}
