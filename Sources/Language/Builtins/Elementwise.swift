import LossMath

extension Builtin {
  /// Functions of one number, which go through a vector or matrix element by element.
  static let elementwise: [Builtin] = [
    elementary("exp", "e to the power x", "exp(1)") { (x) throws(MathError) in try x.exp() },
    elementary("log", "the natural logarithm", "log(e)", aliases: ["ln"], seeAlso: ["log2", "log1p"]) {
      (x) throws(MathError) in try x.log()
    },
    elementary("log2", "the logarithm to base 2: bits where log gives nats", "log2(8)") {
      (x) throws(MathError) in try x.log2()
    },
    elementary("log10", "the logarithm to base 10", "log10(1000)") { (x) throws(MathError) in try x.log10() },
    elementary("log1p", "log(1 + x), exact for tiny x", "log1p(1e-9)") { (x) throws(MathError) in
      try x.log1p()
    },
    elementary("expm1", "exp(x) - 1, exact for tiny x", "expm1(1e-9)") { (x) throws(MathError) in
      try x.expm1()
    },
    elementary("sqrt", "the square root", "sqrt([1, 4, 9])") { (x) throws(MathError) in try x.sqrt() },
    elementary("abs", "the size without the sign; slope 0 at 0", "abs([-2, 3])") {
      (x) throws(MathError) in try x.abs()
    },
    elementary("sign", "-1, 0 or 1", "sign([-2, 0, 3])") { (x) throws(MathError) in try x.sign() },
    elementary("sigmoid", "1 / (1 + exp(-x)): a logit becomes a probability", "sigmoid([-1, 0, 2])") {
      (x) throws(MathError) in try x.sigmoid()
    },
    elementary("softplus", "log(1 + exp(x)), without overflow", "softplus([-1, 0, 1000])") {
      (x) throws(MathError) in try x.softplus()
    },
    elementary("relu", "max(0, x); slope 0 at 0", "relu([-1, 2])") { (x) throws(MathError) in try x.relu() },
    elementary("tanh", "squeezes a number into (-1, 1)", "tanh([-1, 0, 2])") {
      (x) throws(MathError) in try x.tanh()
    },
    elementary("sin", "the sine of an angle in radians", "sin(pi / 2)") { (x) throws(MathError) in try x.sin()
    },
    elementary("cos", "the cosine of an angle in radians", "cos(pi)") { (x) throws(MathError) in try x.cos()
    },
    elementary("tan", "the tangent of an angle in radians", "tan(pi / 4)") { (x) throws(MathError) in
      try x.tan()
    },
    elementary("floor", "the next whole number below", "floor(2.7)") { (x) throws(MathError) in try x.floor()
    },
    elementary("ceil", "the next whole number above", "ceil(2.2)") { (x) throws(MathError) in try x.ceil() },
    elementary("round", "the nearest whole number; halves go to the even one", "round([0.5, 1.5, 2.4])") {
      (x) throws(MathError) in try x.round()
    },
    Builtin(
      "where", topic: .elementwise, [.required("condition"), .required("a"), .required("b")],
      "a where the condition holds, else b, element by element", example: "where([1, -2, 3] > 0, 1, 0)",
      details: ["Both a and b are computed; no gradient comes from the one not taken."]
    ) { (c) throws(Diagnostic) in
      let (condition, a, b) = (try c.tensor("condition"), try c.tensor("a"), try c.tensor("b"))
      return .tensor(try c.math { () throws(MathError) in try .select(condition.value, a, b) })
    },
    Builtin(
      "clip", topic: .elementwise, [.required("x"), .required("low"), .required("high")],
      "each element moved into [low, high]; it has no gradient where it was moved",
      example: "clip([-1, 0.5, 2], 0, 1)"
    ) { (c) throws(Diagnostic) in
      let (x, low, high) = (try c.tensor("x"), try c.tensor("low"), try c.tensor("high"))
      return .tensor(try c.math { () throws(MathError) in try .minimum(.maximum(x, low), high) })
    },
    Builtin(
      "mod", topic: .elementwise, [.required("a"), .required("b")],
      "the remainder of a / b, with the sign of b", example: "mod([5, -1], 3)"
    ) { (c) throws(Diagnostic) in
      let (a, b) = (try c.tensor("a"), try c.tensor("b"))
      return .tensor(try c.math { () throws(MathError) in try a - b * (a / b).floor() })
    },
  ]

  private static func elementary(
    _ name: String, _ summary: String, _ example: String, aliases: [String] = [], seeAlso: [String] = [],
    _ function: @escaping @Sendable (Traced) throws(MathError) -> Traced
  ) -> Builtin {
    Builtin(
      name, aliases: aliases, topic: .elementwise, [.required("x")], summary, example: example,
      seeAlso: seeAlso
    ) { (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      return .tensor(try c.math { () throws(MathError) in try function(x) })
    }
  }
}
