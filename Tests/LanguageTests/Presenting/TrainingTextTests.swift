import Testing
import Training

@testable import Language

struct TrainingTextTests {
  private func flat(_ text: String) -> String {
    shown(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func earlyStopsAreExplained() throws {
    let line = "train circles loss=bce n=200 lr=0.1 epochs=300 patience=5"
    let script = Script("r = \(line)\nr.best_epoch\nr.epochs\nr.kept_epoch")
    let numbers = script.outcomes.dropFirst().compactMap { $0.value?.asTensor?.value.single }.map { Int($0) }
    let (best, epochs) = (numbers[0], numbers[1])
    #expect(epochs == best + 5 && numbers[2] == best && epochs < 300)
    let text = flat(line)
    #expect(
      text.contains(
        "Stopped after epoch \(epochs): the test loss had not improved for 5 epochs since epoch \(best); the run keeps "
          + "epoch \(best)'s weights."))
    #expect(text.contains("after \(best) epochs train test"))
  }

  @Test func aPatientRunThatEndsSaysWhatItKeeps() {
    let text = flat("train circles loss=bce n=80 lr=0.1 epochs=120 patience=1000")
    #expect(text.contains("The test loss was least after epoch") && text.contains("'s weights."))
    #expect(!flat("train circles loss=bce n=80 lr=0.1 epochs=120").contains("keeps"))
  }

  @Test(arguments: [
    (
      "train regression loss=mse lr=50",
      "steps were too large: try a smaller learning rate, such as lr=0.01, or loss=huber"
    ),
    ("train regression loss=mse standardize=off", "try standardised data (standardize=on)"),
    (
      "train regression loss=gaussian_nll lr=100",
      "or loss=mse; the gradient of gaussian_nll grows without bound"
    ),
    ("train circles loss=squared_hinge output=linear lr=1e9", "or loss=hinge"),
    ("train regression loss=mse optimizer=adam lr=1e200", "such as lr=0.001"),
    ("train regression loss=mse optimizer=rmsprop lr=1e200", "such as lr=0.001"),
    ("mine(y, p) = mean(log(p))\ntrain regression loss=mine", "Diverged before the first step"),
  ])
  func divergenceNamesItsCause(_ line: String, _ cause: String) {
    let text = flat(line + " epochs=60 n=100")
    #expect(text.contains("Diverged"), "\(line): \(text.prefix(200))")
    #expect(text.contains(cause), "\(text)")
    #expect(!text.lowercased().contains("nan"))
  }

  @Test func runsInJSONNameTheirEnd() throws {
    let script = Script("train circles loss=bce n=200 lr=0.1 epochs=300 patience=5")
    let value = try #require(script.outcomes.last?.value)
    guard case .object(let members) = value.json else { throw FileProblem(reason: "no object") }
    #expect(members["outcome"] == .text("stopped_early"))
    #expect(members["best_epoch"] == members["kept_epoch"])
  }
}
