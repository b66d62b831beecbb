import Language
import Plotting
import Synchronization
import Testing
import Training

@testable import Notebook

/// What a reader sees of a training under way.
@Suite struct ProgressTests {
  private final class Seen: Sendable {
    let steps = Mutex<[TrainingProgress]>([])
  }

  private func progress(of line: String) -> [TrainingProgress] {
    let seen = Seen()
    var host = Host.isolated
    host.progress = { step in seen.steps.withLock { $0.append(step) } }
    Session(host: host).run(SourceText(line)) { _ in true }
    return seen.steps.withLock { $0 }
  }

  @Test func lineTellsEpochAndLossBehindABar() throws {
    let steps = progress(of: "train circles loss=bce n=40 epochs=4")
    let lines = steps.map { ProgressText.line($0) }
    #expect(lines.count == 4)
    #expect(lines.dropFirst().first?.hasPrefix("bce on circles [##########..........] 2/4 loss 0.") == true)
    #expect(lines.last?.contains("[####################] 4/4") == true)
    let narrow = ProgressText.line(try #require(steps.last), columns: 40)
    #expect(narrow.hasPrefix("bce on circles 4/4 loss 0.") && narrow.count <= 40)
  }

  @Test func lineTellsHowManyRunsAreDone() throws {
    let lines = progress(of: "compare mse, mae on regression n=20 epochs=2 seeds=2").map {
      ProgressText.line($0)
    }
    let last = try #require(lines.last)
    #expect(last.contains("4/4 runs") && last.contains("[####################]"))
  }

  private func marks(_ curves: LiveCurves) -> [(x: [Double], y: [Double])] {
    (curves.figure?.panels.first?.marks ?? []).compactMap { mark in
      guard case .line(_, let x, let y) = mark else { return nil }
      return (x, y)
    }
  }

  @Test func curvesHaveBothLossesAndNeedTwoEpochs() {
    var curves = LiveCurves()
    #expect(curves.figure == nil)
    for step in progress(of: "train circles loss=bce n=40 epochs=3") {
      if case .epoch(let report, let epochs) = step.stage { curves.add(report, of: epochs) }
    }
    #expect(marks(curves).map(\.x) == [[1, 2, 3], [1, 2, 3]])
    #expect(curves.figure?.panels.first?.xRange == 1...3)
  }

  @Test func anotherRunBeginsAnew() {
    var curves = LiveCurves()
    for epochs in [3, 3, 2] {
      for step in progress(of: "train circles loss=bce n=40 epochs=\(epochs)") {
        if case .epoch(let report, let epochs) = step.stage { curves.add(report, of: epochs) }
      }
    }
    #expect(marks(curves).first?.x == [1, 2])
  }

  @Test func longRunsKeepWhatAWindowCanShow() throws {
    var curves = LiveCurves()
    for step in progress(of: "train circles loss=bce n=40 hidden=[2] epochs=1200") {
      if case .epoch(let report, let epochs) = step.stage { curves.add(report, of: epochs) }
    }
    let x = try #require(marks(curves).first?.x)
    #expect(x.count <= 501 && x.count > 400 && x.last == 1200)
    #expect(zip(x, x.dropFirst()).allSatisfy { $0 < $1 })
  }
}
