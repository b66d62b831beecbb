import Testing

@testable import LossMath

/// The elementary functions that are ours: their accuracy, their edges, and their bits.
@Suite struct PlatformTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let value: @Sendable (Double) -> Double
    /// The same in about 100 bits.
    let exact: @Sendable (Double) -> Double
    let arguments: [Double]
    let limit: Double
    /// Over all bits of the values at all arguments: the same on every machine.
    let checksum: UInt64
  }

  /// Numbers evenly over a range, with odd last digits.
  private static func grid(_ low: Double, _ high: Double, _ count: Int = 400) -> [Double] {
    (0...count).map { low + (high - low) * (Double($0) / Double(count)) * 0.9999999 }
  }

  private static func exp(_ x: Double) -> Extended { .exp(Extended(x)) }

  static let functions: [Function] = [
    Function(
      testDescription: "exp", value: Libm.exp, exact: { exp($0).value },
      arguments: grid(-690, 690) + grid(-1, 1), limit: 1, checksum: 0xe242_c090_df34_6da6),
    Function(
      testDescription: "expm1", value: Libm.expm1, exact: { (exp($0) + Extended(-1)).value },
      arguments: grid(-40, 80) + grid(-1, 1), limit: 2, checksum: 0xeb3f_4e51_04c1_bb7b),
    Function(
      testDescription: "log", value: Libm.log, exact: { Extended.log($0).value },
      arguments: grid(0.25, 4) + grid(0.999, 1.001) + grid(1e-300, 1e300), limit: 1,
      checksum: 0x796f_cc10_bfb9_a504),
    Function(
      testDescription: "log1p", value: Libm.log1p,
      exact: { x in
        let sum = Extended.sum(1, x)
        return (Extended.log(sum.high) + Extended(sum.low) / Extended(sum.high)).value
      },
      arguments: grid(-0.9, 3) + grid(-1e-3, 1e-3) + grid(1, 1e20), limit: 1, checksum: 0x70a4_fc32_64d8_fd91),
    Function(
      testDescription: "tanh", value: Libm.tanh,
      exact: { x in
        let power = exp(2 * x)
        return ((power + Extended(-1)) / (power + Extended(1))).value
      },
      arguments: grid(-20, 20) + grid(-1, 1), limit: 2.1, checksum: 0xe468_a244_7485_0a9a),
    Function(
      testDescription: "sigmoid", value: Libm.sigmoid,
      exact: { (Extended(1) / (Extended(1) + exp(-$0))).value },
      arguments: grid(-40, 40) + grid(-3, 3), limit: 2.1, checksum: 0x9c42_2474_40f9_e6b0),
  ]

  @Test(arguments: functions)
  func accuracy(_ function: Function) {
    for x in function.arguments {
      let (found, exact) = (function.value(x), function.exact(x))
      // The exact value is rounded too, which is worth half a unit.
      #expect(ulps(found, exact) <= function.limit.rounded(), "of \(x): \(found) for \(exact)")
    }
  }

  @Test(arguments: functions)
  func theSameBitsOnEveryMachine(_ function: Function) {
    let sum = function.arguments.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ function.value($1).bitPattern) &* 0x100_0000_01b3
    }
    #expect(sum == function.checksum, "0x\(String(sum, radix: 16))")
  }

  @Test func edges() {
    let inf = Double.infinity
    #expect(Libm.exp(0) == 1 && Libm.exp(inf) == inf && Libm.exp(-inf) == 0 && Libm.exp(710) == inf)
    #expect(
      Libm.exp(709.78).isFinite && Libm.exp(-745) == Double.leastNonzeroMagnitude && Libm.exp(-746) == 0)
    #expect(Libm.expm1(-inf) == -1 && Libm.expm1(inf) == inf && Libm.expm1(1e-300) == 1e-300)
    #expect(Libm.log(0) == -inf && Libm.log(-0.0) == -inf && Libm.log(inf) == inf && Libm.log(1) == 0)
    #expect(Libm.log1p(-1) == -inf && Libm.log1p(inf) == inf && Libm.log1p(1e-300) == 1e-300)
    #expect(Libm.tanh(inf) == 1 && Libm.tanh(-inf) == -1 && Libm.tanh(1e-300) == 1e-300)
    #expect(Libm.sigmoid(inf) == 1 && Libm.sigmoid(-inf) == 0 && Libm.sigmoid(0) == 0.5)
    #expect(Libm.log(-1).isNaN && Libm.log1p(-1.5).isNaN && Libm.log(-inf).isNaN)
    for function in Self.functions { #expect(function.value(.nan).isNaN, "\(function)") }
    for function in [Libm.expm1, Libm.log1p, Libm.tanh] { #expect(function(-0.0).sign == .minus) }
    let tiny = 2048 * Double.leastNonzeroMagnitude
    #expect(ulps(Libm.log(tiny), -736.8154529352219) <= 1)
    #expect(Libm.tanh(tiny) == tiny && Libm.expm1(tiny) == tiny && Libm.log1p(tiny) == tiny)
  }
}
