import LossMath

extension Builtin {
  /// Softmax and the quantities of information theory.
  static let information: [Builtin] = [
    Builtin(
      "softmax", topic: .information, [.required("z")],
      "logits become probabilities that sum to 1, along the last axis", example: "softmax([2, 1, 0])",
      seeAlso: ["cce", "log_softmax"]
    ) { (c) throws(Diagnostic) in
      let z = try c.tensor("z")
      return .tensor(try c.math { () throws(MathError) in try z.softmax() })
    },
    Builtin(
      "log_softmax", topic: .information, [.required("z")], "log(softmax(z)), without overflow",
      example: "log_softmax([2, 1, 0])"
    ) { (c) throws(Diagnostic) in
      let z = try c.tensor("z")
      return .tensor(try c.math { () throws(MathError) in try z.logSoftmax() })
    },
    Builtin(
      "logsumexp", topic: .information, [.required("z")], "log(sum(exp(z))), without overflow",
      example: "logsumexp([1000, 1000])"
    ) { (c) throws(Diagnostic) in
      let z = try c.tensor("z")
      return .tensor(try c.math { () throws(MathError) in try z.logSumExp() })
    },
    Builtin(
      "entropy", topic: .information, [.required("p"), .named("units")],
      "-sum(p * log(p)): the surprise to expect from a distribution, in nats", example: "entropy([0.5, 0.5])",
      details: ["units=\"bits\" divides by log(2)."], seeAlso: ["cross_entropy", "kl", "jensen_shannon"]
    ) { (c) throws(Diagnostic) in
      let (p, unit) = (try c.probabilities("p"), try c.unit())
      return .tensor(try c.math { () throws(MathError) in try Information.entropy(p, in: unit) })
    },
    Builtin(
      "cross_entropy", topic: .information, [.required("p"), .required("q"), .named("units")],
      "-sum(p * log(q)): the surprise of q when the truth is p, in nats",
      example: "cross_entropy([0.5, 0.5], [0.9, 0.1])",
      details: [
        "Cross-entropy is entropy plus divergence: cross_entropy(p, q) == entropy(p) + kl(p, q).",
        "units=\"bits\" divides by log(2).",
      ], seeAlso: ["entropy", "kl", "cce"]
    ) { (c) throws(Diagnostic) in
      let (p, q, unit) = (try c.probabilities("p"), try c.probabilities("q"), try c.unit())
      return .tensor(try c.math { () throws(MathError) in try Information.crossEntropy(p, q, in: unit) })
    },
    Builtin(
      "jensen_shannon", aliases: ["js_divergence"], topic: .information,
      [.required("p"), .required("q"), .named("units")],
      "the distance of two distributions from the one halfway: symmetric, and at most log(2) = 1 bit",
      example: "jensen_shannon([0.5, 0.5], [0.9, 0.1])",
      details: [
        "(kl(p, m) + kl(q, m)) / 2 with m = (p + q) / 2. Where kl is infinite it is still a number.",
        "scipy.spatial.distance.jensenshannon gives its square root. units=\"bits\" divides by log(2).",
      ], seeAlso: ["kl", "entropy"]
    ) { (c) throws(Diagnostic) in
      let (p, q, unit) = (try c.probabilities("p"), try c.probabilities("q"), try c.unit())
      return .tensor(try c.math { () throws(MathError) in try Information.jensenShannon(p, q, in: unit) })
    },
  ]
}

extension CallContext {
  /// The unit of information in `units`.
  func unit() throws(Diagnostic) -> InformationUnit {
    let word = try text("units") ?? InformationUnit.nats.rawValue
    if let unit = InformationUnit(rawValue: word) { return unit }
    throw Diagnostic(
      .badArgument, "\"\(word)\" is no unit of information", at: span(of: "units"),
      hint: "\"nats\" (the default) or \"bits\"")
  }

  /// Rows of numbers between 0 and 1 that sum to 1.
  fileprivate func probabilities(_ name: String) throws(Diagnostic) -> Traced {
    let rows = try tensor(name)
    guard !interpreter.isProbing, rows.value.rank > 0 else { return rows }
    if let bad = rows.value.elements.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      throw Diagnostic(
        .probabilityOutOfRange,
        "\(name)[\(bad)] is \(NumberFormat.text(rows.value.elements[bad])), and a probability lies between 0 and 1",
        at: span(of: name), hint: "of logits take softmax(z) first")
    }
    let (count, columns) = rows.value.rowsAndColumns
    for row in 0..<count where columns > 0 {
      let sum = Summation.sum(count: columns) { rows.value.elements[row * columns + $0] }
      if abs(sum - 1) > 1e-6 {
        throw Diagnostic(
          .rowSum, "row \(row) of \(name) sums to \(NumberFormat.text(sum)), and probabilities sum to 1",
          at: span(of: name), hint: "divide by the sum: \(name) / sum(\(name))")
      }
    }
    return rows
  }
}

extension InformationUnit {
  /// How many of it a nat is.
  var perNat: Double { self == .bits ? 1.4426950408889634 : 1 }
}
