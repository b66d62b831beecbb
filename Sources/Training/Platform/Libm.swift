// The only file that knows where the C library's mathematics lives. Data sets and samplers take it from there, as NumPy
// does, to draw the same bits; networks do not.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Libm {
  static func log(_ x: Double) -> Double { _log(x) }
  static func exp(_ x: Double) -> Double { _exp(x) }
  static func sin(_ x: Double) -> Double { _sin(x) }
  static func cos(_ x: Double) -> Double { _cos(x) }
}

// Inside `Libm` the bare names mean its own members, so the C functions are named here, outside it.
private func _log(_ x: Double) -> Double { log(x) }
private func _exp(_ x: Double) -> Double { exp(x) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
