extension Builtin {
  /// `grad` takes an expression, not its value, so the interpreter runs it; this entry names it for help and completion.
  static let gradientFunctions: [Builtin] = [
    Builtin(
      "grad", topic: .gradients, [.required("expression"), .required("name")],
      "the exact gradient of an expression, one number, with respect to a variable in it",
      example: "grad(mse([1, 2], p), p)",
      details: [
        "By reverse-mode automatic differentiation, through functions and loops of your own too.",
        "At a kink it is one documented choice: 0 for abs, relu and hinge.",
        "grad(grad(f(w), w), w) is the second derivative.",
      ], seeAlso: ["mse", "bce"]
    ) { (c) throws(Diagnostic) in
      throw Diagnostic(
        .gradientOfNoVariable, "`grad` is called by its own name", at: c.span, hint: "grad(EXPRESSION, NAME)")
    }
  ]
}
