/// Why a distribution cannot be fitted, with the facts; the sentences are written where they are shown.
public enum FitError: Error, Equatable, Sendable {
  case noData
  case outsideSupport(SupportViolation)
  /// Fewer values than parameters to find.
  case tooFew(found: Int, needed: Int)
  /// All values are the same (or the given centre): the density grows without bound as the width goes to 0.
  case noVariance(parameter: String, value: Double)
  /// The likelihood grows as the parameter goes to infinity.
  case unbounded(parameter: String)
  /// A parameter that only the user can know, such as the number of tries.
  case missing(parameter: String)
  case unknownParameter(name: String, known: [String])
  case parameter(ParameterViolation)
  /// A given number or start that is not one number (for `p` of `categorical`: not one row).
  case wrongShape(parameter: String, shape: [Int])
  case tooManyClasses(found: Double, limit: Int)
  /// The likelihood cannot be computed at the start.
  case startNotFinite(logLikelihood: Double)
  case math(MathError)
}
