import LossMath

extension Command {
  static var fit: Command {
    Command(
      name: "fit", topic: .information, syntax: "fit DISTRIBUTION(NAME, ...) to DATA",
      summary: "maximum likelihood: the parameters of a distribution that make the data most likely",
      details: [
        "What stands in the brackets as a name is fitted, and a number fixes it: fit normal(mu, 1) to x, or fit "
          + "normal(sigma=2) to x. n of binomial must be given.",
        "It shows the path of the search, the closed form beside the estimate, standard errors from the curvature, and "
          + "the loss that the likelihood is.",
        "m = fit normal(mu, sigma) to x; then m.mu, m.sigma, m.errors, m.log_likelihood, and m.distribution, which "
          + "log_prob, sample and plot take. plot m draws it beside the data.",
      ],
      options: [
        ("classes", "of categorical: the number of classes, where the last may not occur in the data")
      ],
      example: "x = sample(normal(3, 2), 100); m = fit normal(mu, sigma) to x; plot m"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["classes"])
      let request = try FitRequest(call, interpreter)
      let classes = try options.integer("classes", 1...Fit.classLimit)
      let fit = try request.run(classes, interpreter)
      return CommandResult(value: .record(fit.record(request)), pieces: FitText(fit).pieces)
    }
  }
}

/// A `fit` line, understood: what is fitted to what, and which parameters are known.
struct FitRequest {
  let call: CommandCall
  let family: Distribution
  let given: [String: Tensor]
  let data: Tensor
  let dataSpan: Span
  private let givenSpans: [String: Span]
  private let familySpan: Span

  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    self.call = call
    guard call.values.count == 1, let subject = call.values.first else {
      throw Diagnostic(
        .badCommand, "`fit` wants one distribution", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as fit normal(mu, sigma) to [1.2, 0.7, 1.9]")
    }
    (family, familySpan) = try Self.family(subject, interpreter)
    guard let clause = call.clause("to"), clause.values.count == 1, let source = clause.values.first else {
      throw Diagnostic(
        .badCommand, "`fit` wants the data it fits to", at: call.clause("to")?.span ?? subject.span,
        hint: "put them behind `to`: \(Self.example(family)) to [...]")
    }
    (given, givenSpans) = try Self.given(subject, family, interpreter)
    data = try interpreter.tensor(source, "the data").value
    dataSpan = source.span
  }

  static func example(_ family: Distribution) -> String {
    let list = family.parameters.map { $0.isFitted ? $0.name : "\($0.name)=10" }
    return "fit \(family.name)(\(list.joined(separator: ", ")))"
  }

  private static func family(
    _ subject: Expression, _ interpreter: Interpreter
  ) throws(Diagnostic) -> (Distribution, Span) {
    var name = subject.bareName
    var span = subject.span
    if case .call(let called, let nameSpan, _) = subject.kind { (name, span) = (called, nameSpan) }
    if let name, let builtin = Builtin.named(name), let family = Distribution.named(builtin.name) {
      return (family, span)
    }
    let names = Distribution.all.map(\.name)
    let near = name.flatMap { Suggestions.nearest(to: $0, among: names) }
    throw Diagnostic(
      .badCommand, "`\(interpreter.label(span))` is no distribution that can be fitted", at: span,
      hint: near.map { "did you mean `\($0)`?" } ?? "there are \(names.joined(separator: ", "))")
  }

  /// The parameters that stand in the brackets as numbers.
  private static func given(
    _ subject: Expression, _ family: Distribution, _ interpreter: Interpreter
  ) throws(Diagnostic) -> ([String: Tensor], [String: Span]) {
    guard case .call(_, _, let arguments) = subject.kind else { return ([:], [:]) }
    let names = family.parameters.map(\.name)
    var (given, spans): ([String: Tensor], [String: Span]) = ([:], [:])
    // What has no name of its own takes the places that no name takes.
    var places = names.filter { name in !arguments.contains { $0.name == name } }[...]
    for argument in arguments {
      if let name = argument.name, !names.contains(name) {
        throw interpreter.unknownArgument(name, argument.nameSpan ?? subject.span, family.name, names)
      }
      guard let name = argument.name ?? places.popFirst() else {
        throw Diagnostic(
          .wrongArgumentCount, "\(family.name) has the parameters \(names.joined(separator: " and "))",
          at: argument.value.span, hint: "write \(example(family)) to ...")
      }
      guard spans[name] == nil else {
        throw Diagnostic(.wrongArgumentCount, "`\(name)` stands here twice", at: argument.value.span)
      }
      spans[name] = argument.value.span
      if try isFree(argument.value, name, family, interpreter) { continue }
      given[name] = try interpreter.tensor(argument.value, "`\(name)` of \(family.name)").value
    }
    return (given, spans)
  }

  /// Whether what stands in the place of a parameter is its name. Another name is a number, if it has a value.
  private static func isFree(
    _ expression: Expression, _ parameter: String, _ family: Distribution, _ interpreter: Interpreter
  ) throws(Diagnostic) -> Bool {
    guard let name = expression.bareName else { return false }
    if name == parameter { return true }
    let isOther = family.parameters.contains { $0.name == name }
    guard isOther || interpreter.value(of: name) == nil else { return false }
    throw Diagnostic(
      .badArgument, "`\(name)` stands in the place of `\(parameter)`", at: expression.span,
      hint: "the name of a parameter says that it is fitted: \(example(family)) to ...; a number fixes it")
  }

  func run(_ classes: Int?, _ interpreter: Interpreter) throws(Diagnostic) -> Fit {
    do throws(FitError) {
      return try Fit.run(
        family, to: data, given: given, classes: classes, isCancelled: { interpreter.host.cancel.isCancelled }
      )
    } catch { throw Diagnostic(error, self, interpreter) }
  }

  func span(of parameter: String) -> Span { givenSpans[parameter] ?? familySpan }
}

extension Fit {
  /// The fitted distribution.
  var fitted: DistributionValue {
    DistributionValue(family: distribution, parameters: estimate.map { Traced($0) })
  }

  /// What a name is given to.
  fileprivate func record(_ request: FitRequest) -> Record {
    let names = distribution.parameters.map(\.name)
    let errors = zip(names, standardErrors).compactMap { name, error in
      error.map { (name: name, value: Value.tensor($0)) }
    }
    let closed = zip(names, closedForm).map { (name: $0, value: Value.tensor($1)) }
    return Record(
      typeName: "fit",
      fields: zip(names, estimate).map { (name: $0, value: Value.tensor($1)) } + [
        (name: "log_likelihood", value: .number(logLikelihood)),
        (name: "errors", value: .record(Record(typeName: "standard errors", fields: errors))),
        (name: "closed_form", value: .record(Record(typeName: "closed form", fields: closed))),
        (name: "steps", value: .number(Double(path.count - 1))),
        (name: "count", value: .number(Double(count))), (name: "distribution", value: .distribution(fitted)),
      ], drawing: FitDrawing(distribution: fitted, data: request.data.elements))
  }
}
