// The one place that knows where the elementary functions come from.
import CNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions, for doubles. Those that losses train with are ours, with the same bits on every machine;
/// the others are the C library's.
enum Libm {
  static func exp(_ x: Double) -> Double { numerics_exp(x) }
  static func log(_ x: Double) -> Double { numerics_log(x) }
  static func expm1(_ x: Double) -> Double { numerics_expm1(x) }
  static func log1p(_ x: Double) -> Double { numerics_log1p(x) }
  static func log2(_ x: Double) -> Double { realLog2(x) }
  static func log10(_ x: Double) -> Double { realLog10(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { realPow(x, y) }
  static func sin(_ x: Double) -> Double { realSin(x) }
  static func cos(_ x: Double) -> Double { realCos(x) }
  static func tan(_ x: Double) -> Double { realTan(x) }
  static func tanh(_ x: Double) -> Double { numerics_tanh(x) }
  /// 1 / (1 + e⁻ˣ), without overflow on either side.
  static func sigmoid(_ x: Double) -> Double { numerics_sigmoid(x) }
}

// Inside `Libm` the bare names would mean the members themselves.
@inline(__always) private func realLog2(_ x: Double) -> Double { log2(x) }
@inline(__always) private func realLog10(_ x: Double) -> Double { log10(x) }
@inline(__always) private func realPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) private func realSin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func realCos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func realTan(_ x: Double) -> Double { tan(x) }
