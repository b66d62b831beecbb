import Testing
import Training

@testable import Language

/// The language's `train` follows the deterministic reference runs,
/// whose numbers were computed elsewhere; every
/// epoch of them is held by the tests of training itself.
struct TrajectoryTests {
  /// The reference's initial weights: uniform in ±√(6 / inputs), then ±√(6 / (inputs + outputs)), biases 0.
  private func weights(_ inputs: Int, _ hidden: Int) -> String {
    var random = RandomState(seed: 42)
    func matrix(_ rows: Int, _ columns: Int, _ bound: Double) -> String {
      let lines = (0..<rows).map { _ in
        "[" + (0..<columns).map { _ in "\(random.uniform(-bound, bound))" }.joined(separator: ",") + "]"
      }
      return "[" + lines.joined(separator: ",") + "]"
    }
    let first = matrix(inputs, hidden, (6 / Double(inputs)).squareRoot())
    let second = matrix(hidden, 1, (6 / Double(hidden + 1)).squareRoot())
    let zeros = "[" + Array(repeating: "0", count: hidden).joined(separator: ",") + "]"
    return #"{"W1": \#(first), "b1": \#(zeros), "W2": \#(second), "b2": [0]}"#
  }

  private func run(_ command: String, _ inputs: Int, _ hidden: Int) throws -> Run {
    let json = Array(weights(inputs, hidden).utf8)
    let host = Host { (path) throws(FileProblem) in
      guard path == "w.json" else { throw FileProblem(reason: "no such file") }
      return json
    }
    let script = Script(command + " weights=\"w.json\" shuffle=off", host: host)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    guard case .run(let run)? = script.outcomes.last?.value else { throw FileProblem(reason: "no run") }
    return run
  }

  @Test func regressionWithMeanSquaredError() throws {
    let run = try run("train regression loss=mse epochs=20", 20, 25)
    #expect(isNear(run.initial.trainLoss, 6.733540412207506, 1e-9))
    #expect(isNear(run.initial.testLoss, 5.624651178086701, 1e-9))
    for (epoch, train, test) in [
      (1, 0.6354865001542125, 0.6957409119704362), (10, 0.03714189770087031, 0.06362854622312143),
      (20, 0.01573418049627036, 0.03524416685746269),
    ] {
      #expect(isNear(run.trainLoss[epoch - 1], train, 1e-9) && isNear(run.testLoss[epoch - 1], test, 1e-9))
    }
  }

  @Test(arguments: ["train circles loss=bce epochs=20", "train circles loss=bce epsilon=1e-7 epochs=20"])
  func circlesWithBinaryCrossentropy(_ command: String) throws {
    let run = try run(command, 2, 50)
    #expect(isNear(run.initial.trainLoss, 0.7333670190386974, 1e-9))
    #expect(
      isNear(run.trainLoss[0], 0.6928071335265764, 1e-9) && isNear(run.testLoss[0], 0.6935956114722209, 1e-9))
    #expect(
      isNear(run.trainLoss[9], 0.6345518314329729, 1e-9) && isNear(run.testLoss[9], 0.644236656237852, 1e-9))
    #expect(
      isNear(run.trainLoss[19], 0.5874448753247523, 1e-9)
        && isNear(run.testLoss[19], 0.5949493631017053, 1e-9))
    #expect(run.trainMetric[19] == 0.776 && run.testMetric[19] == 0.792)
  }

  @Test func hiddenWidthsComeFromTheFile() throws {
    #expect(try run("train circles loss=bce epochs=1", 2, 10).options.hidden == [10])
  }

  @Test(arguments: [
    ("train circles loss=bce hidden=[50]", "leave hidden= out"),
    ("train regression loss=mse", "made for 2 features, and regression has 20"),
    ("train blobs loss=cce", "has 1 output, and this loss on blobs wants 3"),
  ])
  func weightsOfAnotherNetworkAreRefused(_ command: String, _ hint: String) {
    let json = Array(weights(2, 10).utf8)
    let host = Host { (_) throws(FileProblem) in json }
    let error = failure(command + " weights=\"w.json\"", host: host)
    #expect(error?.code == .badWeights && error?.hint?.contains(hint) == true)
  }
}
