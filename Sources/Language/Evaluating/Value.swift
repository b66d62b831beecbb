import LossMath
import Training

/// What an expression can be.
public enum Value {
  /// A number, vector or matrix.
  case tensor(Traced)
  /// True or false, one or many: 1 and 0 in a tensor.
  case truth(Tensor)
  case text(String)
  indirect case function(FunctionDefinition)
  case builtin(Builtin)
  indirect case dataset(Dataset)
  indirect case run(Run)
  indirect case record(Record)
  indirect case distribution(DistributionValue)
  /// Values of which at least one is no number: what stood behind a script's name.
  case list([Value])
  /// Of a function that ends without a value.
  case nothing

  static func number(_ x: Double) -> Value { .tensor(Traced(x)) }
  static func tensor(_ tensor: Tensor) -> Value { .tensor(Traced(tensor)) }

  /// The kind of value in a word or two, for messages and for programs.
  public var typeName: String {
    switch self {
    case .tensor(let t): Self.shapeName(t.shape)
    case .truth(let t): t.isScalar ? "boolean" : Self.shapeName(t.shape) + " of booleans"
    case .text: "string"
    case .function, .builtin: "function"
    case .dataset: "data"
    case .run: "run"
    case .record(let record): record.typeName
    case .distribution: "distribution"
    case .list: "list"
    case .nothing: "nothing"
    }
  }

  static func shapeName(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "number"
    case 1: "vector"
    case 2: "matrix"
    default: "tensor"
    }
  }

  /// The type with its size: `vector of 3`, `2x3 matrix`.
  var description: String {
    switch self {
    case .tensor(let t): Self.describe(t.shape)
    case .truth(let t): t.isScalar ? "boolean" : "\(Self.describe(t.shape)), booleans"
    case .list(let items): "list of \(items.count)"
    default: typeName
    }
  }

  /// The same with an article, as it stands in a sentence.
  var described: String {
    switch self {
    case .tensor(let t): Self.described(t.shape)
    case .truth(let t):
      switch t.rank {
      case 0: "a boolean"
      case 1: "a vector of \(counted(t.count, "boolean"))"
      default: Self.described(t.shape) + " of booleans"
      }
    case .list: "a " + description
    case .dataset: "a data set"
    case .run: "a training run"
    case .nothing: "nothing"
    default: "a " + typeName
    }
  }

  static func described(_ shape: [Int]) -> String {
    let words = describe(shape)
    let first = shape.first ?? 0
    let startsWithVowel = shape.count > 1 && (String(first).hasPrefix("8") || first == 11 || first == 18)
    return (startsWithVowel ? "an " : "a ") + words
  }

  static func describe(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "number"
    case 1: "vector of \(shape[0])"
    default: shape.map(String.init).joined(separator: "x") + " " + shapeName(shape)
    }
  }

  /// The value without the history of a gradient that is over.
  var detached: Value {
    switch self {
    case .tensor(let traced): .tensor(traced.detached)
    case .record(let record): .record(record.detached)
    case .distribution(let distribution): .distribution(distribution.detached)
    default: self
    }
  }

  /// Whether a gradient that is being computed depends on the value.
  var hasTrace: Bool {
    if case .tensor(let traced) = self { return !traced.isConstant }
    return false
  }

  /// Booleans count as 1 and 0 wherever numbers are wanted.
  var asTensor: Traced? {
    switch self {
    case .tensor(let t): t
    case .truth(let t): Traced(t)
    default: nil
    }
  }
}
