import LossMath
import Training

extension Builtin {
  /// Asking a trained network.
  static let prediction: [Builtin] = [
    Builtin(
      "predict", topic: .training, [.required("run"), .required("x")],
      "what a trained network says about rows of features: numbers, or probabilities, or scores",
      example: "predict(run1, [0.3, -0.8])",
      details: [
        "x is a matrix with a row for each prediction, a vector as one row, or a data set. With one feature a vector is "
          + "many rows.",
        "A run with a loss on probabilities gives probabilities: that of class 1, or one for each class. Losses on scores, "
          + "such as hinge, give scores.",
        "No gradient goes through it. For one, write the network out with the run's weights: "
          + "sigmoid(relu(x @ run1.W1 + run1.b1) @ run1.W2 + run1.b2).",
      ], seeAlso: ["train", "boundary", "confusion"]
    ) { (c) throws(Diagnostic) in
      guard case .run(let run)? = c.value("run") else {
        throw Diagnostic(
          .wrongType,
          "`predict` wants a training run first; this is \(c.value("run")?.described ?? "nothing")",
          at: c.span(of: "run"), hint: "run1 = train circles loss=bce, then predict(run1, [0.3, -0.8])")
      }
      let (features, isOneRow) = try features(c, run.data.columns)
      let predictions = run.predictions(for: features)
      let shape =
        (isOneRow ? [] : [predictions.rows]) + (predictions.columns == 1 ? [] : [predictions.columns])
      return Tensor(shape: shape, elements: predictions.values).map { .tensor($0) } ?? .nothing
    }
  ]

  /// The rows to predict, and whether it is one alone.
  private static func features(
    _ c: CallContext, _ columns: Int
  ) throws(Diagnostic) -> (features: [Double], isOneRow: Bool) {
    if case .dataset(let data)? = c.value("x") {
      try check(data.columns, columns, c)
      return (data.features, false)
    }
    let x = try c.tensor("x")
    guard x.isConstant else {
      throw Diagnostic(
        .badArgument, "no gradient goes through `predict`", at: c.span(of: "x"),
        hint: "write the network out with its weights; see `help predict`")
    }
    switch x.value.rank {
    case 0 where columns == 1: return (x.value.elements, true)
    case 1 where columns == 1: return (x.value.elements, false)
    case 1:
      try check(x.value.count, columns, c)
      return (x.value.elements, true)
    case 2:
      try check(x.value.shape[1], columns, c)
      return (x.value.elements, false)
    default:
      throw Diagnostic(
        .shapesDiffer,
        "the run takes rows of \(counted(columns, "feature")); this is \(Value.described(x.shape))",
        at: c.span(of: "x"))
    }
  }

  private static func check(_ found: Int, _ expected: Int, _ c: CallContext) throws(Diagnostic) {
    guard found != expected else { return }
    throw Diagnostic(
      .shapesDiffer, "the run was trained on \(counted(expected, "feature")), and a row here has \(found)",
      at: c.span(of: "x"), hint: "a matrix with a row for each prediction: [[...], [...]]")
  }
}
