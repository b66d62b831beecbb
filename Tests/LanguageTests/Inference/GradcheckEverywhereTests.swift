import Testing
import Training

@testable import Language

/// The gradients of the functions of the language at random places.
struct GradcheckEverywhereTests {
  /// Functions of one number with the range in which they have a slope everywhere.
  private static let ranges: [String: ClosedRange<Double>] = [
    "log": 0.2...4, "log2": 0.2...4, "log10": 0.2...4, "sqrt": 0.2...4, "log1p": -0.5...3, "tan": -1.2...1.2,
  ]

  private static var functions: [String] {
    Builtin.all.filter { $0.parameters.first?.name == "x" && $0.parameters.filter(\.isRequired).count == 1 }
      .filter { !$0.isStepwise && !["len", "shape"].contains($0.name) }.map(\.name)
  }

  @Test(arguments: functions, [UInt32(1), 2, 3])
  func slopesAgreeAtRandomPlaces(_ name: String, _ seed: UInt32) {
    var random = RandomState(seed: seed)
    let range = Self.ranges[name] ?? -3...3
    let x = (0..<4).map { _ in "\(random.uniform(range.lowerBound, range.upperBound))" }
    let script = Script("x = [\(x.joined(separator: ", "))]\ngradcheck sum(\(name)(x)) over x")
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    #expect(script.outcomes.last?.value?.asTensor?.value.single == 1, "\(script.shown())")
  }

  @Test func thereAreManyFunctions() { #expect(Self.functions.count > 20) }
}
