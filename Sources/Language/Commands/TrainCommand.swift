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
        "What a run was trained with is in it too: run1.data, run1.loss, run1.epochs, run1.seed, run1.lr, "
          + "run1.optimizer, run1.momentum, run1.batch, run1.hidden, run1.activation.",
        "loss= takes a loss by name, or a function of yours of (y, p) that gives one number.",
        "The output layer and the form of the labels follow from loss and data, and output= and labels= change "
          + "them: train blobs loss=mse output=softmax labels=one_hot. A loss of yours gets a linear output for numbers, "
          + "a sigmoid and labels 0 and 1 for two classes, softmax and one-hot rows for more.",
        "With a data set that goes by its name, what `data` takes may stand here too, such as n=300 noise=0.2; the seed "
          + "of the data is data_seed here. One of your own is prepared before: d2 = data d standardize=train.",
        "The defaults are the tutorial's, and formulas and constants Keras's. patience=10 stops when the test loss has "
          + "not improved for 10 epochs, and keeps the weights of the best one: run1.best_epoch.",
      ],
      options: TrainingPlan.summaries,
      example: "train circles loss=bce epochs=50"
    ) { (call, interpreter) throws(Diagnostic) in
      let plan = try TrainingPlan(call, interpreter)
      let run = try plan.run(interpreter)
      return CommandResult(
        value: .run(run), pieces: plan.notes.map { .text($0, .muted) } + RunText.pieces(run))
    }.taking(choices: TrainingPlan.choices)
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

  static let optionNames = summaries.map(\.name)

  /// - Parameter given: The data set, where it has been made from the same call already.
  init(_ call: CommandCall, _ interpreter: Interpreter, data given: Dataset? = nil) throws(Diagnostic) {
    self.call = call
    let (source, ready) = try Self.subject(call, interpreter)
    if source == nil { try Self.refuseDataOptions(call, interpreter) }
    let reader = try OptionReader(call, interpreter, known: Self.optionNames + (source?.options ?? []))
    data = try Self.ready(given ?? ready, source, reader)
    let choice = try LossChoice(reader, data, interpreter)
    objective = choice.objective
    ownLoss = choice.ownLoss
    notes = choice.notes
    weights = try Self.weights(reader, interpreter)
    options = try TrainingOptions(reader, source ?? DataSource.named(data.name), weights)
  }

  /// - Throws: where an option of `data` is given for a data set that is made already.
  private static func refuseDataOptions(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    let known = Set(DataSource.all.flatMap(\.options)).subtracting(optionNames)
    guard let option = call.options.first(where: { known.contains($0.name ?? "") }), let name = option.name,
      call.verb == "train", let subject = call.values.first
    else { return }
    let data = interpreter.label(subject.span)
    let remedy =
      DataSteps.names.contains(name)
      ? "first d2 = data \(data) \(name)=..., and then train d2"
      : "\(name)= stands where the data set is made"
    throw Diagnostic(
      .unknownOption, "`\(name)` changes a data set, and \(data) is made already",
      at: option.nameSpan ?? call.span,
      hint: remedy)
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

  private static func weights(_ o: OptionReader, _ interpreter: Interpreter) throws(Diagnostic) -> Weights? {
    guard let expression = o.expression("weights") else { return nil }
    let path = try interpreter.fileName(expression, before: "weights=", example: "weights.json")
    let span = expression.span
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try interpreter.host.find(path).bytes } catch {
      throw Diagnostic(
        .missingFile, "\"\(Escaping.path(path))\" cannot be read: \(error.reason)", at: span,
        hint: error.remedy ?? (error.isMissing ? "TAB completes the names of files inside quotes" : nil))
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
