// The C library's log-gamma, apart from `Libm` because its reentrant form has another signature.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Libm {
  /// log |Γ(x)|, by the form that keeps the sign out of a global variable.
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}
