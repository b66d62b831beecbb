import Testing
import Training

@testable import Language

/// The options of a `train` line: heard, refused with a remedy, and listed.
struct TrainOptionTests {
  private func options(_ text: String) throws -> TrainingOptions {
    let script = Script("train circles loss=bce epochs=1 n=40 " + text)
    guard case .run(let run)? = script.outcomes.last?.value else {
      throw FileProblem(reason: script.errors.first?.message ?? "no run")
    }
    return run.options
  }

  @Test(arguments: [
    ("", Optimizer.sgd(momentum: 0.9), 0.01), ("optimizer=momentum", .sgd(momentum: 0.9), 0.01),
    ("momentum=0.5", .sgd(momentum: 0.5), 0.01), ("momentum=0", .sgd(), 0.01),
    ("optimizer=sgd", .sgd(), 0.01), ("optimizer=sgd momentum=0.8", .sgd(momentum: 0.8), 0.01),
    ("nesterov=on", .sgd(momentum: 0.9, nesterov: true), 0.01),
    ("optimizer=sgd momentum=0.8 nesterov=on", .sgd(momentum: 0.8, nesterov: true), 0.01),
    ("optimizer=rmsprop", .rmsprop, 0.001), ("optimizer=adam", .adam, 0.001),
    ("optimizer=adam lr=0.02", .adam, 0.02),
  ])
  func optimizers(_ text: String, _ optimizer: Optimizer, _ rate: Double) throws {
    let options = try options(text)
    #expect(options.optimizer == optimizer && options.learningRate == rate)
  }

  @Test func initialWeightsAndActivations() throws {
    #expect(try options("").initializer == .heUniform)
    for initializer in Initializer.allCases {
      #expect(try options("init=\(initializer.rawValue)").initializer == initializer)
    }
    for activation in HiddenActivation.allCases {
      #expect(try options("activation=\(activation.rawValue)").activation == activation)
    }
    #expect(try options("hidden=[] init=zeros").hidden == [])
    #expect(try options("patience=7").patience == 7)
    #expect(try options("").patience == nil)
  }

  @Test(
    arguments: [
      ("optimizer=adamw", "adam"), ("optimizer=3", nil),
      ("optimizer=adam momentum=0.9", "optimizer=momentum"),
      ("optimizer=rmsprop momentum=0", "leave it out"), ("optimizer=adam nesterov=on", "optimizer=momentum"),
      ("optimizer=sgd nesterov=on", "momentum=0.9"), ("momentum=0 nesterov=on", "momentum=0.9"),
      ("nesterov=5", nil), ("momentum=1", nil), ("momentum=-0.1", nil), ("momentum=nan", nil),
      ("lr=0", nil), ("lr=inf", nil), ("optimizer=adam lr=-1", nil),
      ("init=random", "he_uniform"), ("hidden=[] init=he_normal", "init=zeros"),
      ("patience=0", nil), ("patience=1.5", nil), ("patience=off", nil),
      ("activation=swish", "leaky_relu"), ("hidden=[1, 2; 3]", nil), ("hidden=[[1, 2]]", nil),
      ("hidden=[-1]", nil),
      ("output=step", "sigmoid"), ("labels=words", "one_hot"), ("output=1", nil),
      ("delta=1", "label_smoothing"), ("label_smoothing=2", nil), ("class_weights=[1]", "[1, 2]"),
      ("class_weights=[1, -1]", nil), ("class_weights=1", nil), ("from_logits=on", nil),
      ("full=on", "epsilon"),
      ("epsilon=1e-7 output=linear", "leave out one"),
    ] as [(String, String?)])
  func badValues(_ text: String, _ remedy: String?) {
    let error = failure("train circles loss=bce epochs=1 n=40 " + text)
    #expect(error != nil, "\(text) is taken")
    if let remedy { #expect(error?.hint?.contains(remedy) == true, "\(text): \(error?.hint ?? "no hint")") }
  }

  @Test func optionsOfALossAreNotForTypedOnes() {
    let error = failure("mine(y, p) = mean((y - p)^2)\ntrain regression loss=mine delta=2")
    #expect(error?.code == .badArgument && error?.hint?.contains("mine(y, p)") == true)
  }

  @Test func weightsOfAFileAreNotDrawn() {
    let json = #"{"W1": [[1], [2]], "b1": [0], "W2": [[1]], "b2": [0]}"#
    let host = Host { (_) throws(FileProblem) in Array(json.utf8) }
    let line = "train circles loss=bce epochs=1 n=40 weights=\"w.json\""
    #expect(failure(line, host: host) == nil)
    #expect(failure(line + " init=zeros", host: host)?.hint == "leave it out")
  }

  @Test func zerosKeepHiddenUnitsAlike() throws {
    let script = Script("r = train circles loss=bce epochs=2 n=40 init=zeros\nr")
    guard case .run(let run)? = script.outcomes.last?.value else { throw FileProblem(reason: "no run") }
    #expect(Set(run.network.weights.layers[0].weights) == [0])
  }

  @Test func helpListsEveryOption() {
    let help = shown("help train")
    for name in TrainingPlan.optionNames { #expect(help.contains(name), "\(name)") }
    for (option, words) in TrainingPlan.choices where !["on", "off"].contains(words[0]) {
      let flat = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for word in words { #expect(flat.contains(word), "\(option)=\(word)") }
    }
  }

  @Test func optionsOfDataAreRefusedForOneThatIsMade() {
    let error = failure("flats = data regression n=20\ntrain flats loss=mae standardize=train")
    #expect(error?.message == "`standardize` changes a data set, and flats is made already")
    #expect(error?.hint == "first d2 = data flats standardize=..., and then train d2")
    #expect(
      failure("d = data circles n=20\ntrain d loss=bce noise=2")?.hint
        == "noise= stands where the data set is made")
  }
}
