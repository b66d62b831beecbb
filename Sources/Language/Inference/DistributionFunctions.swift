import LossMath
import Training

extension Builtin {
  /// The families of distributions, made from their entries in LossMath. One whose name is also a loss's is reached
  /// through the loss, by the number of its arguments; an alias that means something else is left out.
  static let distributionFunctions: [Builtin] = families.filter { Loss.named($0.name) == nil }

  private static let families: [Builtin] = Distribution.all.map(make)

  private static func make(_ family: Distribution) -> Builtin {
    let taken: Set<String> = ["norm"]
    let loss = Loss.named(family.name)
    return Builtin(
      family.name, aliases: family.aliases.filter { !taken.contains($0) }, topic: .information,
      family.parameters.map { .required($0.name) }, family.summary, example: family.call,
      details: loss == nil
        ? []
        : ["One argument makes the distribution, two are the loss: \(family.name)(y_true, y_pred)."],
      seeAlso: ["log_prob", "log_likelihood", "sample", "fit"] + (family.identity.map { [$0.loss] } ?? [])
    ) { (c) throws(Diagnostic) in
      let parameters = try family.parameters.map { (p) throws(Diagnostic) in try c.tensor(p.name) }
      let value = DistributionValue(family: family, parameters: parameters)
      try c.check(value)
      return .distribution(value)
    }
  }

  /// The distribution of the same name as this loss.
  var homonym: Builtin? {
    topic == .losses ? Self.families.first { $0.name == name } : nil
  }

  /// What a call by this name means: one argument makes a distribution of a name that a loss has too.
  func meaning(of arguments: [Argument], calledAs called: String) -> Builtin {
    guard arguments.count == 1, topic == .losses, !aliases.contains(called) else { return self }
    return homonym ?? self
  }
}

extension Builtin {
  /// What can be asked of a distribution.
  static let distributionQuestions: [Builtin] = [
    Builtin(
      "log_prob", topic: .information, [.required("d"), .required("x")],
      "the log-density of a distribution at each element, in nats; of a discrete one the log-probability",
      example: "log_prob(normal(0, 1), [-1, 0, 2])",
      details: [
        "`grad` goes through it, to the parameters and to the data.",
        "A density may be above 1, so its logarithm may be above 0.",
      ], seeAlso: ["log_likelihood", "normal", "sample"]
    ) { (c) throws(Diagnostic) in
      let (d, x) = (try c.distribution("d"), try c.tensor("x"))
      try c.checkSupport(d, x.value, "x")
      return .tensor(try c.math { () throws(MathError) in try d.family.logProb(x, d.parameters) })
    },
    Builtin(
      "log_likelihood", topic: .information, [.required("d"), .required("data")],
      "the sum of log_prob over the data: how well a distribution explains them",
      example: "log_likelihood(normal(0, 1), [0.3, -1.2, 0.8])",
      details: [
        "Maximum likelihood takes the parameters that make it largest: `fit normal(mu, sigma) to x`.",
        "Its negative mean is a loss: mse for normal, mae for laplace, bce for bernoulli, cce for categorical.",
      ], seeAlso: ["log_prob", "fit", "normal"]
    ) { (c) throws(Diagnostic) in
      let (d, data) = (try c.distribution("d"), try c.tensor("data"))
      try c.checkSupport(d, data.value, "data")
      return .tensor(try c.math { () throws(MathError) in try d.family.logLikelihood(data, d.parameters) })
    },
    Builtin(
      "sample", topic: .information, [.required("d"), .required("n"), .named("seed")],
      "n independent draws from a distribution", example: "sample(normal(0, 1), 5, seed=1)",
      details: [
        "The same bits as NumPy's RandomState(seed): normal, laplace, binomial and poisson are its methods of these "
          + "names, exponential(rate) is exponential(1 / rate), bernoulli(p) is binomial(1, p), categorical(p) is "
          + "choice(len(p), p=p).",
        "seed is 1 unless you say another, here or with `set seed`, so a call gives the same numbers each time.",
      ], seeAlso: ["normal", "fit", "log_likelihood"]
    ) { (c) throws(Diagnostic) in
      let d = try c.distribution("d")
      let count = try c.integer("n", SamplingLimits.count) ?? 1
      let seed = try c.integer("seed", 0...Int(UInt32.max)) ?? c.interpreter.settings.seed
      var state = RandomState(seed: UInt32(clamping: seed))
      do throws(SamplingError) {
        return .tensor(
          try state.sample(d.family, d.values, count: count, cancel: c.interpreter.host.cancel))
      } catch { throw Diagnostic(error, c) }
    },
  ]
}

extension CallContext {
  /// A required argument that is a distribution.
  func distribution(_ name: String) throws(Diagnostic) -> DistributionValue {
    let value = value(name)
    if case .distribution(let distribution)? = value { return distribution }
    let isSwapped = bound.contains { if case .distribution? = $0?.value { true } else { false } }
    throw Diagnostic(
      .wrongType,
      "`\(name)` of `\(builtin.name)` is a distribution; this is \(value?.described ?? "nothing")",
      at: span(of: name),
      hint: isSwapped ? "the distribution comes first: \(builtin.signature)" : "such as \(builtin.example)")
  }

  /// Refuses parameters that make no distribution, unless somebody only looks what would be there.
  fileprivate func check(_ distribution: DistributionValue) throws(Diagnostic) {
    if interpreter.isProbing { return }
    if let violation = distribution.family.violation(ofParameters: distribution.values) {
      throw Diagnostic(violation, distribution.family, span: { span(of: $0) })
    }
  }

  /// Refuses data on which a discrete formula would only be an interpolation; says where else there is none.
  fileprivate func checkSupport(
    _ distribution: DistributionValue, _ data: Tensor, _ name: String
  ) throws(Diagnostic) {
    guard !interpreter.isProbing,
      let violation = distribution.family.violation(in: data, parameters: distribution.values)
    else { return }
    switch violation.reason {
    case .notWhole, .notZeroOrOne:
      throw Diagnostic(violation, distribution.family, named: name, at: span(of: name))
    case .negative, .above:
      interpreter.say(violation.sentence(distribution.family, named: name) + ": its log-probability is -inf")
    case .notFinite: break
    }
  }
}
