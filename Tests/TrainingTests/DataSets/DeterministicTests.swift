import Foundation
import Testing

@testable import Training

/// Data sets that are drawn without the C library: the bits that are written down here, on every machine.
@Suite struct DeterministicTests {
  static let checksums: [String: String] = [:]

  @Test(arguments: GeneratorsTests.exact.keys.sorted())
  func sameBitsOnEveryMachine(_ name: String) throws {
    let make = try #require(GeneratorsTests.exact[name])
    let data = try Dataset.deterministic { () throws(DataError) in
      do { return try make() } catch { throw error as? DataError ?? .shape(features: 0, rows: 0, columns: 0) }
    }
    let found = checksum(data.features + data.targets)
    #expect(found == Self.checksums[name], "\"\(name)\": \"\(found)\",")
    let plain = try make()
    for (a, b) in zip(data.features + data.targets, plain.features + plain.targets) {
      #expect(abs(a - b) <= 1e-13 * max(1, abs(b)))
    }
  }

  /// What the generators do not draw: exponentials in samplers, and angles of any size.
  @Test func functionsStayCloseToTheCLibrary() {
    Libm.$isDeterministic.withValue(true) {
      for i in 0...4000 {
        let x = (Double(i) - 2000) * 0.0173
        for (found, wanted) in [(Libm.sin(x), sin(x)), (Libm.cos(x), cos(x)), (Libm.exp(x), exp(x))] {
          #expect(abs(found - wanted) <= 3 * wanted.ulp, "\(x)")
        }
        if x > 0 { #expect(abs(Libm.log(x) - log(x)) <= 2 * log(x).ulp) }
      }
    }
  }

  @Test func theErrorsOfAGeneratorComeThrough() {
    #expect(throws: DataError.self) {
      try Dataset.deterministic { () throws(DataError) in try .circles(factor: 2) }
    }
    #expect(!Libm.isDeterministic)
  }
}
