/// Where a number comes from.
public enum Library: String, CaseIterable, Sendable {
  case exact = "exact"
  case keras = "Keras 3"
  case torch = "PyTorch"
  case optax = "optax"
  case sklearn = "scikit-learn"
  case tutorial = "the tutorial"
}

/// One call of a loss as one library makes it: what is typed there, what comes out, and why it differs.
public struct Convention: Sendable {
  /// Whose call it is.
  public let library: Library
  /// The call, or a word on why there is none.
  public let call: String
  /// The library's number; nothing where it has no such loss or refuses these arguments.
  public let value: Double?
  /// What the library does otherwise; empty where it does the same.
  public let reason: String

  init(_ library: Library, _ call: String, _ value: Double?, _ reason: String = "") {
    self.library = library
    self.call = call
    self.value = value
    self.reason = reason
  }
}

/// Keras's backend epsilon.
let kerasEpsilon = 1e-7

extension Convention {
  /// The same labels and predictions, probabilities or plain numbers, under every convention; the mean over all.
  ///
  /// Keras 3.15, PyTorch 2.13, optax, scikit-learn 1.9, and the functions that the tutorial writes out in Python.
  /// - Returns: nothing for a loss whose conventions are not recorded.
  /// - Throws: `MathError` for arguments that the loss itself refuses.
  public static func all(_ loss: Loss, yTrue: Tensor, yPred: Tensor) throws(MathError) -> [Convention]? {
    let exact = try mean(loss, yTrue, yPred)
    let keras = try mean(loss, yTrue, yPred, epsilon: kerasEpsilon)
    switch loss.name {
    case "mse": return squaredError(exact)
    case "mae": return absoluteError(exact)
    case "msle": return logarithmicError(exact, keras: keras, yTrue, yPred)
    case "bce": return try binary(exact, keras: keras, yTrue, yPred)
    case "hinge", "squared_hinge": return try margin(loss, exact, yTrue, yPred)
    case "cce", "sparse_cce": return try categorical(loss, exact, keras: keras, yTrue, yPred)
    case "kl": return divergence(exact, keras: keras, yPred)
    default: return nil
    }
  }

  static func mean(
    _ loss: Loss, _ y: Tensor, _ p: Tensor, epsilon: Double = 0, fromLogits: Bool = false
  ) throws(MathError) -> Double {
    var options = LossOptions(fromLogits: fromLogits)
    if loss.accepts(.epsilon) { options.epsilon = epsilon }
    let value = try loss.evaluate(yTrue: Traced(y), yPred: Traced(p), options).value
    return value.single ?? .nan
  }

  static func average(_ terms: [Double]) -> Double { Summation.sum(terms) / Double(terms.count) }
}
