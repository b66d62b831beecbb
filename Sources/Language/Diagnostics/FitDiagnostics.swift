import LossMath

extension Diagnostic {
  /// The sentence for a distribution that cannot be fitted.
  init(_ error: FitError, _ request: FitRequest, _ interpreter: Interpreter) {
    let (family, data) = (request.family, request.dataSpan)
    switch error {
    case .noData:
      self.init(.badFit, "there are no data to fit to", at: data, hint: "give at least one number")
    case .outsideSupport(let violation):
      self.init(violation, family, named: "data", at: data)
    case .tooFew(let found, let needed):
      self.init(
        .badFit, "\(counted(found, "value")) cannot tell \(counted(needed, "parameter"))", at: data,
        hint: "give more data, or fix a parameter by a number in its place")
    case .noVariance(let parameter, let value):
      self.init(
        .badFit,
        "all data are \(NumberFormat.text(value)), and the narrower \(family.name) is, the likelier they get: "
          + "`\(parameter)` has no estimate", at: data,
        hint: "give data that differ, or fix `\(parameter)` by a number in its place")
    case .unbounded(let parameter):
      self.init(
        .badFit, "the likelihood grows without end with `\(parameter)`", at: data,
        hint: "give data that are not all 0, or fix `\(parameter)` by a number in its place")
    case .missing(let parameter):
      self.init(
        .badFit, "`\(parameter)` of \(family.name) cannot be fitted: it must be known",
        at: request.span(of: parameter), hint: "such as \(FitRequest.example(family)) to ...")
    case .unknownParameter(let name, let known):
      self.init(
        .unknownArgument, "\(family.name) has no parameter `\(name)`", at: request.span(of: name),
        hint: "it has \(known.joined(separator: " and "))")
    case .parameter(let violation): self.init(violation, family) { request.span(of: $0) }
    case .wrongShape(let parameter, let shape):
      self.init(
        .badFit, "`\(parameter)` of a fit cannot be \(Value.described(shape))",
        at: request.span(of: parameter),
        hint: family.support == .classIndex ? "one row of probabilities" : "one number")
    case .tooManyClasses(let found, let limit):
      self.init(
        .tooLarge, "\(NumberFormat.text(found)) classes; the limit of a fit is \(limit)", at: data)
    case .startNotFinite:
      self.init(
        .badFit, "the data are too far apart: their likelihood is no finite number", at: data,
        hint: "scale them, such as x / max(abs(x))")
    case .math(let error): self = interpreter.diagnostic(error, at: data)
    }
  }
}
