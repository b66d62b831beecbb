import TestSupport
import Testing
import Training

@testable import Language

struct CompareCommandTests {
  private static let small = "on circles n=40 epochs=3 hidden=[4]"

  private func record(_ text: String) throws -> Record {
    let script = Script(text)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    guard case .record(let record)? = script.outcomes.last?.value else {
      throw FileProblem(reason: "no record")
    }
    return record
  }

  private func run(_ text: String) throws -> Run {
    guard case .run(let run)? = Script(text).outcomes.last?.value else { throw FileProblem(reason: "no run") }
    return run
  }

  @Test func everyRunIsTheOneThatTrainGives() throws {
    let c = try record("compare bce, hinge \(Self.small) seeds=3 seed=5")
    for (loss, row) in [("bce", 0), ("hinge", 1)] {
      for seed in 0..<3 {
        let run = try run("train circles loss=\(loss) n=40 epochs=3 hidden=[4] seed=\(5 + seed)")
        for (field, values) in [
          ("train_loss", run.trainLoss), ("test_loss", run.testLoss), ("test_accuracy", run.testMetric),
        ] {
          let matrix = try #require(c.field(field)?.asTensor?.value)
          #expect(matrix.shape == [2, 3] && matrix.elements[row * 3 + seed] == values.last)
        }
      }
    }
    #expect(c.field("seeds")?.asTensor?.value.elements == [5, 6, 7])
    guard case .text("bce, hinge")? = c.field("losses") else { return #expect(Bool(false)) }
  }

  @Test func regressionSharesTwoMeasures() throws {
    let c = try record("compare mse, mae on regression n=40 epochs=3 seeds=2")
    let mae = try #require(c.field("test_mae")?.asTensor?.value.elements)
    let loss = try #require(c.field("test_loss")?.asTensor?.value.elements)
    let mse = try #require(c.field("test_mse")?.asTensor?.value.elements)
    #expect(areNear(Array(mae[2...]), Array(loss[2...])) && areNear(Array(mse[..<2]), Array(loss[..<2])))
    let text = shown("compare mse, mae on regression n=40 epochs=3 seeds=2")
    #expect(text.contains("Best by test mse: ") && text.contains("Best by test mae: "))
    #expect(text.contains("Each by its own loss"))
  }

  @Test func withPatienceTheNumbersAreThoseOfTheKeptWeights() throws {
    let options = "on regression n=60 epochs=60 lr=0.1 hidden=[8] patience=2"
    let c = try record("compare mae, mse \(options) seeds=4")
    let mae = try #require(c.field("test_mae")?.asTensor?.value.elements)
    let loss = try #require(c.field("test_loss")?.asTensor?.value.elements)
    #expect(areNear(Array(mae[..<4]), Array(loss[..<4])))
    let stopped = try run("train regression n=60 epochs=60 lr=0.1 hidden=[8] patience=2 loss=mae")
    #expect(stopped.keptEpoch < stopped.epochs && stopped.testLoss[stopped.keptEpoch - 1] == loss[0])
  }

  @Test func lossesOfOnesOwnTakePart() throws {
    let text = "mine(y, p) = mean((y - p)^2)\ncompare mse, mine on regression n=40 epochs=2 seeds=3"
    let losses = try #require(try record(text).field("test_loss")?.asTensor?.value.elements)
    #expect(areNear(Array(losses[..<3]), Array(losses[3...]), 1e-9))
    let error = failure("bad(y, p) = y - p\ncompare mse, bad on regression n=40 epochs=2 seeds=3")
    #expect(error?.code == .wrongType)
  }

  @Test func oneRunEachIsShownAsRuns() throws {
    let c = try record("compare bce, hinge \(Self.small)")
    guard case .run(let run)? = c.field("hinge") else { return #expect(Bool(false)) }
    #expect(run.objective.name == "hinge" && run.epochs == 3)
    let text = shown("compare bce, hinge \(Self.small)")
    #expect(text.hasPrefix("The same for all: data circles") && text.contains("With one seed"))
    #expect(shown("c = compare bce, hinge \(Self.small)\nplot c").contains("test accuracy"))
  }

  @Test(arguments: [40, 80, 33])
  func everythingFitsTheWindow(_ width: Int) {
    for command in [
      "compare bce, hinge, squared_hinge \(Self.small) seeds=3",
      "compare mse, mae, huber, log_cosh on regression n=40 epochs=3 seeds=3",
      "sweep lr in [0.001, 0.01, 0.1] \(Self.small) loss=bce seeds=3", "compare bce, hinge \(Self.small)",
      "sweep activation in [relu, tanh] \(Self.small) loss=bce",
    ] {
      for line in shown(command, width: width).split(separator: "\n") {
        #expect(Wrapping.cells(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func whatDivergedIsCounted() throws {
    let text = "compare mse, mae on regression n=40 epochs=5 lr=50 seeds=2"
    let c = try record(text)
    #expect(c.field("diverged")?.asTensor?.value.elements[0] == 2)
    #expect(c.field("test_loss")?.asTensor?.value.elements[0].isNaN == true)
    let words = shown(text)
    #expect(words.contains("2 of 2") && words.contains("mse diverged with every seed"))
  }

  @Test func aCancellationShowsWhatThereIs() throws {
    let polls = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 3_000 })
    let script = Script("compare bce, hinge on circles n=40 epochs=30 hidden=[4] seeds=1000", host: host)
    #expect(script.errors.isEmpty && script.shown().contains("of 2000 runs; the result keeps what there is"))
    let text = script.shown(width: 400)
    #expect(text.contains("circles: the first "), "\(text)")
    #expect(text.contains(" of 1000 seeds each, 30 epochs.") && !text.contains("1 to 1000"), "\(text)")
    #expect(text.contains("Best so far by") && !text.contains("Best by"), "\(text)")
    let none = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 3_100 })
    let nothing = Script("compare bce, hinge on circles epochs=1000000 hidden=[4] seeds=2", host: none)
    #expect(
      nothing.outcomes.last?.error?.code == .cancelled || nothing.shown().contains("Stopped after 0 of 4"))
  }

  @Test func aSweepThatWasStoppedGivesNoAdvice() {
    let polls = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 3_000 })
    let text = Script(
      "sweep lr in [0.001, 0.01, 0.1] on circles loss=bce n=40 epochs=30 hidden=[4] seeds=1000", host: host
    ).shown(width: 400)
    #expect(text.contains("Stopped after") && text.contains(" of 1000 seeds each"), "\(text)")
    for word in ["Best", "value tried", "With the same seed"] { #expect(!text.contains(word), "\(text)") }
  }

  @Test(
    arguments: [
      ("compare bce on circles", DiagnosticCode.badCommand), ("compare on circles", .unexpectedToken),
      ("compare bce, hinge", .badCommand), ("compare bce, bce on circles", .badCommand),
      ("compare bce, binary_crossentropy on circles", .badCommand),
      ("compare bce, mse on circles", .lossDoesNotFit), ("compare bce, hings on circles", .unknownLoss),
      ("compare bce, 3 on circles", .badArgument), ("compare bce, hinge on circels", .unknownData),
      ("compare bce, hinge on 3", .unknownData), ("compare bce, hinge on circles, moons", .unknownData),
      ("compare bce, hinge on circles seeds=0", .badArgument),
      ("compare bce, hinge on circles seeds=10001", .badArgument),
      ("compare bce, hinge on circles seeds=1.5", .badArgument),
      ("compare bce, hinge on circles seeds=2 seed=4294967295", .badArgument),
      ("compare bce, hinge on circles loss=bce", .unknownOption),
      ("compare bce, hinge on circles lr=-1", .badArgument),
      ("compare bce, hinge on circles epochs=1000000 seeds=100", .tooLarge),
      ("compare bce, hinge on circles centers=3", .unknownOption),
      ("compare bce, hinge over circles", .badCommand), ("compare bce, hinge on", .unexpectedEnd),
      ("a = train circles loss=bce epochs=1 n=20\ncompare a, a seeds=3", .unknownOption),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = Script(text).errors.first
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }
}
