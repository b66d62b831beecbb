import TestSupport
import Testing
import Training

@testable import Language

struct TrainCommandTests {
  private static let demos = [
    "regression loss=mse", "regression loss=msle", "regression loss=mae", "circles loss=bce",
    "circles loss=hinge",
    "circles loss=squared_hinge", "blobs loss=cce", "blobs loss=sparse_cce", "blobs loss=kl",
  ]

  private func run(_ text: String, host: Host = .isolated) throws -> Run {
    let script = Script(text, host: host)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    guard case .run(let run)? = script.outcomes.last?.value else { throw FileProblem(reason: "no run") }
    return run
  }

  @Test(arguments: demos)
  func demosLearn(_ demo: String) throws {
    let run = try run("train \(demo) epochs=5")
    #expect(run.epochs == 5)
    #expect(run.trainLoss[4] < run.initial.trainLoss)
    #expect(run.metric == (demo.hasPrefix("regression") ? .mse : .accuracy))
    #expect(shown("train \(demo) epochs=2").contains("after 2 epochs"))
  }

  @Test func whatWasThereBeforeTrainingHasFields() throws {
    let text = "r = train circles loss=bce epochs=1 n=40"
    let run = try run(text + "\nr")
    #expect(number(text + "\nr.initial_train_loss") == run.initial.trainLoss)
    #expect(number(text + "\nr.initial_test_accuracy") == run.initial.testMetric)
  }

  @Test func meansOfStandardisedColumnsAreZero() {
    let text = shown("data regression standardize=on")
    #expect(!text.contains("e-1"))
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("y ") && $0.contains("  0  ") })
  }

  @Test func defaultsAreTheTutorials() throws {
    #expect(try run("train circles loss=bce n=20").epochs == 200)
    #expect(try run("d = data circles n=40\ntrain d loss=bce").epochs == 200)
    #expect(try run("train blobs loss=cce n=20").options.hidden == [50])
    #expect(try run("train regression loss=mse epochs=1").options.hidden == [25])
  }

  @Test func optionsAreObeyed() throws {
    let options = try run(
      "train circles loss=bce epochs=3 lr=0.1 momentum=0.5 batch=8 hidden=[4, 3] activation=tanh seed=9 shuffle=off n=60"
    ).options
    #expect(
      options.epochs == 3 && options.learningRate == 0.1 && options.momentum == 0.5 && options.batchSize == 8)
    #expect(options.hidden == [4, 3] && options.activation == .tanh && options.seed == 9 && !options.shuffle)
    #expect(
      try run("train circles loss=bce epochs=2 seed=1") != run("train circles loss=bce epochs=2 seed=2"))
    #expect(
      try run("train circles loss=bce epochs=2 seed=1") == run("train circles loss=bce epochs=2 seed=1"))
  }

  @Test(
    arguments: [
      ("train", DiagnosticCode.badCommand), ("train circles", .badCommand),
      ("train circles loss=bce epochs=0", .badArgument),
      ("train circles loss=bce epochs=1.5", .badArgument),
      ("train circles loss=bce epochs=1e300", .badArgument),
      ("train circles loss=bce lr=-1", .badArgument), ("train circles loss=bce lr=nan", .badArgument),
      ("train circles loss=bce momentum=1", .badArgument), ("train circles loss=bce batch=0", .badArgument),
      ("train circles loss=bce hidden=[0]", .badArgument),
      ("d = data blobs n=10001 centers=1000\ntrain d loss=cce", .tooLarge),
      ("train circles loss=bce hidden=[1e9]", .badArgument),
      ("train circles loss=bce hidden=[0.5]", .badArgument), ("train circles loss=bce seed=-1", .badArgument),
      ("train circles loss=bce shuffle=3", .badArgument),
      ("train circles loss=bce activation=sine", .badArgument),
      ("train circles loss=bce output=tanh", .lossDoesNotFit), ("train circles loss=mse", .lossDoesNotFit),
      ("train blobs loss=bce", .lossDoesNotFit), ("train regression loss=cce", .lossDoesNotFit),
      ("train 3 loss=bce", .unknownData),
      ("train circles loss=bce epsilon=0.7", .badArgument),
      ("train circles loss=hinge epsilon=0.1", .badArgument),
      ("train circles loss=bce loss=bce", .unknownOption), ("train circles loss=bce n=-5", .badData),
      ("train loss=bce circles", .badCommand),
      ("train circles loss=bce factor=2", .badData), ("train circles loss=[1]", .badArgument),
      ("train circles, blobs loss=bce", .unknownData),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = Script(text).errors.first
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }

  @Test func ownLossesTrainLikeTheirTwins() throws {
    let own = try run("sq(y, p) = mean((y - p)^2)\ntrain regression loss=sq epochs=3 seed=4")
    let twin = try run("train regression loss=mse epochs=3 seed=4")
    #expect(areNear(own.trainLoss, twin.trainLoss, 1e-9) && areNear(own.testLoss, twin.testLoss, 1e-9))
    let three = try run("f(y, p) = -sum(y * log(p)) / len(y)\ntrain blobs loss=f epochs=3 seed=4 n=90")
    let cce = try run("train blobs loss=cce epochs=3 seed=4 n=90")
    #expect(areNear(three.testLoss, cce.testLoss, 1e-9))
    #expect(
      try run("mine(y, p) = mean(abs(y - p)^1.5)\ntrain regression loss=mine epochs=2").trainLoss.count == 2)
  }

  @Test func gradientsInsideOwnLosses() throws {
    let own = try run(
      "sq(y, p) = { q = p; mean((y - p)^2) + 0.01 * mean(grad(sum(q^3), q)) }\ntrain regression loss=sq epochs=2 n=40"
    )
    let plain = try run(
      "sq(y, p) = mean((y - p)^2) + 0.03 * mean(p^2)\ntrain regression loss=sq epochs=2 n=40")
    #expect(areNear(own.trainLoss, plain.trainLoss, 1e-9))
    #expect(
      Script("sq(y, p) = mean((y - p)^2)\ntrain regression loss=sq epochs=1\nw = 2\ngrad(w^2, w)").shown()
        == "4")
  }

  @Test(arguments: [
    ("f(y, p) = y - p", DiagnosticCode.wrongType), ("f(y, p) = missing", .unknownName),
    ("f(y) = mean(y)", .wrongArgumentCount),
    ("f(y, p) = mean(y @ y @ y @ [1])", .productMismatch),
  ])
  func ownLossesThatFail(_ definition: String, _ code: DiagnosticCode) {
    let error = failure(definition + "\ntrain regression loss=f epochs=2")
    #expect(error?.code == code, "\(error?.message ?? "no error")")
  }

  @Test func divergenceIsExplained() {
    let text = shown("train regression loss=mse lr=1000 epochs=5")
    #expect(text.contains("Diverged") && text.contains("smaller learning rate, such as lr=0.01"))
  }

  @Test func cancellingKeepsWhatThereIs() throws {
    let polls = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 60 })
    let run = try run("train circles loss=bce", host: host)
    #expect(run.outcome != .finished && run.epochs < 200)
  }

  @Test func progressIsTold() throws {
    let epochs = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      progress: {
        guard case .epoch(let report, of: 3) = $0.stage, report.epoch < 4 else { return }
        if $0.label == "bce on circles" { _ = epochs.next() }
      })
    _ = try run("train circles loss=bce epochs=3", host: host)
    #expect(epochs.next() >= 4)
  }

  @Test func runsHaveFields() throws {
    #expect(elements("r = train circles loss=bce epochs=3\nr.train_loss").count == 3)
    #expect(number("r = train circles loss=bce epochs=3\nr.test_accuracy[-1]") <= 1)
    #expect(number("r = train regression loss=mae epochs=3\nr.test_mse[-1]") > 0)
    #expect(shown("r = train circles loss=bce epochs=1\nr.loss") == "\"bce\"")
    #expect(failure("r = train circles loss=bce epochs=1\nr.test_mse")?.code == .unknownField)
  }

  @Test(arguments: [
    ("seed=7", "seed", "7"), ("", "seed", "1"), ("batch=5", "batch", "5"), ("", "momentum", "0.9"),
    ("optimizer=adam", "optimizer", "\"adam\""), ("optimizer=sgd", "momentum", "0"), ("lr=0.2", "lr", "0.2"),
    ("hidden=[3, 2]", "hidden", "[3, 2]"), ("activation=tanh", "activation", "\"tanh\""),
  ])
  func runsKnowTheirOptions(_ option: String, _ field: String, _ value: String) {
    #expect(shown("r = train circles loss=bce n=20 epochs=1 \(option)\nr.\(field)") == value)
  }

  @Test func runWithoutHiddenLayersHasNoWidths() {
    #expect(shown("r = train circles loss=bce n=20 epochs=1 hidden=[]\nlen(r.hidden)") == "0")
    #expect(shown("help train").contains("run1.seed"))
  }

  @Test func msleOnNegativeTargetsSaysSo() {
    #expect(shown("train regression loss=msle epochs=1").hasPrefix("Some targets are negative"))
  }
}
