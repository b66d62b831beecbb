/// What is known inside one function while it is translated.
struct TranslationScope {
  var function: FunctionDefinition?
  var isFormula = false
  /// The variables by the last translation.
  var variables: [String: PythonKind] = [:]
  /// What it returns, by the last translation.
  var result: PythonKind?
  /// The same by this one.
  var found: [String: PythonKind] = [:]
  var foundResult: PythonKind?

  init() {}

  init(function: FunctionDefinition, isFormula: Bool, variables: [String: PythonKind], result: PythonKind?) {
    (self.function, self.isFormula) = (function, isFormula)
    (self.variables, self.result) = (variables, result)
    found = variables
    foundResult = result
  }

  func name(_ name: String) -> String { PythonText.name(name, taken: []) }

  mutating func assign(_ name: String, _ kind: PythonKind) {
    found[name] = found[name].map { $0.joined(kind) } ?? kind
  }

  mutating func give(_ kind: PythonKind) {
    foundResult = foundResult.map { $0.joined(kind) } ?? kind
  }
}
