#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// All that this module needs from the system's mathematics library.

func decimalLogarithm(_ value: Double) -> Double {
  log10(value)
}

func powerOfTen(_ exponent: Double) -> Double {
  pow(10, exponent)
}
