import LossMath

extension Builtin {
  /// Many numbers to one, over everything or along an axis.
  static let reductions: [Builtin] = [
    reduction("sum", "the sum", "sum([1, 2, 3])") { (x, axis) throws(MathError) in try x.sum(axis: axis) },
    reduction("mean", "the average", "mean([1, 2, 6])", seeAlso: ["median", "var"]) {
      (x, axis) throws(MathError) in try x.mean(axis: axis)
    },
    reduction("prod", "the product", "prod([2, 3, 4])") { (x, axis) throws(MathError) in
      try x.product(axis: axis)
    },
    spread("var", "the variance: the mean squared distance from the mean", "var([1, 2, 6])") {
      (x) throws(MathError) in x
    },
    spread("std", "the standard deviation, the square root of the variance", "std([1, 2, 6])") {
      (x) throws(MathError) in try x.sqrt()
    },
    extreme(
      "max", "the largest element; of two arguments, the larger of each pair", "max([3, 9, 2])",
      { (x, axis) throws(MathError) in try x.max(axis: axis) },
      { (a, b) throws(MathError) in try .maximum(a, b) }),
    extreme(
      "min", "the smallest element; of two arguments, the smaller of each pair", "min([3, 9, 2])",
      { (x, axis) throws(MathError) in try x.min(axis: axis) },
      { (a, b) throws(MathError) in try .minimum(a, b) }),
    reduction("argmax", "the index of the largest element", "argmax([3, 9, 2])") {
      (x, axis) throws(MathError) in Traced(try x.argmax(axis: axis))
    },
    reduction("argmin", "the index of the smallest element", "argmin([3, 9, 2])") {
      (x, axis) throws(MathError) in Traced(try x.argmin(axis: axis))
    },
    Builtin(
      "median", topic: .vectors, [.required("x")], "the middle value: half are below, half above",
      example: "median([1, 2, 60])", details: ["The constant that minimises mae, as the mean minimises mse."]
    ) { (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      return .tensor(try c.math { () throws(MathError) in try median(x) })
    },
    Builtin("norm", topic: .vectors, [.required("x")], "the Euclidean length", example: "norm([3, 4])") {
      (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      return .tensor(try c.math { () throws(MathError) in try (x * x).sum().sqrt() })
    },
    truth("all", "whether every element is true", "all([1, 2] > 0)") { $0.allSatisfy { $0 != 0 } },
    truth("any", "whether some element is true", "any([1, 2] > 1)") { $0.contains { $0 != 0 } },
  ]

  private static func median(_ x: Traced) throws(MathError) -> Traced {
    let order = try x.value.ascending()
    guard let last = order.last else { throw .empty(operation: "median") }
    // NaNs are sorted to the end.
    if x.value.elements[last].isNaN { return try x.gathered([last], shape: []) }
    let middle = [order[(order.count - 1) / 2], order[order.count / 2]]
    return try x.gathered(middle, shape: [2]).mean()
  }

  private static func reduction(
    _ name: String, _ summary: String, _ example: String, seeAlso: [String] = [],
    _ function: @escaping @Sendable (Traced, Int?) throws(MathError) -> Traced
  ) -> Builtin {
    Builtin(
      name, topic: .vectors, [.required("x"), .named("axis")], summary, example: example,
      details: ["axis=0 goes down the rows, axis=1 along each row; without it, over everything."],
      seeAlso: seeAlso
    ) { (c) throws(Diagnostic) in
      let (x, axis) = (try c.tensor("x"), try c.axis())
      return .tensor(try c.math { () throws(MathError) in try function(x, axis) })
    }
  }

  private static func spread(
    _ name: String, _ summary: String, _ example: String,
    _ finish: @escaping @Sendable (Traced) throws(MathError) -> Traced
  ) -> Builtin {
    Builtin(
      name, topic: .vectors, [.required("x"), .named("axis"), .named("ddof")], summary, example: example,
      details: ["Divided by n - ddof; ddof is 0, as in NumPy."]
    ) { (c) throws(Diagnostic) in
      let (x, axis, ddof) = (try c.tensor("x"), try c.axis(), try c.number("ddof") ?? 0)
      return .tensor(
        try c.math { () throws(MathError) in try finish(x.variance(axis: axis, ddof: ddof)) })
    }
  }

  private static func extreme(
    _ name: String, _ summary: String, _ example: String,
    _ reduce: @escaping @Sendable (Traced, Int?) throws(MathError) -> Traced,
    _ pair: @escaping @Sendable (Traced, Traced) throws(MathError) -> Traced
  ) -> Builtin {
    Builtin(
      name, topic: .vectors, [.required("x"), .optional("y"), .named("axis")], summary, example: example,
      details: ["At a tie the gradient goes to the first."]
    ) { (c) throws(Diagnostic) in
      let (x, axis) = (try c.tensor("x"), try c.axis())
      guard c.has("y") else { return .tensor(try c.math { () throws(MathError) in try reduce(x, axis) }) }
      guard axis == nil else {
        throw Diagnostic(
          .badArgument, "`axis` goes with one argument, not with two", at: c.span(of: "axis"),
          hint: "\(name)(x, axis=0) or \(name)(x, y)")
      }
      let y = try c.tensor("y")
      return .tensor(try c.math { () throws(MathError) in try pair(x, y) })
    }
  }

  private static func truth(
    _ name: String, _ summary: String, _ example: String, _ test: @escaping @Sendable ([Double]) -> Bool
  ) -> Builtin {
    Builtin(name, topic: .vectors, [.required("x")], summary, example: example) { (c) throws(Diagnostic) in
      .truth(Tensor(test(try c.tensor("x").value.elements) ? 1 : 0))
    }
  }
}
