import LossMath

/// A fit as it is shown: the path, the estimate beside its closed form, and what loss was minimised.
struct FitText {
  let fit: Fit
  private static let rowsAtEachEnd = 3
  private static let elementLimit = 12

  init(_ fit: Fit) { self.fit = fit }

  private var family: Distribution { fit.distribution }

  var pieces: [Piece] {
    [
      .paragraph([
        StyledRun("Maximum likelihood", .heading),
        StyledRun(": \(family.title), \(counted(fit.count, "value")); the search climbs from a rough guess."),
      ]),
      .blank, .table(path), .blank, .table(estimates), .blank,
    ] + conclusion
  }

  private func number(_ x: Double) -> String { NumberFormat.text(x) }

  private var path: Table {
    let names = family.parameters.indices.filter { !isGiven($0) }
    let header = ["step"] + names.map { family.parameters[$0].name } + ["log-likelihood", "slope"]
    let (count, ends) = (fit.path.count, Self.rowsAtEachEnd)
    let shown: [Int?] =
      count > 2 * ends + 1 ? Array(0..<ends) + [nil] + Array((count - ends)..<count) : Array(0..<count)
    return Table(
      header: header,
      rows: shown.map { index in
        guard let index else { return header.map { _ in "..." } }
        let step = fit.path[index]
        return [String(index)] + names.map { ValueText.short(.tensor(step.parameters[$0])) }
          + [number(step.logLikelihood), NumberFormat.text(step.gradientNorm, digits: 2)]
      })
  }

  /// Whether a parameter was fixed: then it is the same on the whole path, and has no error.
  private func isGiven(_ index: Int) -> Bool {
    fit.standardErrors[index] == nil && !fit.atEdge.contains(family.parameters[index].name)
      && fit.path.allSatisfy { $0.parameters[index] == fit.path.first?.parameters[index] }
  }

  private var estimates: Table {
    var rows: [[String]] = []
    for (i, parameter) in family.parameters.enumerated() {
      let (found, closed, errors) = (fit.estimate[i], fit.closedForm[i], fit.standardErrors[i])
      for k in found.elements.indices.prefix(Self.elementLimit) {
        let name = found.isScalar ? parameter.name : "\(parameter.name)[\(k)]"
        rows.append([
          name, number(found.elements[k]), isGiven(i) ? "given" : number(closed.elements[k]),
          errors.map { NumberFormat.text($0.elements[k], digits: 3) } ?? "-",
        ])
      }
      if found.count > Self.elementLimit { rows.append(["...", "...", "...", "..."]) }
    }
    return Table(header: ["parameter", "estimate", "closed form", "standard error"], rows: rows)
  }

  private var conclusion: [Piece] {
    [
      .paragraph([
        StyledRun("log-likelihood = \(number(fit.logLikelihood))", .strong),
        StyledRun("; the closed form: "), StyledRun(family.estimate, .code),
      ])
    ] + outcome + edges + errors + identity
  }

  private var outcome: [Piece] {
    switch fit.outcome {
    case .converged: []
    case .ranOutOfSteps: [.text("The search ran out of steps; trust the closed form.", .error)]
    case .stalled: [.text("Rounding stopped the search; trust the closed form.", .muted)]
    case .cancelled: [.text("Stopped before it was done.", .muted)]
    }
  }

  private var edges: [Piece] {
    guard let name = fit.atEdge.first else { return [] }
    return [
      .text(
        "The best \(name) lies at the edge of its range: something never occurs in the data, and gets the probability "
          + "0. The search only comes near it, and there is no standard error. More data would help.")
    ]
  }

  private var errors: [Piece] {
    guard fit.standardErrors.contains(where: { $0 != nil }) else { return [] }
    return [
      .text(
        "A standard error is how far the estimate would scatter over other samples of this size; it shrinks with the "
          + "square root of their number."
          + (fit.information == .expected ? " Here it comes from the expected curvature." : ""), .muted)
    ]
  }

  private var identity: [Piece] {
    guard let identity = family.identity else { return [] }
    return [
      .paragraph([StyledRun("As a loss: ", .strong), StyledRun(identity.meaning + identityNumbers(identity))])
    ]
  }

  private func identityNumbers(_ identity: LossIdentity) -> String {
    let mean = -fit.logLikelihood / Double(max(fit.count, 1))
    return " \(identity.statement); here both are \(number(mean))."
  }
}
