import LossMath

extension Interpreter {
  func call(
    _ name: String, _ nameSpan: Span, _ arguments: [Argument], _ span: Span
  ) throws(Diagnostic) -> Value {
    guard let callee = value(of: name) else { throw unknownFunction(name, nameSpan) }
    switch callee {
    case .builtin(let builtin):
      if let special = builtin.special { return try special(self, arguments, span) }
      let builtin = builtin.meaning(of: arguments, calledAs: name)
      let bound = try bind(builtin, arguments, nameSpan)
      if builtin.isStepwise, bound.contains(where: { $0?.value.hasTrace == true }) {
        steppedBy = builtin.name
      }
      if builtin.name == "mean" { sayMeanTwice(arguments, bound) }
      return try builtin.call(CallContext(interpreter: self, builtin: builtin, bound: bound, span: span))
    case .function(let function):
      let values = try bindOwn(function, arguments, span)
      return try invoke(function, values, span)
    default:
      throw Diagnostic(
        .notAFunction, "`\(name)` is \(callee.described), not a function", at: nameSpan,
        hint: "a product needs its sign: \(name)*(...); an index has square brackets: \(name)[...]")
    }
  }

  /// A loss has taken the mean already.
  private func sayMeanTwice(_ arguments: [Argument], _ bound: [BoundArgument?]) {
    guard case .call(let name, _, _)? = arguments.first?.value.kind, let loss = loss(named: name),
      bound.first??.value.asTensor?.value.isScalar == true
    else { return }
    say("\(loss.name) is one number already, so its mean is itself; reduction=\"none\" keeps the parts")
  }

  private func unknownFunction(_ name: String, _ span: Span) -> Diagnostic {
    if let verb = commands[name] {
      return Diagnostic(
        .unknownFunction, "`\(name)` is a command, not a function", at: span,
        hint: "it starts a line and has no brackets: \(verb.syntax)")
    }
    if let remedy = ForeignCalls.remedy(name) {
      return Diagnostic(.unknownFunction, "there is no function `\(name)`", at: span, hint: remedy)
    }
    let functions = knownNames.filter { value(of: $0)?.isFunction == true } + ["grad"]
    let near = Suggestions.nearest(to: name, among: functions)
    return Diagnostic(
      .unknownFunction, "there is no function `\(name)`", at: span,
      hint: near.map { "did you mean `\($0)`?" } ?? "define it: \(name)(x) = ...; `help` lists what there is")
  }

  /// Calls a function of the reader's own with values already computed.
  func invoke(_ function: FunctionDefinition, _ values: [Value], _ span: Span) throws(Diagnostic) -> Value {
    try checkCancelled(span)
    guard locals.count < Limits.depth.value else {
      throw Diagnostic(
        .callsTooDeep, "`\(function.name)` is called more than \(Limits.depth.value) calls deep", at: span,
        hint: "a function that calls itself needs an `if` that stops it; \(Limits.depth.remedy)")
    }
    if !locals.isEmpty { try countTurns(1, span) }
    locals.append(Dictionary(zip(function.parameters, values), uniquingKeysWith: { $1 }))
    defer { if !locals.isEmpty { locals.removeLast() } }
    do throws(Diagnostic) {
      return try inside(function.source) { () throws(Diagnostic) in try run(function.body) }
    } catch {
      var error = error
      if error.source == nil { error.source = function.source }
      throw error
    }
  }

  private func run(_ body: FunctionDefinition.Body) throws(Diagnostic) -> Value {
    switch body {
    case .expression(let expression): try evaluate(expression)
    case .block(let statements): try executeBlock(statements)
    }
  }

  private func bindOwn(
    _ function: FunctionDefinition, _ arguments: [Argument], _ span: Span
  ) throws(Diagnostic) -> [Value] {
    let names = function.parameters
    var values = [Value?](repeating: nil, count: names.count)
    var next = 0
    for argument in arguments {
      let slot: Int
      if let name = argument.name {
        guard let found = names.firstIndex(of: name) else {
          throw unknownArgument(name, argument.nameSpan ?? span, function.name, names)
        }
        slot = found
      } else {
        slot = next
        next += 1
      }
      guard slot < names.count else { throw wrongCount(function, arguments.count, span) }
      guard values[slot] == nil else { throw givenTwice(names[slot], argument.value.span) }
      values[slot] = try evaluate(argument.value)
    }
    guard values.allSatisfy({ $0 != nil }) else { throw wrongCount(function, arguments.count, span) }
    return values.compactMap { $0 }
  }

  private func wrongCount(_ function: FunctionDefinition, _ given: Int, _ span: Span) -> Diagnostic {
    Diagnostic(
      .wrongArgumentCount,
      "`\(function.name)` takes \(counted(function.parameters.count, "argument")), and \(given) stand here",
      at: span,
      hint: "\(function.name)(\(function.parameters.joined(separator: ", ")))")
  }

  private func givenTwice(_ name: String, _ span: Span) -> Diagnostic {
    Diagnostic(.wrongArgumentCount, "`\(name)` is given twice", at: span)
  }

  func unknownArgument(
    _ name: String, _ span: Span, _ function: String, _ names: [String]
  ) -> Diagnostic {
    let near = Suggestions.nearest(to: name, among: names).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .unknownArgument, "`\(function)` has no argument `\(name)`", at: span,
      hint: near + "it takes " + names.joined(separator: ", "))
  }

  /// Puts the arguments of a call in the order of the parameters.
  func bind(
    _ builtin: Builtin, _ arguments: [Argument], _ nameSpan: Span
  ) throws(Diagnostic) -> [BoundArgument?] {
    let parameters = builtin.parameters
    var bound = [BoundArgument?](repeating: nil, count: parameters.count)
    var next = 0
    for argument in arguments {
      let slot: Int
      if let name = argument.name {
        guard let found = parameters.firstIndex(where: { $0.name == name }) else {
          throw unknownArgument(name, argument.nameSpan ?? nameSpan, builtin.name, parameters.map(\.name))
        }
        slot = found
      } else {
        guard next < builtin.positionalCount else { throw tooMany(builtin, argument.value.span) }
        slot = next
        next += 1
      }
      guard bound[slot] == nil else { throw givenTwice(parameters[slot].name, argument.value.span) }
      bound[slot] = BoundArgument(value: try evaluate(argument.value), span: argument.value.span)
    }
    if let missing = parameters.indices.first(where: { parameters[$0].isRequired && bound[$0] == nil }) {
      throw Diagnostic(
        .missingArgument, "`\(builtin.name)` lacks its argument `\(parameters[missing].name)`", at: nameSpan,
        hint: "write \(builtin.signature), such as \(builtin.example)")
    }
    return bound
  }

  private func tooMany(_ builtin: Builtin, _ span: Span) -> Diagnostic {
    let count = counted(builtin.positionalCount, "argument")
    let names = builtin.parameters.count > builtin.positionalCount ? " without a name" : ""
    return Diagnostic(
      .wrongArgumentCount, "`\(builtin.name)` takes \(count)\(names), and more stand here", at: span,
      hint: "write \(builtin.signature)")
  }
}

struct BoundArgument {
  let value: Value
  let span: Span
}

extension Value {
  var isFunction: Bool {
    switch self {
    case .function, .builtin: true
    default: false
    }
  }
}
