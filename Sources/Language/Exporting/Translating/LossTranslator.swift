import LossMath

/// Turns a loss that was typed into Python functions over Keras's `ops` or PyTorch.
///
/// A variable is a Python number or a tensor for as long as the function lives; where it is now the one and now the
/// other, it is a tensor. What the variables are is found by translating until nothing changes any more.
final class LossTranslator {
  let library: ExportLibrary
  /// What the names outside the functions meant when the run was trained.
  private let outside: [String: Value]
  /// Constants and functions in the order in which Python needs them.
  private(set) var constants: [(name: String, lines: [String])] = []
  private(set) var functions: [(name: String, lines: [String])] = []
  /// Python counts the rows of a batch, whose number a compiled Keras step does not know.
  private(set) var needsEagerSteps = false
  private var taken: Set<String> = []
  private var pythonNames: [String: String] = [:]
  private var signatures: [String: (parameters: [PythonKind], result: PythonKind?)] = [:]
  private var isUnsettled = false
  /// The functions being translated, innermost last.
  private var path: [String] = []
  var scope = TranslationScope()

  init(_ library: ExportLibrary, outside: [String: Value]) {
    self.library = library
    self.outside = outside
  }

  /// Translates a function of labels and predictions; gives its name in Python.
  func translate(_ function: FunctionDefinition) throws(Diagnostic) -> String {
    try settled(function, [.tensor, .tensor])
  }

  /// The same for a formula of `LossFormula`.
  func translate(formula: String) throws(Diagnostic) -> String {
    guard let function = LossFormula.parsed(formula) else {
      throw Diagnostic(.cannotExport, "this loss has no formula to write down", at: Span(0, 0))
    }
    return try settled(function, function.parameters.map { _ in .tensor }, formula: formula)
  }

  /// Translates until what the variables are changes no more.
  private func settled(
    _ function: FunctionDefinition, _ kinds: [PythonKind], formula: String? = nil
  ) throws(Diagnostic) -> String {
    var name = ""
    repeat {
      (constants, functions, needsEagerSteps, isUnsettled) = ([], [], false, false)
      (taken, pythonNames) = ([], [:])
      name = try define(function, kinds, formula: formula).name
    } while isUnsettled
    return name
  }

  /// Puts a function into the script, if it is not there, and gives its name and what it returns.
  func define(
    _ function: FunctionDefinition, _ kinds: [PythonKind], formula: String? = nil
  ) throws(Diagnostic) -> (name: String, result: PythonKind) {
    let key = formula ?? function.name
    let name = pythonName(key, function.name)
    let known = signatures[key]?.parameters ?? kinds
    let joined = zip(known, kinds).map { $0.joined($1) }
    if joined != signatures[key]?.parameters {
      isUnsettled = isUnsettled || signatures[key] != nil
      signatures[key] = (joined, signatures[key]?.result)
    }
    if path.contains(key) || functions.contains(where: { $0.name == name }) {
      return (name, signatures[key]?.result ?? .number)
    }
    path.append(key)
    defer { path.removeLast() }
    let outer = scope
    defer { scope = outer }
    let (lines, result) = try body(of: function, named: name, key, joined, isFormula: formula != nil)
    functions.append((name, lines))
    return (name, result)
  }

  /// What the callers of a function hand over, now that all of them are known.
  func parameterKinds(_ function: FunctionDefinition) -> [PythonKind]? {
    signatures[function.name]?.parameters
  }

  private func body(
    of function: FunctionDefinition, named name: String, _ key: String, _ kinds: [PythonKind],
    isFormula: Bool
  ) throws(Diagnostic) -> ([String], PythonKind) {
    var variables = Dictionary(zip(function.parameters, kinds), uniquingKeysWith: { $1 })
    var result = signatures[key]?.result
    while true {
      scope = TranslationScope(function: function, isFormula: isFormula, variables: variables, result: result)
      var lines = try definition(function, named: name)
      if lines.isEmpty { lines = ["    pass"] }
      guard scope.found != variables || scope.foundResult != result else {
        return (header(function, name) + lines, result ?? .tensor)
      }
      (variables, result) = (scope.found, scope.foundResult)
      if signatures[key]?.result != result {
        isUnsettled = isUnsettled || signatures[key]?.result != nil
        signatures[key]?.result = result
      }
    }
  }

  private func header(_ function: FunctionDefinition, _ name: String) -> [String] {
    let parameters = function.parameters.map { scope.name($0) }.joined(separator: ", ")
    return ["def \(name)(\(parameters)):"]
  }

  func needLengths() { needsEagerSteps = true }

  /// A name of the script for something outside functions, always the same for the same thing.
  private func pythonName(_ key: String, _ wanted: String) -> String {
    if let name = pythonNames[key] { return name }
    let name = PythonText.name(wanted, taken: taken)
    taken.insert(name)
    pythonNames[key] = name
    return name
  }

  /// What a name means that is no variable of the function.
  func meaning(of name: String) -> Value? {
    if !scope.isFormula, let value = outside[name] { return value }
    if let constant = Constant.all[name] { return .number(constant) }
    return Builtin.named(name).map { .builtin($0) }
  }

  /// Puts a value from outside into the script.
  func constant(_ name: String, _ tensor: Tensor) -> Translated {
    if let known = Constant.all[name], tensor.isScalar, outside[name] == nil {
      return Translated(known.isFinite ? .atom("math.\(name)") : .number(known), .number)
    }
    let python = pythonName("constant " + name, name)
    if !constants.contains(where: { $0.name == python }) {
      constants.append((python, PythonLayout.statement(python + " = ", value(tensor))))
    }
    return Translated(.atom(python), tensor.isScalar ? .number : .tensor)
  }

  private func value(_ tensor: Tensor) -> PythonExpression {
    if let number = tensor.single, tensor.isScalar { return .number(number) }
    return creation(of: nested(tensor.elements[...], tensor.shape[...]))
  }

  /// A tensor made from a Python list.
  func creation(of list: PythonExpression) -> PythonExpression {
    switch library {
    case .keras:
      .call(
        "ops.convert_to_tensor",
        [.init(name: nil, value: list), .init(name: "dtype", value: .atom("\"float32\""))])
    case .pytorch:
      .call("torch.tensor", [.init(name: nil, value: list), .init(name: "device", value: .atom("DEVICE"))])
    }
  }

  private func nested(_ elements: ArraySlice<Double>, _ shape: ArraySlice<Int>) -> PythonExpression {
    guard let count = shape.first, shape.count > 1, count > 0 else {
      return .list(elements.map { .number($0) })
    }
    let size = elements.count / count
    return .list(
      (0..<count).map { row in
        let start = elements.startIndex + row * size
        return nested(elements[start..<start + size], shape.dropFirst())
      })
  }

  func refusal(_ message: String, _ span: Span, hint: String?) -> Diagnostic {
    Diagnostic(
      .cannotExport, message, at: span, hint: hint, source: scope.isFormula ? nil : scope.function?.source)
  }
}
