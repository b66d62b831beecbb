import LossMath
import Testing
import Training

@testable import Language

/// Every loss of the catalogue on every kind of data: it trains, or is refused with a hint that works.
struct TrainLossTests {
  static let data = ["regression", "circles", "blobs"]

  private static func run(_ line: String) -> (run: Run?, error: Diagnostic?) {
    let script = Script(line)
    guard case .run(let run)? = script.outcomes.last?.value else { return (nil, script.errors.first) }
    return (run, nil)
  }

  /// Whether the training loss is finite and lower at the end than it was at first.
  private static func learns(_ line: String) -> Bool {
    guard let run = run(line).run, run.outcome == .finished, let last = run.trainLoss.last else {
      return false
    }
    return last < run.initial.trainLoss && run.testLoss.allSatisfy(\.isFinite)
  }

  @Test(arguments: Loss.all.map(\.name), data)
  func trainsOrSaysWhatDoes(_ loss: String, _ data: String) throws {
    let line = "train \(data) loss=\(loss)"
    let (run, error) = Self.run(line + " epochs=1")
    if run != nil {
      #expect(Self.learns(line + " epochs=6"), "\(line) learns nothing")
      return
    }
    let refusal = try #require(error)
    #expect(refusal.code == .lossDoesNotFit, "\(line): \(refusal.message)")
    let hint = try #require(refusal.hint)
    let remedies = Self.remedies(hint, line, data)
    #expect(!remedies.isEmpty, "\(line): \(hint)")
    for remedy in remedies {
      let epochs = remedy.contains("bias=") ? 40 : 6
      #expect(Self.learns(remedy + " epochs=\(epochs)"), "\(line) advises \(remedy), which learns nothing")
    }
  }

  /// The lines that a hint offers: options to add, a whole line, and the first loss of those that fit.
  private static func remedies(_ hint: String, _ line: String, _ data: String) -> [String] {
    var remedies: [String] = []
    for part in hint.split(separator: ";") {
      if let range = part.firstRange(of: " add output=") {
        remedies.append(line + " output=" + part[range.upperBound...])
      }
      if let range = part.firstRange(of: "such as train ") {
        remedies.append("train " + part[range.upperBound...])
      }
      if part.hasPrefix("use ") { remedies.append("train \(data) loss=" + part.dropFirst(4)) }
      if let range = part.firstRange(of: "losses that fit: ") {
        let names = part[range.upperBound...].split(separator: ",")
        if let name = names.first { remedies.append("train \(data) loss=" + name) }
      }
    }
    return remedies
  }

  /// Where a loss fits its data nobody has to ask for an output layer or a form of labels; where they are asked for, it
  /// trains or says what it could be.
  @Test(arguments: Loss.all.filter(\.trains).map(\.name), LabelEncoding.allCases)
  func everyFormOfLabelsTrainsOrIsRefused(_ loss: String, _ labels: LabelEncoding) {
    for data in Self.data {
      for output in [nil] + OutputActivation.allCases {
        let layer = output.map { " output=\($0.rawValue)" } ?? ""
        let line = "train \(data) loss=\(loss) labels=\(labels.rawValue)\(layer) n=60 epochs=2"
        let (run, error) = Self.run(line)
        if let run {
          #expect(run.initial.trainLoss.isFinite && run.outcome == .finished, "\(line): \(run.outcome)")
          #expect(run.objective.labels == labels)
        } else {
          #expect(
            error?.code == .lossDoesNotFit && error?.hint?.isEmpty == false,
            "\(line): \(error?.message ?? "")")
        }
      }
    }
  }

  @Test(arguments: [
    ("train circles loss=mse output=sigmoid labels=zero_one", "sigmoid", "zero_one", "Brier score"),
    ("train circles loss=mse output=sigmoid", "sigmoid", "zero_one", "Brier score"),
    ("train circles loss=mse output=tanh", "tanh", "plus_minus_one", "the labels are -1 and +1"),
    ("train circles loss=hinge labels=zero_one", "tanh", "zero_one", "teach nothing"),
    ("train circles loss=hinge output=sigmoid", "sigmoid", "plus_minus_one", "never below 0"),
    ("train circles loss=bce output=linear", "linear", "zero_one", "reads these outputs as logits"),
    ("train circles loss=cce output=linear", "linear", "one_hot", "as softmax does"),
    ("train blobs loss=mse labels=one_hot", "softmax", "one_hot", "it is the Brier score"),
    ("train blobs loss=bce labels=one_hot", "linear", "one_hot", "yes-or-no question of its own"),
    ("train blobs loss=bce output=softmax", "softmax", "one_hot", "the output layer is softmax"),
    ("train regression loss=mse output=sigmoid", "sigmoid", "real", "not all can be reached"),
    ("train circles loss=poisson labels=zero_one", "exp", "zero_one", "the output layer is exp"),
  ])
  func whatWasPutRightIsTold(_ line: String, _ output: String, _ labels: String, _ told: String) throws {
    let run = try #require(Self.run(line + " epochs=2 n=80").run)
    #expect(run.objective.activation.rawValue == output && run.objective.labels.rawValue == labels)
    let text = shown(line + " epochs=2 n=80").split(separator: "\n").joined(separator: " ")
    #expect(text.contains(told), "\(text.prefix(300))")
  }

  @Test(arguments: [
    "train circles loss=bce output=sigmoid", "train circles loss=hinge labels=plus_minus_one output=tanh",
    "train blobs loss=cce output=softmax labels=one_hot",
    "train regression loss=mse output=linear labels=real",
  ])
  func whatALossHasByItselfIsNotTold(_ line: String) throws {
    #expect(shown(line + " epochs=1 n=40").hasPrefix("after 1 epoch"))
    let plain = line.split(separator: " ").filter { !$0.hasPrefix("output") && !$0.hasPrefix("labels") }
      .joined(separator: " ")
    #expect(Self.run(line + " epochs=2 n=40").run == Self.run(plain + " epochs=2 n=40").run)
  }

  @Test func logitsTrainAsSigmoidDoes() throws {
    let logits = try #require(Self.run("train circles loss=bce output=linear epochs=3 n=80").run)
    let sigmoid = try #require(Self.run("train circles loss=bce epochs=3 n=80").run)
    #expect(logits.trainLoss == sigmoid.trainLoss && logits.testMetric == sigmoid.testMetric)
    let clipped = try #require(Self.run("train circles loss=bce epsilon=1e-7 epochs=3 n=80").run)
    #expect(clipped.objective.activation == .sigmoid && areNear(clipped.trainLoss, sigmoid.trainLoss, 1e-6))
  }

  /// Losses that are another one in disguise end at its numbers.
  @Test(arguments: [
    ("blobs loss=nll", "blobs loss=sparse_cce", 1.0),
    ("blobs loss=multilabel_margin", "blobs loss=multi_margin", 1),
    ("circles loss=soft_margin", "circles loss=bce", 1),
    ("circles loss=multilabel_soft_margin", "circles loss=bce", 1),
    ("regression loss=huber delta=1e6", "regression loss=mse lr=0.005", 0.5),
    ("regression loss=quantile lr=0.02", "regression loss=mae", 0.5),
    ("circles loss=tversky", "circles loss=dice", 1),
    ("circles loss=binary_focal gamma=0", "circles loss=bce", 1),
  ])
  func twins(_ one: String, _ other: String, _ factor: Double) throws {
    let a = try #require(Self.run("train \(one) epochs=3 n=120").run)
    let b = try #require(Self.run("train \(other) epochs=3 n=120").run)
    #expect(areNear(a.testLoss, b.testLoss.map { $0 * factor }, 1e-9), "\(a.testLoss) \(b.testLoss)")
    #expect(a.testMetric == b.testMetric || areNear(a.testMetric, b.testMetric, 1e-8))
  }

  @Test func meanAndVarianceAreLearned() throws {
    let run = try #require(Self.run("train regression loss=gaussian_nll lr=0.001 epochs=60").run)
    #expect((run.testMetric.last ?? .nan) < 0.1)
    let outputs = run.network.outputs(for: run.data.features)
    #expect(outputs.count == 2 * run.data.rows)
    #expect(stride(from: 1, to: outputs.count, by: 2).allSatisfy { outputs[$0] > 0 })
  }

  @Test(arguments: [
    ("train regression loss=huber delta=0.5", "train regression loss=huber"),
    ("train regression loss=quantile quantile=0.9", "train regression loss=quantile"),
    ("train circles loss=bce label_smoothing=0.1", "train circles loss=bce"),
    ("train circles loss=bce class_weights=[1, 3]", "train circles loss=bce"),
    ("train blobs loss=cce class_weights=[1, 2, 3]", "train blobs loss=cce"),
    ("train circles loss=binary_focal alpha=0.5 apply_class_balancing=on", "train circles loss=binary_focal"),
    ("train circles loss=tversky alpha=0.3 beta=0.7", "train circles loss=tversky"),
    ("train blobs loss=multi_margin p=2 margin=0.5", "train blobs loss=multi_margin"),
    ("train regression loss=gaussian_nll full=on", "train regression loss=gaussian_nll"),
  ])
  func optionsOfALossAreHeard(_ with: String, _ without: String) throws {
    let run = try #require(Self.run(with + " epochs=2 n=80").run)
    #expect(run.trainLoss != Self.run(without + " epochs=2 n=80").run?.trainLoss)
  }

  @Test(arguments: [
    ("mine(y, p) = mean((y - p)^2)\ntrain circles loss=mine output=tanh", "tanh", "plus_minus_one"),
    ("mine(y, p) = mean((y - p)^2)\ntrain circles loss=mine labels=plus_minus_one", "tanh", "plus_minus_one"),
    ("mine(y, p) = mean((y - p)^2)\ntrain circles loss=mine output=softmax", "softmax", "one_hot"),
    ("mine(y, p) = mean((y - p)^2)\ntrain circles loss=mine", "sigmoid", "zero_one"),
    ("mine(y, p) = mean((y - p)^2)\ntrain blobs loss=mine", "softmax", "one_hot"),
    ("mine(y, p) = mean((y - p)^2)\ntrain regression loss=mine", "linear", "real"),
    ("mine(y, p) = sparse_cce(y, p)\ntrain blobs loss=mine labels=class_index", "softmax", "class_index"),
    (
      "mine(y, p) = gaussian_nll(y, p[.., 0], p[.., 1])\ntrain regression loss=mine output=mean_variance",
      "mean_variance", "real"
    ),
  ])
  func formsOfTypedLosses(_ text: String, _ output: String, _ labels: String) throws {
    let run = try #require(Self.run(text + " epochs=1 n=40").run)
    #expect(run.objective.activation.rawValue == output && run.objective.labels.rawValue == labels)
  }

  @Test(arguments: [
    "train regression loss=mine labels=one_hot", "train circles loss=mine output=softmax labels=zero_one",
    "train blobs loss=mine labels=plus_minus_one", "train regression loss=mine output=softmax",
    "train blobs loss=mine output=mean_variance",
  ])
  func formsThatTypedLossesCannotHave(_ line: String) {
    let error = failure("mine(y, p) = mean((y - p)^2)\n" + line)
    #expect(error?.code == .lossDoesNotFit && error?.hint?.contains("can be") == true, "\(line)")
  }
}
