extension Builtin {
  /// Functions with slope 0 wherever they have one.
  static let flatFunctions: Set<String> = ["floor", "ceil", "round", "sign"]
  /// Functions whose values jump, so that no gradient comes through them.
  private static let jumps: Set<String> = ["argmax", "argmin", "one_hot", "all", "any"]

  var isStepwise: Bool { Self.flatFunctions.contains(name) || Self.jumps.contains(name) }

  /// Functions that take an expression, not its value.
  static let gradientFunctions: [Builtin] = [
    Builtin(
      "grad", topic: .gradients, parameters: ["expression", "name", "..."],
      "the exact gradient of an expression, one number, with respect to a variable in it",
      example: "grad(mse([1, 2], p), p)",
      details: [
        "By reverse-mode automatic differentiation, through functions and loops of your own too.",
        "Several names give several gradients: g = grad(f(w, b), w, b); then g.w and g.b.",
        "At a kink it is one documented choice: 0 for abs, relu and hinge; the first of equals for max and min.",
        "grad(grad(f(w), w), w) is the second derivative. `explain grad(f(w), w)` shows the chain rule.",
      ], seeAlso: ["hessian", "explain", "why"]
    ) { (interpreter, arguments, span) throws(Diagnostic) in try interpreter.gradient(arguments, span) },
    Builtin(
      "hessian", topic: .gradients, parameters: ["expression", "name", "..."],
      "the matrix of second derivatives of an expression, one number",
      example: "hessian(mse([1, 2], p), p)",
      details: [
        "One row and column for each element of the variables, in the order in which they are named; of one number, "
          + "one number."
      ], seeAlso: ["grad"]
    ) { (interpreter, arguments, span) throws(Diagnostic) in try interpreter.hessian(arguments, span) },
  ]
}
