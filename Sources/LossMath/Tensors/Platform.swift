// The one place that knows which C library holds the elementary functions.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions of the C library, for doubles.
enum Libm {
  static func exp(_ x: Double) -> Double { realExp(x) }
  static func log(_ x: Double) -> Double { realLog(x) }
  static func expm1(_ x: Double) -> Double { realExpm1(x) }
  static func log1p(_ x: Double) -> Double { realLog1p(x) }
  static func log2(_ x: Double) -> Double { realLog2(x) }
  static func log10(_ x: Double) -> Double { realLog10(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { realPow(x, y) }
  static func sin(_ x: Double) -> Double { realSin(x) }
  static func cos(_ x: Double) -> Double { realCos(x) }
  static func tan(_ x: Double) -> Double { realTan(x) }
  static func tanh(_ x: Double) -> Double { realTanh(x) }
}

// Inside `Libm` the bare names would mean the members themselves.
@inline(__always) private func realExp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func realLog(_ x: Double) -> Double { log(x) }
@inline(__always) private func realExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func realLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func realLog2(_ x: Double) -> Double { log2(x) }
@inline(__always) private func realLog10(_ x: Double) -> Double { log10(x) }
@inline(__always) private func realPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) private func realSin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func realCos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func realTan(_ x: Double) -> Double { tan(x) }
@inline(__always) private func realTanh(_ x: Double) -> Double { tanh(x) }
