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
      details: ["units=\"bits\" divides by log(2)."], seeAlso: ["cross_entropy", "kl"]
    ) { (c) throws(Diagnostic) in
      let (p, scale) = (try c.tensor("p"), try c.unitScale())
      return .tensor(
        try c.math { () throws(MathError) in try Traced.xlogy(p, p).sum(axis: -1) * Traced(-scale) })
    },
    Builtin(
      "cross_entropy", topic: .information, [.required("p"), .required("q"), .named("units")],
      "-sum(p * log(q)): the surprise of q when the truth is p, in nats",
      example: "cross_entropy([0.5, 0.5], [0.9, 0.1])",
      details: ["Cross-entropy is entropy plus divergence: cross_entropy(p, q) == entropy(p) + kl(p, q)."],
      seeAlso: ["entropy", "kl", "cce"]
    ) { (c) throws(Diagnostic) in
      let (p, q, scale) = (try c.tensor("p"), try c.tensor("q"), try c.unitScale())
      return .tensor(
        try c.math { () throws(MathError) in try Traced.xlogy(p, q).sum(axis: -1) * Traced(-scale) })
    },
  ]
}

extension CallContext {
  /// 1 for nats, 1/log 2 for bits.
  fileprivate func unitScale() throws(Diagnostic) -> Double {
    switch try text("units") ?? "nats" {
    case "nats": return 1
    case "bits": return 1.4426950408889634
    case let other:
      throw Diagnostic(
        .badArgument, "\"\(other)\" is no unit of information", at: span(of: "units"),
        hint: "\"nats\" (the default) or \"bits\"")
    }
  }
}
