// The only file that knows where the C library's mathematics lives.
import CNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions that data sets and samplers are drawn with. NumPy takes them from the C library, so that only with the
/// same one the bits are NumPy's; and C libraries differ in last digits, among each other and from processor to
/// processor. Where the same bits everywhere matter more, they are ours. Networks always use ours.
enum Libm {
  @TaskLocal static var isDeterministic = false

  static func log(_ x: Double) -> Double { isDeterministic ? numerics_log(x) : _log(x) }
  static func exp(_ x: Double) -> Double { isDeterministic ? numerics_exp(x) : _exp(x) }
  static func sin(_ x: Double) -> Double { isDeterministic ? numerics_sin(x) : _sin(x) }
  static func cos(_ x: Double) -> Double { isDeterministic ? numerics_cos(x) : _cos(x) }
}

// Inside `Libm` the bare names mean its own members, so the C functions are named here, outside it.
private func _log(_ x: Double) -> Double { log(x) }
private func _exp(_ x: Double) -> Double { exp(x) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
