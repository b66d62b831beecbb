/// Data and a distribution, checked and ready to be fitted.
struct FitProblem {
  let distribution: Distribution
  let data: [Double]
  let given: [Tensor?]
  let closedForm: [Tensor]
  let start: [Tensor]
  /// Distinct values and how often they occur, for discrete families; else all values, once each.
  let values: Tensor
  let weights: Tensor?

  init(
    _ distribution: Distribution, _ data: Tensor, given: [String: Tensor], classes: Int?,
    start: [String: Tensor]
  ) throws(FitError) {
    self.distribution = distribution
    self.data = data.elements
    self.given = try Self.ordered(distribution, given)
    let classes = try Self.check(distribution, data, self.given, classes)
    do throws(MathError) {
      closedForm = try distribution.body.closedForm(data.elements, self.given, classes)
      try Interruption.check()
      (values, weights) =
        distribution.isDiscrete ? try Self.tally(data.elements) : (Tensor(data.elements), nil)
    } catch { throw .math(error) }
    let begun = try Self.ordered(distribution, start)
    let guessed = distribution.body.start(data.elements, self.given, classes)
    self.start = guessed.indices.map { begun[$0] ?? guessed[$0] }
    try checkEstimate()
    try checkStart()
  }

  private static func ordered(
    _ distribution: Distribution, _ values: [String: Tensor]
  ) throws(FitError) -> [Tensor?] {
    let names = distribution.parameters.map(\.name)
    for name in values.keys.sorted() where !names.contains(name) {
      throw .unknownParameter(name: name, known: names)
    }
    for parameter in distribution.parameters {
      guard let value = values[parameter.name] else { continue }
      let isRightShape = parameter.range == .simplex ? value.rank == 1 : value.count == 1
      guard isRightShape else { throw .wrongShape(parameter: parameter.name, shape: value.shape) }
      if let violation = parameter.violation(of: value) { throw .parameter(violation) }
    }
    return names.map { values[$0] }
  }

  /// Checks the data; the number of classes.
  private static func check(
    _ distribution: Distribution, _ data: Tensor, _ given: [Tensor?], _ classes: Int?
  ) throws(FitError) -> Int {
    guard data.count > 0 else { throw .noData }
    for (parameter, value) in zip(distribution.parameters, given) where value == nil && !parameter.isFitted {
      throw .missing(parameter: parameter.name)
    }
    let limits = distribution.support == .countsThrough ? given.compactMap { $0 } : []
    if let violation = distribution.violation(in: data, parameters: limits) {
      throw .outsideSupport(violation)
    }
    let needed = distribution.support == .real ? given.count { $0 == nil } : 1
    guard data.count >= needed else { throw .tooFew(found: data.count, needed: needed) }
    return distribution.support == .classIndex ? try classCount(distribution, data, given, classes) : 0
  }

  private static func classCount(
    _ distribution: Distribution, _ data: Tensor, _ given: [Tensor?], _ classes: Int?
  ) throws(FitError) -> Int {
    let seen = (data.elements.max() ?? 0) + 1
    let wanted = given.first??.count ?? classes
    guard let count = wanted ?? Int(exactly: seen), count <= Fit.classLimit, count > 0 else {
      throw .tooManyClasses(found: wanted.map(Double.init) ?? seen, limit: Fit.classLimit)
    }
    let row = Tensor([Double](repeating: 1 / Double(count), count: count))
    if let violation = distribution.violation(in: data, parameters: [row]) {
      throw .outsideSupport(violation)
    }
    return count
  }

  private static func tally(_ data: [Double]) throws(MathError) -> (Tensor, Tensor?) {
    var counts: [Double: Double] = [:]
    for (i, value) in data.enumerated() {
      try Interruption.check(at: i)
      counts[value, default: 0] += 1
    }
    let values = counts.keys.sorted()
    return (Tensor(values), Tensor(values.map { counts[$0] ?? 0 }))
  }

  /// Finds out before the search whether there is anything to find.
  private func checkEstimate() throws(FitError) {
    for (i, parameter) in distribution.parameters.enumerated() where given[i] == nil {
      guard let value = closedForm[i].single, parameter.range == .positive else { continue }
      if value == 0 { throw .noVariance(parameter: parameter.name, value: data[0]) }
      if !value.isFinite { throw .unbounded(parameter: parameter.name) }
    }
  }

  private func checkStart() throws(FitError) {
    for (i, parameter) in distribution.parameters.enumerated() where given[i] == nil {
      guard start[i].shape == closedForm[i].shape else {
        throw .wrongShape(parameter: parameter.name, shape: start[i].shape)
      }
    }
    let found: Double
    do throws(MathError) { found = try logLikelihood(at: start) } catch { throw .math(error) }
    if !found.isFinite { throw .startNotFinite(logLikelihood: found) }
  }

  /// The sum of the log-densities of the data, in nats.
  func logLikelihood(at parameters: [Tensor]) throws(MathError) -> Double {
    try total(parameters.map { Traced($0) }).value.single ?? .nan
  }

  private func total(_ parameters: [Traced]) throws(MathError) -> Traced {
    let terms = try distribution.logProb(Traced(values), parameters)
    guard let weights else { return try terms.sum() }
    return try (terms * Traced(weights)).sum()
  }

  /// The mean of −log density over the data.
  func meanLoss(_ parameters: [Traced]) throws(MathError) -> Traced {
    try total(parameters) / Traced(-Double(data.count))
  }
}
