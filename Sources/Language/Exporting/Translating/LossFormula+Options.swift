import LossMath

extension LossFormula {
  /// The options of a call, where they are plain numbers and words; and the first that is not, or has no place in a
  /// formula.
  static func options(
    _ builtin: Builtin, _ bound: [String: Expression]
  ) throws(Diagnostic) -> (LossOptions, other: (key: String, value: Expression)?) {
    var options = LossOptions()
    let required = builtin.parameters.filter(\.isRequired).map(\.name)
    for (key, value) in bound.sorted(by: { $0.key < $1.key }) where !required.contains(key) {
      guard let option = LossOption(rawValue: key), set(option, value, &options) else {
        return (options, (key, value))
      }
    }
    return (options, nil)
  }

  private static func set(_ option: LossOption, _ value: Expression, _ options: inout LossOptions) -> Bool {
    switch (option.kind, value.kind) {
    case (.word, .text(let word)):
      guard let reduction = Reduction(rawValue: word) else { return false }
      options.reduction = reduction
    case (.flag, .truth(let flag)): options.set(option, to: flag)
    case (.number, .number(let number)): options[number: option] = number
    case (.numbers, .list(let items)) where option == .classWeights:
      let numbers = items.compactMap { if case .number(let x) = $0.kind { x } else { nil } }
      guard numbers.count == items.count else { return false }
      options.classWeights = numbers
    default: return false
    }
    return true
  }
}

/// The options of a loss as they stand in a formula.
struct FormulaOptions {
  let options: LossOptions

  init(_ options: LossOptions) { self.options = options }

  var epsilon: Double { options.epsilon }
  /// Keras's limit for probabilities, unless there is another.
  var clip: Double { options.epsilon > 0 ? options.epsilon : 1e-7 }

  func or(_ option: KeyPath<LossOptions, Double?>, _ standard: Double) -> Double {
    options[keyPath: option] ?? standard
  }

  /// Moves the label towards the middle, where that is asked for.
  var smoothed: String {
    let s = options.labelSmoothing
    return s > 0 ? "y = (1 - \(s)) * y_true + \(s) / 2" : ""
  }
  /// What the label is called after that.
  var label: String { options.labelSmoothing > 0 ? "y" : "y_true" }
  var rest: String { "(1 - \(label))" }

  func weighted(_ label: String, _ weight: Double) -> String { weight == 1 ? label : "\(weight) * \(label)" }

  /// One-hot labels, smoothed and weighted by class.
  func softened(_ labels: String) -> String {
    let s = options.labelSmoothing
    let smooth = s > 0 ? "((1 - \(s)) * \(labels) + \(s) / shape(y_pred)[-1])" : labels
    guard let weights = options.classWeights else { return smooth }
    return "\(smooth) * [" + weights.map { "\($0)" }.joined(separator: ", ") + "]"
  }
}
