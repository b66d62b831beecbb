import LossMath

/// What a trained network says about rows, in the form in which its loss thinks of it: a run that works from logits
/// gives the probabilities they stand for.
public struct Predictions: Sendable, Equatable {
  /// What the numbers mean.
  public enum Kind: Sendable, Equatable {
    /// Numbers that were to be predicted.
    case numbers
    /// One probability a row, that of class 1; or one for each class, summing to 1.
    case probabilities
    /// Scores that decide for a class and are no probabilities, such as a hinge loss's.
    case scores
  }

  /// `rows × columns` numbers, row by row.
  public let values: [Double]
  /// Numbers in a row: 1, or one for each class.
  public let columns: Int
  /// What they mean.
  public let kind: Kind
  /// How many classes there are; 0 where a number was to be predicted.
  public let classCount: Int
  /// Above it, a row's first number says class 1; nothing where the largest number decides.
  public let threshold: Double?

  /// How many rows there are. The functions below take a row from 0 up to this, and a class below ``classCount``.
  public var rows: Int { values.count / columns }

  /// A row's first number: the number predicted, the probability or score of class 1.
  public func first(row: Int) -> Double { values[row * columns] }

  /// By how much a class leads over all others in a row: above 0 for the class that is decided, below for the rest.
  public func lead(of label: Int, row: Int) -> Double {
    if let threshold { return label == 1 ? first(row: row) - threshold : threshold - first(row: row) }
    let mine = values[row * columns + label]
    var other = -Double.infinity
    for column in 0..<columns where column != label { other = max(other, values[row * columns + column]) }
    return mine - other
  }

  /// The class that is decided for a row: the first of the largest, as in training.
  public func label(row: Int) -> Int {
    if let threshold { return first(row: row) > threshold ? 1 : 0 }
    var best = 0
    for column in 1..<columns where values[row * columns + column] > values[row * columns + best] {
      best = column
    }
    return best
  }

  /// The probability of a class. Only for `kind == .probabilities`.
  public func probability(of label: Int, row: Int) -> Double {
    if threshold != nil { return label == 1 ? first(row: row) : 1 - first(row: row) }
    return values[row * columns + label]
  }
}

extension Run {
  /// What the network says about `features`, `rows × inputs` numbers, row by row; an incomplete last row is left out.
  public func predictions(for features: [Double]) -> Predictions {
    var (values, columns) = (network.outputs(for: features), network.weights.shape.outputs)
    if network.outputActivation == .meanVariance {
      // The mean is the prediction; the variance says how sure it is.
      values = stride(from: 0, to: values.count, by: columns).map { values[$0] }
      columns = 1
    }
    let (kind, activation) = meaning
    values.withUnsafeMutableBufferPointer { activation.apply($0, columns: columns) }
    let classes: Int = if case .classes(let count) = data.kind { count } else { 0 }
    let isProbability = kind == .probabilities
    return Predictions(
      values: values, columns: columns, kind: kind, classCount: classes,
      threshold: threshold.map { isProbability ? 0.5 : $0 })
  }

  /// What the outputs are, and the activation that is still missing: a loss from logits has it inside.
  private var meaning: (Predictions.Kind, OutputActivation) {
    if data.kind == .regression { return (.numbers, .linear) }
    let isSingle = network.weights.shape.outputs == 1
    switch network.outputActivation {
    case .softmax: return (.probabilities, .linear)
    case .logSoftmax: return (.probabilities, .softmax)
    // A sigmoid for each class does not make them sum to 1.
    case .sigmoid: return (isSingle ? .probabilities : .scores, .linear)
    case .tanh, .exp, .meanVariance: return (.scores, .linear)
    case .linear:
      guard objective.lossOptions?.fromLogits == true else { return (.scores, .linear) }
      if isSingle { return (.probabilities, .sigmoid) }
      let isYesOrNo = Loss.named(objective.name)?.predictions == .probability
      return isYesOrNo ? (.scores, .linear) : (.probabilities, .softmax)
    }
  }

  /// Where the metric divides two classes in a row's first number.
  private var threshold: Double? {
    var objective = objective
    objective.metric = .accuracy
    if case .above(let threshold, _) = MetricRule(objective), data.kind != .regression { return threshold }
    return nil
  }
}
