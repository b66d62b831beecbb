import LossMath
import Training

extension Command {
  static var train: Command {
    Command(
      name: "train", topic: .training, syntax: "train DATA loss=NAME option=value ...",
      summary: "trains a small network on a data set and plots loss and metric over the epochs",
      details: [
        "DATA is regression, circles, blobs or moons, or a data set of your own: d = data ...",
        "The first half of the rows trains, the other half tests. Give the run a name to keep it: "
          + "run1 = train circles loss=hinge; then run1.test_loss, `plot run1`, `compare run1, run2`.",
        "loss= takes a loss by name, or a function of yours of (y, p) that gives one number.",
        "The defaults are the tutorial's: 100 epochs (200 for circles), lr=0.01, momentum=0.9, batch=32, one hidden "
          + "layer of 50 ReLU units (25 for regression).",
      ],
      options: [
        ("loss", "the loss to minimise"), ("epochs", "passes over the training rows"),
        ("lr", "the learning rate"),
        ("momentum", "the share of the last step that the next one keeps"), ("batch", "rows in a step"),
        ("hidden", "the widths of the hidden layers, such as [25] or [50, 20]"),
        ("activation", "relu, tanh or sigmoid, in the hidden layers"),
        ("seed", "where the initial weights come from"),
        ("shuffle", "off: the rows keep their order in every epoch"),
        ("output", "linear, sigmoid, tanh or softmax, for a loss of your own"),
        ("weights", "a JSON file with initial weights W1, b1, W2, b2; the hidden widths are the file's"),
        ("epsilon", "1e-7 clips probabilities as Keras does; without it the exact form is used"),
      ],
      example: "train circles loss=bce epochs=50"
    ) { (call, interpreter) throws(Diagnostic) in
      let plan = try TrainingPlan(call, interpreter)
      let run = try plan.run(interpreter)
      return CommandResult(
        value: .run(run), pieces: plan.notes.map { .text($0, .muted) } + RunText.pieces(run))
    }
  }
}

/// A `train` line, understood.
struct TrainingPlan {
  let call: CommandCall
  let data: Dataset
  let objective: Objective
  let options: TrainingOptions
  let weights: Weights?
  /// Collects the error of a loss that was typed.
  let ownLoss: OwnLoss?
  private(set) var notes: [String] = []

  static let optionNames = [
    "loss", "epochs", "lr", "momentum", "batch", "hidden", "activation", "seed", "shuffle", "output",
    "weights", "epsilon",
  ]

  /// - Parameter given: The data set, where it has been made from the same call already.
  init(_ call: CommandCall, _ interpreter: Interpreter, data given: Dataset? = nil) throws(Diagnostic) {
    self.call = call
    let (source, ready) = try Self.subject(call, interpreter)
    let reader = try OptionReader(call, interpreter, known: Self.optionNames + (source?.options ?? []))
    data = try Self.ready(given ?? ready, source, reader)
    let choice = try LossChoice(reader, data, interpreter)
    objective = choice.objective
    ownLoss = choice.ownLoss
    notes = choice.notes
    weights = try Self.weights(reader, interpreter)
    var options = try Self.options(reader, source ?? DataSource.named(data.name))
    if let weights, !reader.has("hidden") { options.hidden = weights.shape.hidden }
    self.options = options
  }

  static func ready(
    _ data: Dataset?, _ source: DataSource?, _ reader: OptionReader
  ) throws(Diagnostic) -> Dataset {
    if let data { return data }
    if let source { return try source.make(reader) }
    throw Diagnostic(.badCommand, "`train` wants a data set", at: reader.call.verbSpan)
  }

  /// What to train on: a name from the table, or a value.
  static func subject(
    _ call: CommandCall, _ interpreter: Interpreter
  ) throws(Diagnostic) -> (DataSource?, Dataset?) {
    if let first = call.values.first, call.values.count == 1 {
      if let name = first.bareName, let source = DataSource.named(name), interpreter.globals[name] == nil {
        return (source, nil)
      }
      if let name = first.bareName, interpreter.value(of: name) == nil {
        return (try .find(call, interpreter), nil)
      }
      let value = try interpreter.evaluate(first)
      if case .dataset(let data) = value { return (nil, data) }
      throw Diagnostic(
        .unknownData, "`train` wants a data set; this is \(value.described)", at: first.span,
        hint: "make one: d = data circles n=300")
    }
    return (try .find(call, interpreter), nil)
  }

  private static func options(_ o: OptionReader, _ source: DataSource?) throws(Diagnostic) -> TrainingOptions
  {
    var options = TrainingOptions(epochs: source?.epochs ?? 100, hidden: source?.hidden ?? [50])
    options.epochs = try o.integer("epochs", TrainingLimits.epochs) ?? options.epochs
    options.learningRate = try o.number("lr") ?? options.learningRate
    options.momentum = try o.number("momentum") ?? options.momentum
    options.batchSize = try o.integer("batch", TrainingLimits.batchSize) ?? options.batchSize
    options.hidden = try o.integers("hidden") ?? options.hidden
    options.activation = try o.choice("activation", HiddenActivation.self) ?? options.activation
    options.seed = try o.integer("seed", 0...Int(UInt32.max)).map { UInt32($0) } ?? options.seed
    options.shuffle = try o.flag("shuffle") ?? options.shuffle
    return options
  }

  private static func weights(_ o: OptionReader, _ interpreter: Interpreter) throws(Diagnostic) -> Weights? {
    guard let path = try o.word("weights") else { return nil }
    let span = o.span("weights")
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try interpreter.host.readFile(path) } catch {
      throw Diagnostic(
        .missingFile, "\"\(Escaping.visible(path))\" cannot be read: \(error.reason)", at: span)
    }
    do throws(WeightsError) { return try Weights(json: bytes) } catch {
      throw Diagnostic(
        .badWeights, error.sentence, at: span, hint: #"it holds {"W1": [[...]], "b1": [...], "W2": ...}"#)
    }
  }

  func run(_ interpreter: Interpreter) throws(Diagnostic) -> Run {
    let host = interpreter.host
    let label = "\(objective.name) on \(data.name)"
    let total = options.epochs
    let ownLoss = ownLoss
    let cancel = CancelToken { [cancel = host.cancel] in cancel.isCancelled || ownLoss?.failure != nil }
    let run: Run
    do throws(TrainingError) {
      run = try Training.train(data, objective, options, weights: weights, cancel: cancel) { report in
        host.progress(TrainingProgress(label: label, stage: .epoch(report, of: total)))
      }
    } catch {
      throw Diagnostic(error, call, data)
    }
    if let failure = ownLoss?.failure { throw failure }
    return run
  }
}
