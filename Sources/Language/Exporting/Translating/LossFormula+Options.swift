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
