import LossMath
import Training

/// A value as programs read it. Numbers keep all their digits; what is no number in JSON becomes the strings "NaN",
/// "Infinity" and "-Infinity".
public enum JSONValue: Encodable, Equatable, Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .truth(let truth): try container.encode(truth)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }
}

extension Value {
  public var json: JSONValue {
    switch self {
    case .tensor(let traced): Self.nested(traced.value) { .number($0) }
    case .truth(let tensor): Self.nested(tensor) { .truth($0 != 0) }
    case .text(let text): .text(text)
    case .run(let run): Self.json(run)
    case .record(let record):
      .object(Dictionary(record.fields.map { ($0.name, $0.value.json) }, uniquingKeysWith: { $1 }))
    case .distribution(let distribution): Self.json(distribution)
    case .list(let items): .list(items.map(\.json))
    case .dataset(let data):
      .object([
        "name": .text(data.name), "n": .number(Double(data.rows)), "features": .number(Double(data.columns)),
      ])
    case .function, .builtin, .nothing: .null
    }
  }

  private static func nested(_ tensor: Tensor, _ leaf: (Double) -> JSONValue) -> JSONValue {
    nested(tensor.elements[...], tensor.shape[...], leaf)
  }

  private static func nested(
    _ elements: ArraySlice<Double>, _ shape: ArraySlice<Int>, _ leaf: (Double) -> JSONValue
  ) -> JSONValue {
    guard let size = shape.first else { return elements.first.map(leaf) ?? .null }
    guard shape.count > 1 else { return .list(elements.map(leaf)) }
    let part = size > 0 ? elements.count / size : 0
    return .list(
      (0..<size).map { i in
        let start = elements.startIndex + i * part
        return nested(elements[start..<(start + part)], shape.dropFirst(), leaf)
      })
  }

  private static func json(_ distribution: DistributionValue) -> JSONValue {
    var object: [String: JSONValue] = ["distribution": .text(distribution.family.name)]
    for (parameter, value) in zip(distribution.family.parameters, distribution.parameters) {
      object[parameter.name] = Value.tensor(value).json
    }
    return .object(object)
  }

  private static func json(_ run: Run) -> JSONValue {
    func list(_ values: [Double]) -> JSONValue { .list(values.map { .number($0) }) }
    let metric = run.metric.rawValue
    return .object([
      "data": .text(run.data.name), "loss": .text(run.objective.name), "metric": .text(metric),
      "epochs": .number(Double(run.epochs)), "outcome": .text(run.outcome.word),
      "best_epoch": .number(Double(run.bestEpoch)), "kept_epoch": .number(Double(run.keptEpoch)),
      "train_loss": list(run.trainLoss), "test_loss": list(run.testLoss),
      "train_\(metric)": list(run.trainMetric), "test_\(metric)": list(run.testMetric),
    ])
  }
}

extension RunOutcome {
  /// How the run ended, in one word for programs.
  fileprivate var word: String {
    switch self {
    case .finished: "finished"
    case .stoppedEarly: "stopped_early"
    case .cancelled: "cancelled"
    case .diverged: "diverged"
    }
  }
}
