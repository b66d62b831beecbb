import LossMath
import Training

extension Interpreter {
  /// `run.train_loss`, `d.x` and the like.
  func field(_ base: Expression, _ name: String, _ span: Span) throws(Diagnostic) -> Value {
    let value = try evaluate(base)
    let fields = Self.fields(of: value)
    if let field = fields.first(where: { $0.name == name }) { return field.value() }
    let names = fields.map(\.name)
    if names.isEmpty {
      throw Diagnostic(
        .unknownField, "\(value.described) has no fields", at: span,
        hint: name == "T"
          ? "write transpose(\(label(base.span)))"
          : ForeignCalls.remedy(base.names + [name], base: label(base.span)))
    }
    let near = Suggestions.nearest(to: name, among: names).map { "did you mean `.\($0)`? " } ?? ""
    throw Diagnostic(
      .unknownField, "\(value.described) has no `.\(name)`", at: span,
      hint: near + "it has " + names.map { "." + $0 }.joined(separator: ", "))
  }

  /// The names that may stand after a dot.
  static func fieldNames(of value: Value) -> [String] { fields(of: value).map(\.name) }

  /// The same, each with what it is.
  public static func fieldNotes(of value: Value) -> [(name: String, note: String)] {
    fields(of: value).map { ($0.name, FieldNotes.note($0.name) ?? $0.value().described) }
  }

  private static func fields(of value: Value) -> [(name: String, value: () -> Value)] {
    switch value {
    case .run(let run): return fields(of: run)
    case .dataset(let data): return fields(of: data)
    case .record(let record): return record.fields.map { field in (field.name, { field.value }) }
    case .distribution(let distribution): return fields(of: distribution)
    default: return []
    }
  }

  private static func fields(of distribution: DistributionValue) -> [(name: String, value: () -> Value)] {
    zip(distribution.family.parameters, distribution.parameters).map { parameter, value in
      (parameter.name, { .tensor(value) })
    } + [("name", { .text(distribution.family.name) })]
  }

  private static func fields(of run: Run) -> [(name: String, value: () -> Value)] {
    let metric = run.metric.rawValue
    return [
      ("train_loss", { .tensor(Tensor(run.trainLoss)) }), ("test_loss", { .tensor(Tensor(run.testLoss)) }),
      ("train_\(metric)", { .tensor(Tensor(run.trainMetric)) }),
      ("test_\(metric)", { .tensor(Tensor(run.testMetric)) }),
      ("initial_train_loss", { .number(run.initial.trainLoss) }),
      ("initial_test_loss", { .number(run.initial.testLoss) }),
      ("initial_train_\(metric)", { .number(run.initial.trainMetric) }),
      ("initial_test_\(metric)", { .number(run.initial.testMetric) }),
      ("epochs", { .number(Double(run.epochs)) }), ("best_epoch", { .number(Double(run.bestEpoch)) }),
      ("kept_epoch", { .number(Double(run.keptEpoch)) }), ("loss", { .text(run.objective.name) }),
      ("data", { .text(run.data.name) }),
    ] + fields(of: run.options)
      + run.network.weights.layers.enumerated().flatMap { index, layer in weights(layer, index + 1) }
  }

  /// What the run was asked for, by the names of the options.
  private static func fields(of options: TrainingOptions) -> [(name: String, value: () -> Value)] {
    [
      ("seed", { .number(Double(options.seed)) }), ("lr", { .number(options.learningRate) }),
      ("optimizer", { .text(options.optimizer.name) }), ("momentum", { .number(options.momentum) }),
      ("batch", { .number(Double(options.batchSize)) }),
      ("hidden", { .tensor(Tensor(options.hidden.map(Double.init))) }),
      ("activation", { .text(options.activation.rawValue) }),
    ]
  }

  /// `W1` with a row for each input, and `b1`.
  private static func weights(_ layer: Weights.Layer, _ number: Int) -> [(name: String, value: () -> Value)] {
    [
      ("W\(number)", { matrix(layer.weights, columns: layer.outputs) }),
      ("b\(number)", { .tensor(Tensor(layer.biases)) }),
    ]
  }

  private static func fields(of data: Dataset) -> [(name: String, value: () -> Value)] {
    func x(_ rows: Range<Int>) -> Value {
      matrix(
        Array(data.features[rows.lowerBound * data.columns..<rows.upperBound * data.columns]),
        columns: data.columns)
    }
    return [
      ("x", { x(0..<data.rows) }), ("y", { .tensor(Tensor(data.targets)) }),
      ("x_train", { x(data.trainRows) }),
      ("y_train", { .tensor(Tensor(Array(data.targets[data.trainRows]))) }),
      ("x_test", { x(data.testRows) }), ("y_test", { .tensor(Tensor(Array(data.targets[data.testRows]))) }),
      ("n", { .number(Double(data.rows)) }), ("features", { .number(Double(data.columns)) }),
      ("name", { .text(data.name) }),
    ]
  }

  private static func matrix(_ elements: [Double], columns: Int) -> Value {
    let rows = columns > 0 ? elements.count / columns : 0
    return Tensor(shape: [rows, columns], elements: elements).map { .tensor($0) } ?? .nothing
  }
}
