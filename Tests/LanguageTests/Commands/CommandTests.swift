import LossMath
import Plotting
import Testing

@testable import Language

struct CommandTests {
  @Test func curvesAreSampledOverTheirRange() throws {
    let panel = try #require(try drawn("k = 2\nplot k*z^2, z for z in -3..3").panels.first)
    guard case .line(let label, let x, let y) = panel.marks[0] else { return #expect(Bool(false)) }
    #expect(label == "k*z^2" && panel.marks.count == 2 && panel.xLabel == "z")
    #expect(x.first == -3 && x.last == 3 && x.count > 100 && y.first == 18 && y.last == 18)
    let steps = try #require(try drawn("plot z for z in [1, 2, 5]").panels.first)
    guard case .line(_, let points, _) = steps.marks[0] else { return #expect(Bool(false)) }
    #expect(points == [1, 2, 5])
  }

  @Test func plottingLeavesTheVariableAlone() {
    #expect(number("z = 7\nplot z^2 for z in 0..1\nz") == 7)
    #expect(failure("plot z^2 for z in 0..1\nz")?.code == .unknownName)
  }

  @Test func vectorsRunsAndData() throws {
    #expect(try drawn("plot [3, 1, 2]").panels[0].marks.count == 1)
    #expect(try drawn("r = train circles loss=bce epochs=2\nplot r").panels.count == 2)
    #expect(try drawn("r = train regression loss=mse epochs=2\nplot r").panels.count == 1)
    #expect(
      try drawn("a = train circles loss=bce epochs=2\nb = train circles loss=hinge epochs=2\nplot a, b")
        .panels[0].marks.count == 2)
    #expect(try drawn("d = data moons n=30\nplot d").panels[0].marks.count == 2)
    #expect(try drawn("plot z^2 title=\"hello\" log=y for z in 1..3").title == "hello")
  }

  @Test(
    arguments: [
      ("plot", DiagnosticCode.badCommand), ("plot 3", .badCommand), ("plot [1, z] for z in 0..1", .wrongType),
      ("plot mse", .wrongType),
      ("plot z for z in 1..1", .badRange), ("plot z for z in 0..inf", .badRange),
      ("plot z log=z for z in 0..1", .badArgument),
      ("plot z for z in 0..1 for y in 0..1", .unexpectedToken),
      ("compare 3, 4", .wrongType),
      ("compare", .badCommand), ("explain 3", .badCommand), ("explain exp(1)", .badCommand),
      ("explain mse([1])", .missingArgument),
      ("data", .badCommand), ("data circles n=1e300", .badArgument), ("data circles n=0", .badData),
      ("data blobs centers=0", .badData),
      ("data circles noise=-1", .badData), ("data circles noise=inf", .badData),
      ("data circles features=3", .unknownOption),
      ("data blobs n=1e8", .badData), ("vars x", .badCommand), ("quit now", .badCommand),
      ("x = vars", .noValue),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }

  @Test func dataAreScikitLearns() {
    #expect(shown("d = data circles n=300 noise=0.2 seed=7\nd.n") == "300")
    #expect(elements("d = data blobs\nshape(d.x)") == [1000, 2])
    #expect(elements("d = data regression features=5 informative=2 n=30\nshape(d.x)") == [30, 5])
    #expect(isNear(number("d = data regression standardize=on\nmean(d.y)"), 0))
    #expect(elements("d = data moons n=10\nsort(d.y)") == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(number("a = data circles seed=1 n=10\nb = data circles n=10\nall(a.x == b.x)") == 1)
    #expect(number("a = data circles seed=2 n=10\nb = data circles n=10\nall(a.x == b.x)") == 0)
  }

  @Test(arguments: Loss.all.map(\.example))
  func explainWorksOnEveryLoss(_ example: String) throws {
    let value = try #require(elements(example).first)
    let script = Script("explain " + example)
    #expect(script.outcomes[0].value?.asTensor?.value.single == value)
    let text = script.shown(width: 120)
    #expect(text.contains(NumberFormat.text(value)) && text.contains("gradient"))
  }

  @Test func explainShowsTermsAndGradient() {
    let text = shown("explain mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])")
    #expect(text.contains("(0 - (-0.5))^2  0.25    17%      0.25"))
    #expect(
      text.hasSuffix(
        "mse = 1.5 / 4 = 0.375, the mean over 4 values\n"
          + "Element 3 makes 67% of the loss: it was 7 and you gave it 8."))
    #expect(shown("explain bce([1, 0], [2, -1], from_logits=true)").contains("softplus(-1) - 0 * (-1)"))
    #expect(
      shown("explain hinge([1, -1], [0.5, 0.5], reduction=\"sum\")").contains(
        "hinge = 2, the sum over 2 values"))
    #expect(!shown("explain mse([1, 2], [1, 3], reduction=\"none\")").contains("gradient"))
    #expect(shown("explain mse(1, [1, 3])").contains("mean over 2 values"))
    #expect(shown("explain mse([[1, 2]], [[1, 3]])").contains("row, column"))
    #expect(shown("explain sparse_cce([1], [[0.2, 0.8]])").contains("this class"))
    #expect(shown("explain mse(1..50, 2..51)").contains("..."))
  }

  @Test func comparing() {
    let text = shown(
      "a = train circles loss=bce epochs=2\nb = train circles loss=hinge epochs=3\ncompare a, b", width: 100)
    #expect(text.contains("hinge") && text.contains("test accuracy"))
  }

  @Test func comparisonOfManyRunsFitsTheWindow() {
    let text = shown(
      "first = train blobs loss=cce epochs=2\nsecond = train blobs loss=sparse_cce epochs=2\n"
        + "third = train blobs loss=kl epochs=2\ncompare first, second, third")
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("The same for all: data blobs, epochs 2, lr 0.01"))
    #expect(lines.contains { $0.hasPrefix("run     loss        train loss") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func comparisonOfTheLossItselfDrawsOnePanel() throws {
    let script = Script(
      "a = train regression loss=mse epochs=2\nb = train regression loss=mse epochs=2 lr=0.02\n"
        + "compare a, b\nplot a, b")
    for outcome in script.outcomes.suffix(2) { #expect(Self.figure(outcome)?.panels.count == 1) }
  }

  private static func figure(_ outcome: Outcome) -> Figure? {
    outcome.pieces.lazy.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }.first
  }

  @Test func nothingIsDrawnOfARunWithoutAnEpoch() {
    let script = Script(
      "r = train regression loss=mse lr=1e9 epochs=3\nplot r\ncompare r, r\nplot r, r", host: .isolated)
    #expect(
      script.outcomes.map { $0.error?.code } == [
        nil, DiagnosticCode.badCommand, nil, DiagnosticCode.badCommand,
      ])
    #expect(script.outcomes.allSatisfy { Self.figure($0) == nil })
    #expect(script.outcomes[0].pieces.plainText(Layout(width: 200)).hasPrefix("Diverged in epoch 1"))
  }

  @Test func epochsAreWholeNumbers() {
    let text = shown("r = train circles loss=bce epochs=3\nplot r")
    #expect(!text.contains("1.5") && !text.contains("2.5"))
  }

  @Test func pointsStandWhereTheVectorSays() throws {
    let script = Script("d = data regression n=20\nplot d.y x=d.x[.., 0]")
    let panel = try #require(script.outcomes.last.flatMap(Self.figure)?.panels.first)
    guard case .points(_, let x, let y)? = panel.marks.first else { throw FileProblem(reason: "no points") }
    #expect(x == elements("d = data regression n=20\nd.x[.., 0]"))
    #expect(y.count == 20 && panel.xLabel == "d.x[.., 0]" && panel.yLabel == "d.y")
  }

  @Test(arguments: [
    ("plot [1, 2] x=[1, 2, 3]", DiagnosticCode.shapesDiffer), ("plot z x=[1, 2] for z in 1..2", .badCommand),
    ("plot [1, 2] x=3", .badCommand), ("plot x=[1, 2]", .badCommand),
  ])
  func placesOfPointsAreChecked(_ text: String, _ code: DiagnosticCode) {
    #expect(failure(text)?.code == code)
  }

  @Test func nothingRunsBehindQuit() {
    let outcome = Script("quit; x = 7; 1").outcomes.first
    #expect(outcome?.request == .quit && outcome?.value == nil && outcome?.pieces.isEmpty == true)
  }

  @Test func varsListsNames() {
    #expect(shown("vars").hasPrefix("Nothing has a name yet"))
    let text = shown("y = 1..9; m = [[1, 2], [3, 4]]; f(x) = x; s = \"a\"; t = 1 > 2\nvars")
    for part in [
      "[1, 2, 3, 4, ...]", "[[1, 2], [3, 4]]", "f(x)", "\"a\"", "false", "2x2 matrix", "vector of 9",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test func quitIsAWish() {
    #expect(Script("quit").outcomes.first?.request == .quit)
  }
}
