import LossMath

extension LossTranslator {
  func call(
    _ name: String, _ nameSpan: Span, _ arguments: [Argument], _ span: Span
  ) throws(Diagnostic) -> Translated {
    switch scope.found[name] == nil ? meaning(of: name) : nil {
    case .function(let function)?: return try ownCall(function, arguments, span)
    case .builtin(let builtin)?:
      return try builtinCall(builtin.meaning(of: arguments, calledAs: name), arguments, nameSpan, span)
    default: throw refusal("`\(name)` is no function here", nameSpan, hint: nil)
    }
  }

  private func ownCall(
    _ function: FunctionDefinition, _ arguments: [Argument], _ span: Span
  ) throws(Diagnostic) -> Translated {
    let values = try arguments.map { (argument) throws(Diagnostic) in
      (argument.name, numeric(try translate(argument.value)))
    }
    var ordered = [Translated?](repeating: nil, count: function.parameters.count)
    var next = 0
    for (name, value) in values {
      let slot = name.flatMap { function.parameters.firstIndex(of: $0) } ?? next
      if name == nil { next += 1 }
      guard ordered.indices.contains(slot) else { break }
      ordered[slot] = value
    }
    let given = ordered.compactMap { $0 }
    guard given.count == function.parameters.count else {
      throw refusal(
        "`\(function.name)` takes \(counted(function.parameters.count, "argument"))", span, hint: nil)
    }
    let (name, result) = try define(function, given.map(\.kind))
    let kinds = parameterKinds(function) ?? given.map(\.kind)
    let parts = zip(given, kinds).map { value, kind in
      PythonExpression.Argument(name: nil, value: kind == .tensor ? tensor(value).python : value.python)
    }
    return Translated(.call(name, parts), result)
  }

  private func builtinCall(
    _ builtin: Builtin, _ arguments: [Argument], _ nameSpan: Span, _ span: Span
  ) throws(Diagnostic) -> Translated {
    if let remedy = BuiltinTranslations.refusals[builtin.name] {
      throw refusal("`\(builtin.name)` does not go into a script", nameSpan, hint: remedy)
    }
    let bound = try bind(builtin, arguments, span)
    if let entry = BuiltinTranslations.table[builtin.name] {
      return try filled(entry, builtin, bound, nameSpan)
    }
    return try formulaCall(builtin, bound, nameSpan)
  }

  /// The arguments by the names of the parameters.
  private func bind(
    _ builtin: Builtin, _ arguments: [Argument], _ span: Span
  ) throws(Diagnostic) -> [String: Expression] {
    var bound: [String: Expression] = [:]
    var next = 0
    for argument in arguments {
      if let name = argument.name {
        bound[name] = argument.value
      } else if next < builtin.positionalCount {
        bound[builtin.parameters[next].name] = argument.value
        next += 1
      }
    }
    if let missing = builtin.parameters.first(where: { $0.isRequired && bound[$0.name] == nil }) {
      throw refusal("`\(builtin.name)` lacks its argument `\(missing.name)`", span, hint: nil)
    }
    return bound
  }

  private func filled(
    _ entry: BuiltinTranslations.Entry, _ builtin: Builtin, _ bound: [String: Expression], _ span: Span
  ) throws(Diagnostic) -> Translated {
    let templates = library == .keras ? entry.keras : entry.torch
    var plain: [String: Translated] = [:]
    for template in templates {
      let places = template.places
      guard bound.keys.allSatisfy({ name in places.contains { $0.name == name } }) else { continue }
      if let values = try values(places, bound, &plain) { return Translated(template.filled(values), entry.result) }
    }
    let extra = bound.first { !["x", "y"].contains($0.key) }
    throw refusal(
      "this use of `\(builtin.name)` has no counterpart in \(library.title)", extra?.value.span ?? span,
      hint: "write it out with sum(...) and arithmetic")
  }

  /// The arguments as the places of a template need them; nothing where one cannot be.
  private func values(
    _ places: [(name: String, need: CallTemplate.Need)], _ bound: [String: Expression],
    _ plain: inout [String: Translated]
  ) throws(Diagnostic) -> [String: PythonExpression]? {
    var values: [String: PythonExpression] = [:]
    for (name, need) in places {
      guard let expression = bound[name] else {
        if need == .number || name == "y" { return nil }
        continue
      }
      if need == .integer {
        values[name] = try integer(expression, "`\(name)`")
        continue
      }
      let value: Translated
      if let known = plain[name] { value = known } else { value = try translate(expression) }
      plain[name] = value
      switch need {
      case .tensor: values[name] = tensor(value).python
      case .condition: values[name] = mask(value)
      case .number:
        guard value.kind == .number || value.kind == .integer else { return nil }
        values[name] = value.python
      case .any, .integer: values[name] = numeric(value).python
      }
    }
    return values
  }

  /// A loss or a quantity of information, whose formula becomes a function of the script.
  private func formulaCall(
    _ builtin: Builtin, _ bound: [String: Expression], _ span: Span
  ) throws(Diagnostic) -> Translated {
    let (options, other) = try LossFormula.options(builtin, bound)
    if let other {
      throw refusal(
        "`\(other.key)` of `\(builtin.name)` does not go into a script as it stands here", other.value.span,
        hint: "take reduction=\"none\" and go on by hand, or write the number itself")
    }
    guard let text = LossFormula.text(builtin.name, options), let function = LossFormula.parsed(text) else {
      throw refusal(
        "`\(builtin.name)` does not go into a script", span, hint: "write its formula out")
    }
    var arguments: [Translated] = []
    for parameter in builtin.parameters {
      if parameter.isRequired, let value = bound[parameter.name] { arguments.append(tensor(try translate(value))) }
    }
    let (name, _) = try define(function, arguments.map(\.kind), formula: text)
    let terms = PythonExpression.call(name, arguments.map { .init(name: nil, value: $0.python) })
    guard Loss.named(builtin.name) != nil, options.reduction != .none else { return Translated(terms, .tensor) }
    let module = library == .keras ? "ops" : "torch"
    return Translated(.call("\(module).\(options.reduction.rawValue)", terms), .tensor)
  }
}
