import Plotting
import Testing
import Training

@testable import Language

struct SweepCommandTests {
  private static let small = "on circles n=40 epochs=3 hidden=[4] loss=bce"

  private func outcome(_ text: String) -> Outcome {
    let script = Script(text)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    return script.outcomes.last ?? Outcome()
  }

  private func record(_ text: String) throws -> Record {
    guard case .record(let record)? = outcome(text).value else { throw FileProblem(reason: "no record") }
    return record
  }

  private func panels(_ text: String) -> [Panel] {
    outcome(text).pieces.lazy.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }.first?
      .panels
      ?? []
  }

  @Test func everyRunIsTheOneThatTrainGives() throws {
    let s = try record("sweep lr in [0.01, 0.1] \(Self.small) seeds=2 seed=3")
    let losses = try #require(s.field("test_loss")?.asTensor?.value)
    #expect(losses.shape == [2, 2])
    for (row, lr) in ["0.01", "0.1"].enumerated() {
      for seed in 0..<2 {
        let train = "train circles n=40 epochs=3 hidden=[4] loss=bce lr=\(lr) seed=\(3 + seed)"
        guard case .run(let run)? = outcome(train).value else { return #expect(Bool(false)) }
        #expect(losses.elements[row * 2 + seed] == run.testLoss.last)
      }
    }
    #expect(s.field("values")?.asTensor?.value.elements == [0.01, 0.1])
    let best = try #require(s.field("best")?.asTensor?.value.single)
    #expect([0.01, 0.1].contains(best))
  }

  @Test(arguments: [
    ("lr in [0.01, 0.1]", ["0.01", "0.1"]), ("momentum in 0..0.9 step 0.3", ["0", "0.3", "0.6", "0.9"]),
    ("epochs in [1, 2]", ["1", "2"]), ("hidden in [[4], [5, 3]]", ["[4]", "[5, 3]"]),
    ("hidden in [4, 8]", ["4", "8"]), ("activation in [relu, tanh]", ["relu", "tanh"]),
    ("shuffle in [on, off]", ["on", "off"]), ("noise in [0, 0.1]", ["0", "0.1"]),
    ("n in [20, 40]", ["20", "40"]), ("data_seed in 1..3", ["1", "2", "3"]),
    ("loss in [bce, hinge]", ["bce", "hinge"]), ("lr in rates", ["0.5", "0.25"]), ("lr in [rate]", ["0.5"]),
  ])
  func whatTrainTakesCanVary(_ clause: String, _ names: [String]) {
    let option = clause.prefix { $0 != " " }
    let others = ["n=40", "epochs=2", "hidden=[4]", "loss=bce"].filter { !$0.hasPrefix(option + "=") }
    let text =
      "rate = 0.5; rates = [0.5, 0.25]\nsweep \(clause) on circles \(others.joined(separator: " ")) seeds=2"
    let table = outcome(text).pieces.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }
      .first
    #expect(table?.header.first == String(option) && table?.rows.map(\.first) == names)
  }

  @Test func decadesGetALogarithmicAxis() {
    #expect(panels("sweep lr in [0.001, 0.01, 0.1] \(Self.small)").first?.xScale == .log)
    #expect(panels("sweep lr in [0.01, 0.02] \(Self.small)").first?.xScale == .linear)
    let bars = panels("sweep activation in [relu, tanh] \(Self.small)").first?.marks.first
    guard case .bars? = bars else { return #expect(Bool(false)) }
  }

  @Test func theEdgeOfTheRangeIsPointedOut() {
    let up = shown("sweep epochs in [1, 60] on regression n=60 loss=mse hidden=[8] lr=0.02")
    #expect(up.contains("Best by test loss: epochs = 60") && up.contains("largest value tried"))
    let down = shown("sweep epochs in [60, 1] on regression n=60 loss=mse hidden=[8] lr=0.02")
    #expect(down.contains("largest value tried"))
    #expect(!shown("sweep activation in [relu, tanh] \(Self.small)").contains("value tried"))
  }

  @Test func dataSetsOfTheirOwnHaveNoBest() throws {
    let text = "sweep noise in [0, 0.3] on circles n=40 epochs=2 hidden=[4] loss=bce"
    #expect(shown(text).contains("data set of its own") && !shown(text).contains("Best by"))
    #expect(try record(text).field("best") == nil)
  }

  @Test func theResultCanBeDrawnAgain() {
    let text = "sweep lr in [0.01, 0.1] \(Self.small) seeds=2"
    #expect(panels("s = \(text)\nplot s") == panels(text))
  }

  @Test(
    arguments: [
      ("sweep", DiagnosticCode.badCommand), ("sweep lr", .unexpectedEnd), ("sweep lr=3", .badCommand),
      ("sweep lr in", .unexpectedEnd), ("sweep lr in [0.1]", .badCommand),
      ("sweep lr in [0.1] circles loss=bce", .badCommand), ("sweep lr in [0.1] on circles", .badCommand),
      ("sweep lr in [] on circles loss=bce", .badCommand),
      ("sweep lr in [0.1, 0.1] on circles loss=bce", .badCommand),
      ("sweep lr in [0.1, -1] on circles loss=bce", .badArgument),
      ("sweep lr in [0.1, relu] on circles loss=bce", .wrongType),
      ("sweep lr in \"high\" on circles loss=bce", .wrongType),
      ("sweep lr in [[1, 2], [3, 4]] on circles loss=bce", .wrongType),
      ("sweep lr in [0.1] on circles loss=bce lr=2", .unknownOption),
      ("sweep speed in [0.1] on circles loss=bce", .unknownOption),
      ("sweep seed in [1, 2] on circles loss=bce", .unknownOption),
      ("sweep seeds in [1, 2] on circles loss=bce", .unknownOption),
      ("sweep activation in [relu, sine] on circles loss=bce", .badArgument),
      ("sweep lr in 1..2000 on circles loss=bce", .tooLarge),
      ("sweep lr in 1..500 on circles loss=bce seeds=1000", .tooLarge),
      ("sweep loss in [bce, mse] on circles", .lossDoesNotFit),
      ("sweep lr in [0.1] on circles loss=bce for z in 1..2", .unexpectedToken),
      ("sweep centers in [3] on circles loss=bce", .unknownOption),
      ("d = data circles n=20\nsweep noise in [0] on d loss=bce", .unknownOption),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = Script(text).errors.first
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }
}
