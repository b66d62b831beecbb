// The search for the maximum of a smooth likelihood, and what its Hessian says about the estimate.

extension FitProblem {
  func solved(_ isCancelled: @escaping () -> Bool) throws(MathError) -> Fit {
    let free = FreeParameters(distribution.parameters, given: given, start: start, reference: commonest)
    let problem = self
    let newton = NewtonMethod(
      function: { (theta) throws(MathError) in try problem.meanLoss(free.values(theta[0])) },
      isCancelled: isCancelled)
    let found = try newton.run(from: free.start)
    var path: [Fit.Step] = []
    for step in found.path {
      path.append(
        Fit.Step(
          parameters: try free.values(Traced(Tensor(step.position))).map(\.value),
          logLikelihood: -step.value * Double(data.count), gradientNorm: step.gradientNorm,
          fraction: step.fraction))
    }
    let theta = Tensor(found.path.last?.position ?? free.start)
    return try result(path, found.outcome, standardErrors(free, at: theta), .observed)
  }

  /// The class that occurs most often.
  private var commonest: Int {
    let shares = closedForm.first?.elements ?? []
    return shares.indices.max { shares[$0] < shares[$1] } ?? 0
  }

  func result(
    _ path: [Fit.Step], _ outcome: FitOutcome, _ errors: [Tensor?], _ information: Fit.Information
  ) throws(MathError) -> Fit {
    let estimate = path.last?.parameters ?? start
    return Fit(
      distribution: distribution, count: data.count, path: path, outcome: outcome, estimate: estimate,
      closedForm: closedForm, logLikelihood: try logLikelihood(at: estimate),
      closedFormLogLikelihood: try logLikelihood(at: closedForm), standardErrors: errors,
      information: information,
      atEdge: distribution.parameters.indices.filter(isAtEdge).map { distribution.parameters[$0].name })
  }

  /// Whether maximum likelihood leads to the edge of a parameter's range, which no step reaches.
  private func isAtEdge(_ index: Int) -> Bool {
    guard given[index] == nil else { return false }
    let values = closedForm[index].elements
    switch distribution.parameters[index].range {
    case .probability: return values.contains { $0 == 0 || $0 == 1 }
    case .nonNegative, .simplex: return values.contains(0)
    case .real, .positive, .wholeNumber: return false
    }
  }

  /// The square roots of the diagonal of J C Jᵀ, where C is the inverse of the Hessian of −log-likelihood in θ
  /// and J the derivative of the parameters in θ (the delta method).
  private func standardErrors(_ free: FreeParameters, at theta: Tensor) throws(MathError) -> [Tensor?] {
    let unknown: [Tensor?] = given.map { _ in nil }
    let local = try Derivatives.hessian(
      of: { (v) throws(MathError) in try meanLoss(free.values(v[0])) }, at: [theta])
    let information = local.symmetricRows.map { $0.map { $0 * Double(data.count) } }
    guard let covariance = Cholesky(information)?.inverse else { return unknown }
    var errors = unknown
    for index in errors.indices where given[index] == nil && !isAtEdge(index) {
      errors[index] = try deviations(of: index, free, theta, covariance)
    }
    return errors
  }

  private func deviations(
    of index: Int, _ free: FreeParameters, _ theta: Tensor, _ covariance: [[Double]]
  ) throws(MathError) -> Tensor? {
    var result: [Double] = []
    for element in 0..<closedForm[index].count {
      let slopes = try Derivatives.gradient(
        of: { (v) throws(MathError) in try free.values(v[0])[index].gathered([element], shape: []) },
        at: [theta]
      ).elements
      let spread = covariance.map { Vector.dot($0, slopes) }
      result.append(max(Vector.dot(slopes, spread), 0).squareRoot())
    }
    return Tensor(shape: closedForm[index].shape, elements: result)
  }
}
