/// What a translated expression is to Python.
enum PythonKind: Int, Sendable {
  /// A Python integer: a loop's variable, a length, a whole number.
  case integer
  /// Any Python number.
  case number
  /// A Python `bool`.
  case truth
  /// A tensor of booleans.
  case mask
  /// A tensor of numbers.
  case tensor

  /// What a variable is that is now the one and now the other.
  func joined(_ other: PythonKind) -> PythonKind {
    if self == other { return self }
    switch (self, other) {
    case (.integer, .number), (.number, .integer): return .number
    case (.truth, .integer), (.integer, .truth), (.truth, .number), (.number, .truth): return .number
    default: return .tensor
    }
  }

  var isPython: Bool { self == .integer || self == .number || self == .truth }
}

/// An expression in Python with what it is.
struct Translated: Sendable {
  var python: PythonExpression
  var kind: PythonKind

  init(_ python: PythonExpression, _ kind: PythonKind) {
    self.python = python
    self.kind = kind
  }
}
