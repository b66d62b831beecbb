import LossMath

extension Builtin {
  /// Making and reshaping vectors and matrices.
  static let vectors: [Builtin] = [
    filled("zeros", 0, "zeros(3)"), filled("ones", 1, "ones(2, 3)"),
    Builtin(
      "linspace", topic: .vectors, [.required("start"), .required("end"), .required("n")],
      "n numbers evenly spaced from start to end, both included", example: "linspace(0, 1, 5)"
    ) { (c) throws(Diagnostic) in
      let (start, end) = (try c.number("start") ?? 0, try c.number("end") ?? 0)
      let n = try c.integer("n", 1...Limits.elements.value) ?? 1
      let step = n > 1 ? (end - start) / Double(n - 1) : 0
      return .tensor(
        try c.math { () throws(MathError) in
          try .vector(count: n) { $0 == n - 1 && n > 1 ? end : start + Double($0) * step }
        })
    },
    Builtin(
      "len", topic: .vectors, [.required("x")], "the number of elements, or of rows",
      example: "len([4, 5, 6])"
    ) {
      (c) throws(Diagnostic) in
      if case .text(let text)? = c.value("x") { return .number(Double(text.count)) }
      if case .list(let items)? = c.value("x") { return .number(Double(items.count)) }
      return .number(Double(try c.tensor("x").shape.first ?? 1))
    },
    Builtin(
      "shape", topic: .vectors, [.required("x")], "the size along each dimension",
      example: "shape([[1, 2, 3]])"
    ) {
      (c) throws(Diagnostic) in .tensor(Tensor(try c.tensor("x").shape.map(Double.init)))
    },
    Builtin(
      "reshape", topic: .vectors, [.required("x"), .required("shape")], "the same elements in another shape",
      example: "reshape(1..6, [2, 3])"
    ) { (c) throws(Diagnostic) in
      let (x, shape) = (try c.tensor("x"), try c.tensor("shape"))
      let sizes = shape.value.elements.compactMap { Int(exactly: $0) }
      guard sizes.count == shape.value.count else {
        throw Diagnostic(.badArgument, "a shape holds whole numbers", at: c.span(of: "shape"))
      }
      return .tensor(try c.math { () throws(MathError) in try x.reshaped(sizes) })
    },
    Builtin(
      "flatten", topic: .vectors, [.required("x")], "all elements in one vector",
      example: "flatten([[1], [2]])"
    ) {
      (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      return .tensor(try c.math { () throws(MathError) in try x.reshaped([x.value.count]) })
    },
    Builtin(
      "transpose", topic: .vectors, [.required("x")], "rows become columns",
      example: "transpose([[1, 2], [3, 4]])"
    ) { (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      return .tensor(try c.math { () throws(MathError) in try x.transposed() })
    },
    Builtin(
      "concat", topic: .vectors, [.required("a"), .required("b")], "b's elements or rows after a's",
      example: "concat([1, 2], [3])"
    ) { (c) throws(Diagnostic) in
      let parts = [try c.tensor("a"), try c.tensor("b")]
      return .tensor(try c.math { () throws(MathError) in try Traced.concatenate(parts) })
    },
    reordered("reverse", "the elements or rows from last to first", "reverse([1, 2, 3])") {
      (x) throws(MathError) in try x.backwards()
    },
    reordered("sort", "the elements from smallest to largest", "sort([3, 1, 2])") {
      (x) throws(MathError) in try x.ascending()
    },
    Builtin(
      "one_hot", topic: .vectors, [.required("labels"), .required("classes")],
      "class indices 0, 1, 2, ... as rows with a single 1", example: "one_hot([0, 2], 3)",
      seeAlso: ["cce", "sparse_cce"]
    ) { (c) throws(Diagnostic) in
      let (labels, classes) = (try c.tensor("labels").value, try c.integer("classes", 1...1_000_000) ?? 1)
      return .tensor(try c.math { () throws(MathError) in try oneHot(labels, classes: classes) })
    },
  ]

  private static func filled(_ name: String, _ value: Double, _ example: String) -> Builtin {
    Builtin(
      name, topic: .vectors, [.required("rows"), .optional("columns")],
      "a vector, or a matrix, of \(value == 0 ? "zeros" : "ones")", example: example
    ) { (c) throws(Diagnostic) in
      let rows = try c.integer("rows", 0...Int.max) ?? 0
      let columns = try c.integer("columns", 0...Int.max)
      let shape = [rows] + (columns.map { [$0] } ?? [])
      return .tensor(try c.math { () throws(MathError) in try .filled(value, shape: shape) })
    }
  }

  /// A function that moves the elements of a vector about.
  private static func reordered(
    _ name: String, _ summary: String, _ example: String,
    _ order: @escaping @Sendable (Tensor) throws(MathError) -> [Int]
  ) -> Builtin {
    Builtin(name, topic: .vectors, [.required("x")], summary, example: example) { (c) throws(Diagnostic) in
      let x = try c.tensor("x")
      guard x.value.rank == 1 else {
        throw Diagnostic(
          .wrongType, "`\(name)` takes a vector; this is \(Value.described(x.shape))", at: c.span(of: "x"))
      }
      return .tensor(
        try c.math { () throws(MathError) in try x.gathered(order(x.value), shape: x.shape) })
    }
  }
}
