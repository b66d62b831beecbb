import LossMath

/// What a cell did to the memory. Laid over the memory from before it, in the order of the cells, they make the memory
/// after it, so that a cell need not run again for that.
public struct Effects {
  /// The names that it gave a value to, `ans` among them.
  var values: [String: Value] = [:]
  /// What it showed, for `out[n]`.
  var result: Value?
  var lastExpression: (expression: Expression, source: SourceText)?
  /// The settings, where it changed one.
  var settings: Settings?

  public init() {}

  /// The names under which others read what the cell did.
  public func names(number: Int) -> Set<String> {
    var names = Set(values.keys)
    if result != nil { names.insert(CellUse.out(number)) }
    if settings != nil { names.insert(CellUse.settings) }
    return names
  }

  /// Whether a name has the same value as in the effects of another run of the cell.
  public func agrees(with other: Effects, on name: String, number: Int) -> Bool {
    if name == CellUse.settings { return settings == other.settings }
    let isResult = name == CellUse.out(number)
    let (a, b) = isResult ? (result, other.result) : (values[name], other.values[name])
    guard let a, let b else { return false }
    return a.isSame(as: b)
  }
}

extension Memory {
  /// The memory after a cell did what it does.
  public mutating func apply(_ effects: Effects, number: Int) {
    for (name, value) in effects.values {
      globals[name] = value
      origins[name] = number
    }
    if let result = effects.result { results[number] = result }
    if let last = effects.lastExpression { lastExpression = last }
    if let settings = effects.settings { self.settings = settings }
  }
}

extension Interpreter {
  /// Runs a cell and notes what it does to the memory.
  public func runNoting(_ cell: Cell, number: Int) -> (outcome: Outcome, effects: Effects) {
    // A command may run cells itself, which have effects of their own.
    let outer = written
    let settings = settings.ofOutputs
    written = []
    defer { written = outer }
    let outcome = run(cell, number: number)
    var effects = Effects()
    for name in written ?? [] {
      effects.values[name] = globals[name]
      origins[name] = number
    }
    effects.result = results[number]
    if let last = lastExpression, last.source === cell.source, cell.span.contains(last.expression.span) {
      effects.lastExpression = last
    }
    if self.settings.ofOutputs != settings { effects.settings = self.settings }
    return (outcome, effects)
  }
}

extension Value {
  /// Whether nothing that reads the value could tell it from the other one. Large things are taken to differ.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.tensor(let a), .tensor(let b)): a.value.isSame(as: b.value)
    case (.truth(let a), .truth(let b)): a.isSame(as: b)
    case (.text(let a), .text(let b)): a == b
    default: false
    }
  }
}

extension Value {
  /// The same, with large things held against each other as well: functions by their text, runs and data by what is
  /// in them.
  func isSameThroughout(as other: Value) -> Bool {
    switch (self, other) {
    case (.function(let a), .function(let b)): a.source.text(a.span) == b.source.text(b.span)
    case (.builtin(let a), .builtin(let b)): a.name == b.name
    case (.dataset(let a), .dataset(let b)): a == b
    case (.run(let a), .run(let b)): a == b
    case (.record(let a), .record(let b)):
      a.typeName == b.typeName && a.fields.map(\.name) == b.fields.map(\.name)
        && zip(a.fields, b.fields).allSatisfy { $0.value.isSameThroughout(as: $1.value) }
    case (.distribution(let a), .distribution(let b)):
      a.family.name == b.family.name && zip(a.values, b.values).allSatisfy { $0.isSame(as: $1) }
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSameThroughout(as: $1) }
    default: isSame(as: other)
    }
  }
}

extension Tensor {
  fileprivate func isSame(as other: Tensor) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}
