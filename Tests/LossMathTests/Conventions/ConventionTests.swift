import Foundation
import Testing

@testable import LossMath

/// One call with what Keras 3.15 and PyTorch 2.13 returned for it in double precision.
struct RecordedCall: Decodable, Sendable, CustomTestStringConvertible {
  let loss: String
  let `case`: String
  let yTrue: [String]
  let yPred: [String]
  let shape: [Int]
  let keras: String
  let torch: String?

  var testDescription: String { "\(loss) \(`case`)" }

  /// Without infinities and NaN, where Keras's clipping and the exact formula have nothing to compare.
  var isOrdinary: Bool { (yTrue + yPred).allSatisfy { Double($0)?.isFinite ?? false } }

  static let all: [RecordedCall] = {
    guard
      let url = Bundle.module.url(forResource: "conventions", withExtension: "json", subdirectory: "Data"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return ((try? JSONDecoder().decode([RecordedCall].self, from: data)) ?? []).filter(\.isOrdinary)
  }()
}

@Suite struct ConventionTests {
  private func conventions(_ call: RecordedCall) throws -> [Convention] {
    let loss = try #require(Loss.named(call.loss))
    let p = try #require(Tensor(shape: call.shape, elements: call.yPred.compactMap(Double.init)))
    let labels = call.yTrue.compactMap(Double.init)
    let y = try #require(
      labels.count == p.count ? Tensor(shape: call.shape, elements: labels) : Tensor(labels))
    return try #require(try Convention.all(loss, yTrue: y, yPred: p))
  }

  private func value(_ library: Library, _ rows: [Convention]) -> Double? {
    rows.first { $0.library == library }?.value
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= 1e-12 * max(abs(a), abs(b), 1e-300)
  }

  @Test func thereAreRecordedCalls() {
    #expect(RecordedCall.all.count > 40)
    #expect(Set(RecordedCall.all.map(\.loss)).count == 9)
  }

  @Test(arguments: RecordedCall.all)
  func kerasGivesWhatItReturned(_ call: RecordedCall) throws {
    let ours = try #require(value(.keras, try conventions(call)))
    let theirs = try #require(Double(call.keras))
    // Keras takes log(1 - p) as it stands, which loses digits near p = 1, and msle as a difference.
    #expect(
      isNear(ours, theirs) || abs(ours - theirs) <= max(1e-9 * abs(theirs), 1e-15), "\(ours) and \(theirs)")
  }

  @Test(arguments: RecordedCall.all.filter { $0.torch != nil })
  func torchGivesWhatItReturned(_ call: RecordedCall) throws {
    let ours = try #require(value(.torch, try conventions(call)))
    let theirs = try #require(call.torch.flatMap(Double.init))
    #expect(isNear(ours, theirs), "\(ours) and \(theirs)")
  }

  @Test func theTutorialLeavesOutHalfOfBinaryCrossEntropy() throws {
    let loss = try #require(Loss.named("bce"))
    let rows = try #require(
      try Convention.all(loss, yTrue: Tensor([1, 0, 1, 0]), yPred: Tensor([0.9, 0.2, 0.6, 0.4])))
    #expect(abs((value(.tutorial, rows) ?? 0) - 0.1540) < 5e-5)
    #expect(abs((value(.exact, rows) ?? 0) - 0.3375) < 5e-5)
  }

  @Test func edgesHaveEachLibrarysOwnNumber() throws {
    let loss = try #require(Loss.named("bce"))
    let rows = try #require(try Convention.all(loss, yTrue: Tensor([1]), yPred: Tensor([0])))
    #expect(value(.exact, rows) == .infinity)
    #expect(abs((value(.keras, rows) ?? 0) - 16.118) < 1e-3)
    #expect(value(.torch, rows) == 100)
    #expect(abs((value(.sklearn, rows) ?? 0) - 36.04) < 0.01)
    #expect(abs((value(.tutorial, rows) ?? 0) - 34.539) < 1e-3)
    #expect(value(.optax, rows) == nil)
  }

  @Test func everyConventionSaysWhatItCallsAndWhyItDiffers() throws {
    for call in RecordedCall.all {
      let rows = try conventions(call)
      #expect(rows.map(\.library) == Library.allCases)
      let exact = try #require(value(.exact, rows))
      for row in rows {
        #expect(!row.call.isEmpty)
        guard let value = row.value, exact.isFinite, !isNear(value, exact) else { continue }
        #expect(!row.reason.isEmpty, "\(call.loss) \(row.library) differs without a reason")
      }
    }
  }
}
