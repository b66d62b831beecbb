import LossMath
import Plotting
import TestSupport
import Testing
import Training

@testable import Language

/// The commands that show what a run has learned.
struct LearnedTests {
  private static let commands = ["boundary", "landscape", "residuals", "confusion", "calibration"]

  private func isPoints(_ mark: Mark) -> Bool {
    if case .points = mark { return true }
    return false
  }

  private func regions(_ panel: Panel) -> [(label: String?, grid: Grid)] {
    panel.marks.compactMap { if case .region(let label, let grid) = $0 { (label, grid) } else { nil } }
  }

  @Test(arguments: [
    "circles loss=bce", "circles loss=hinge", "circles loss=squared_hinge", "circles loss=cce",
    "moons loss=dice",
    "blobs loss=cce", "blobs loss=sparse_cce", "blobs loss=kl", "blobs loss=nll",
    "blobs loss=categorical_hinge",
  ])
  func areasOfClassesShareTheFrame(_ run: String) throws {
    let panel = try #require(try drawn("r = train \(run) n=60 epochs=3\nboundary r").panels.first)
    let regions = regions(panel)
    #expect(regions.map(\.label) == regions.indices.map { "class \($0)" })
    for index in regions[0].grid.values.indices {
      #expect(regions.filter { $0.grid.values[index] > 0 }.count == 1)
    }
    let points = panel.marks.reduce(0) { if case .points(_, let x, _) = $1 { $0 + x.count } else { $0 } }
    #expect(points == 60)
    #expect(panel.colors["class 1"] == panel.colors["class 1, test"])
  }

  @Test func theAreasAreWhatTheNetworkPredicts() throws {
    let setup = "r = train moons loss=bce n=80 epochs=30\n"
    let panel = try #require(try drawn(setup + "boundary r").panels.first)
    let area = try #require(regions(panel).last?.grid)
    for index in stride(from: 0, to: area.values.count, by: 997) {
      let (x, y) = (area.xs[index % area.xs.count], area.ys[index / area.xs.count])
      let probability = number(setup + "predict(r, [\(x), \(y)])")
      #expect((probability > 0.5) == (area.values[index] > 0))
    }
  }

  @Test func pointsAreThinnedAndSaidToBe() throws {
    let setup = "r = train moons loss=bce n=500 epochs=1\n"
    #expect(shown(setup + "boundary r").contains("240 of the 500 rows are drawn"))
    #expect(!shown(setup + "boundary r points=500").contains("rows are drawn"))
    let panel = try #require(try drawn(setup + "boundary r points=0").panels.first)
    #expect(!panel.marks.contains(where: isPoints))
  }

  @Test func regressionOverOneAndTwoFeatures() throws {
    let one = try drawn("r = train regression features=1 informative=1 loss=mse n=40 epochs=3\nboundary r")
    guard case .line(let label, let x, _)? = one.panels[0].marks.last else {
      throw FileProblem(reason: "no line")
    }
    #expect(label == "prediction" && x.count > 100)
    let two = try drawn("r = train regression features=2 informative=2 loss=mse n=40 epochs=3\nboundary r")
    guard case .heat(_, let grid, _)? = two.panels[0].marks.first else {
      throw FileProblem(reason: "no heat map")
    }
    #expect(grid.values.allSatisfy { $0.isFinite })
  }

  @Test func theLandscapeHasTheRunInItsMiddle() throws {
    let setup = "r = train circles loss=bce n=60 epochs=5\n"
    let panel = try #require(try drawn(setup + "landscape r size=5").panels.first)
    guard case .heat(_, let grid, _)? = panel.marks.first else { throw FileProblem(reason: "no heat map") }
    #expect(grid.values[12] == number(setup + "r.train_loss[-1]"))
    #expect(shown(setup + "landscape r size=5").contains("Where the run ended the training loss is "))
    #expect(shown(setup + "landscape r size=4").contains("between the four middle places"))
  }

  @Test func theLandscapeStopsOnInterrupt() {
    let polls = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 400 })
    let script = Script("r = train circles loss=bce n=20 epochs=1\nlandscape r size=101\n1", host: host)
    #expect(script.outcomes.dropFirst().first?.error?.code == .cancelled)
  }

  @Test func aLossOfOnesOwnHasALandscape() throws {
    let text = "f(y, p) = mean((y - p)^2)\nr = train regression loss=f n=40 epochs=2\nlandscape r size=3"
    guard case .heat(_, let grid, _)? = try drawn(text).panels[0].marks.first else {
      throw FileProblem(reason: "no heat map")
    }
    #expect(grid.values.allSatisfy { $0.isFinite })
  }

  @Test func residualsAreTargetMinusPrediction() throws {
    let setup = "r = train regression loss=mse n=60 epochs=3\n"
    let figure = try drawn(setup + "residuals r")
    #expect(figure.panels.count == 2)
    guard case .points(let label, let x, let y) = figure.panels[0].marks[2] else {
      throw FileProblem(reason: "no points")
    }
    #expect(label == "test" && x.count == 30)
    #expect(areNear([y.map { $0 * $0 / 30 }.reduce(0, +)], [number(setup + "r.test_mse[-1]")], 1e-9))
    for mark in figure.panels[1].marks {
      guard case .line(_, let edges, let shares) = mark else { continue }
      // The outline goes up and down: every second value is a bin.
      let bins = stride(from: 1, to: shares.count - 1, by: 2).map { shares[$0] }
      #expect(isNear(bins.reduce(0, +), 1, 1e-9) && edges == edges.sorted())
    }
    #expect(shown(setup + "residuals r").contains("largest"))
  }

  @Test func confusionAddsUp() throws {
    let setup = "r = train blobs loss=cce n=90 epochs=5\n"
    let test = elements(setup + "m = confusion r\nm")
    #expect(test.count == 9 && test.reduce(0, +) == 45)
    let right = test[0] + test[4] + test[8]
    #expect(isNear(right / 45, number(setup + "r.test_accuracy[-1]")))
    let train = elements(setup + "m = confusion r half=train\nm")
    #expect(isNear((train[0] + train[4] + train[8]) / 45, number(setup + "r.train_accuracy[-1]")))
    let text = shown(setup + "confusion r")
    for part in ["Test half of blobs", "  recall\n", "precision"] {
      #expect(text.contains(part))
    }
  }

  @Test func calibrationHasItsNumbers() {
    let setup = "r = train circles loss=bce n=100 epochs=20\nc = calibration r\n"
    #expect((0...1).contains(number(setup + "c.ece")) && (0...1).contains(number(setup + "c.brier")))
    #expect(elements(setup + "c.count").reduce(0, +) == 50)
    let brier = number(
      setup + "d = r.data\nx = data circles n=100\nmean((predict(r, x)[50..99] - x.y[50..99])^2)")
    #expect(isNear(number(setup + "c.brier"), brier, 1e-9))
    #expect(shown(setup + "plot c").contains("how often it came true"))
  }

  @Test(arguments: commands)
  func everyCommandWantsARun(_ command: String) {
    #expect(failure(command)?.code == .badCommand)
    #expect(failure("\(command) 3")?.code == .wrongType)
    #expect(failure("\(command) nothing")?.code == .unknownName)
    #expect(failure("r = train circles loss=bce n=20 epochs=1\n\(command) r, r")?.code == .badCommand)
    #expect(
      failure("r = train circles loss=bce n=20 epochs=1\n\(command) r colour=red")?.code == .unknownOption)
  }

  @Test(arguments: [
    ("regression loss=mse", "confusion", "residuals r"),
    ("regression loss=mse", "calibration", "residuals r"),
    ("regression loss=mse", "boundary", "residuals r"), ("circles loss=bce", "residuals", "confusion r"),
    ("circles loss=hinge", "calibration", "loss=bce"),
    ("blobs features=4 loss=cce", "boundary", "confusion r"),
  ])
  func whatDoesNotFitNamesTheRemedy(_ run: String, _ command: String, _ remedy: String) {
    let error = failure("r = train \(run) n=40 epochs=1\n\(command) r")
    #expect(
      error?.code == .badCommand && error?.hint?.contains(remedy) == true, "\(error?.message ?? "no error")")
  }

  @Test(arguments: [
    "landscape r size=2", "landscape r size=102", "landscape r reach=0", "landscape r reach=-1",
    "landscape r reach=inf",
    "landscape r reach=nan", "landscape r seed=-1", "boundary r points=-1", "confusion r half=both",
    "calibration r half=3",
  ])
  func wrongOptions(_ text: String) {
    #expect(failure("r = train circles loss=bce n=20 epochs=1\n\(text)")?.code == .badArgument)
  }

  @Test func aRunThatDivergedIsShownByWhatItHas() {
    let setup = "r = train regression loss=mse lr=1e9 epochs=3\n"
    #expect(failure(setup + "residuals r") == nil && failure(setup + "landscape r size=3") == nil)
  }

  @Test(arguments: commands.filter { $0 != "residuals" }, [10, 24, 40, 80, 200])
  func everyLineFits(_ command: String, _ width: Int) {
    let text = shown("r = train circles loss=bce n=60 epochs=2\n\(command) r", width: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func inWordsTheAreasAreShares() throws {
    let script = Script("r = train moons loss=bce n=60 epochs=5\nboundary r")
    let text = script.outcomes.last?.pieces.plainText(Layout(describesFigures: true)) ?? ""
    #expect(
      text.contains("class 0: ") && text.contains("% of the area") && !text.contains("contour"))
  }
}
