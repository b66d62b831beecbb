import LossMath

/// An expression that comes to one number, as a function of the variables that stand after `over`.
struct FunctionOfVariables {
  let expression: Expression
  let names: [String]
  /// The present values of the variables.
  let starts: [Tensor]
  /// The expression as it was typed.
  let label: String

  init(_ call: CommandCall, _ interpreter: Interpreter, example: String) throws(Diagnostic) {
    guard call.values.count == 1, let expression = call.values.first else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants one expression", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as \(example)")
    }
    guard let clause = call.clause("over") else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants to know what may vary", at: expression.span,
        hint: "name the variables after `over`: \(example)")
    }
    self.expression = expression
    label = interpreter.label(expression.span)
    var (names, starts): ([String], [Tensor]) = ([], [])
    for variable in clause.values {
      let (name, start) = try Self.variable(variable, call.verb, interpreter)
      guard !names.contains(name) else {
        throw Diagnostic(.badCommand, "`\(name)` stands here twice", at: variable.span)
      }
      names.append(name)
      starts.append(start)
    }
    (self.names, self.starts) = (names, starts)
  }

  private static func variable(
    _ expression: Expression, _ verb: String, _ interpreter: Interpreter
  ) throws(Diagnostic) -> (String, Tensor) {
    guard let name = expression.bareName else {
      throw Diagnostic(
        .gradientOfNoVariable, "what follows `over` is the name of a variable", at: expression.span,
        hint: "give the value a name first: w = ...; then \(verb) f(w) over w")
    }
    if Constant.all[name] != nil, interpreter.globals[name] == nil {
      throw Diagnostic(.gradientOfNoVariable, "`\(name)` is a constant and cannot vary", at: expression.span)
    }
    guard interpreter.value(of: name) != nil else {
      throw Diagnostic(
        .unknownName, "`\(name)` has no value to start from", at: expression.span,
        hint: "give it one first: \(name) = 0")
    }
    let value = try interpreter.lookUp(name, expression.span)
    guard let start = value.asTensor?.value, start.count > 0 else {
      throw Diagnostic(
        .gradientOfNoVariable, "`\(name)` is \(value.described), and only numbers can vary",
        at: expression.span)
    }
    return (name, start)
  }

  /// How many numbers may vary.
  var count: Int { starts.reduce(0) { $0 + $1.count } }

  /// The names of the single numbers: `b`, `w[0]`, `w[1]`.
  var elementNames: [String] {
    zip(names, starts).flatMap { name, start -> [String] in
      guard start.rank > 0 else { return [name] }
      let columns = start.rowsAndColumns.columns
      return (0..<start.count).map { i in
        start.rank == 1 ? "\(name)[\(i)]" : "\(name)[\(i / max(columns, 1)), \(i % max(columns, 1))]"
      }
    }
  }

  /// The expression's value where the variables have these values.
  /// - Parameter tape: the record that nested gradients share while it is being differentiated.
  func value(
    _ values: [Traced], _ interpreter: Interpreter, on tape: Tape? = nil
  ) throws(Diagnostic) -> Traced {
    let outer = interpreter.tape
    interpreter.tape = tape.flatMap { $0.nesting > 0 ? $0 : nil }
    defer { interpreter.tape = outer }
    let bindings = zip(names, values).map { (name: $0, value: Value.tensor($1)) }
    let value = try interpreter.withValues(bindings) { () throws(Diagnostic) in
      try interpreter.evaluate(expression)
    }
    guard let result = value.asTensor else {
      throw interpreter.notNumeric(value, "this command", expression.span)
    }
    guard result.value.count == 1 else {
      throw Diagnostic(
        .gradientOfMany, "this must come to one number; it is \(value.described)", at: expression.span,
        hint: "take its sum(...) or mean(...) first")
    }
    return result
  }

  /// The same at a place that nobody typed: a mistake there only means that the function has no value.
  func probe(_ values: [Traced], _ interpreter: Interpreter) throws(Diagnostic) -> Double {
    let (notes, wasProbing) = (interpreter.notes, interpreter.isProbing)
    interpreter.isProbing = true
    defer { (interpreter.notes, interpreter.isProbing) = (notes, wasProbing) }
    do throws(Diagnostic) {
      return try value(values, interpreter).value.elements.first ?? .nan
    } catch {
      if error.code == .cancelled { throw error }
      return .nan
    }
  }
}
