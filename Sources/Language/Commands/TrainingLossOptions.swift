import LossMath
import Training

/// The options of the loss itself that a `train` line may carry.
struct TrainingLossOptions {
  static let all: [LossOption] = [
    .epsilon, .labelSmoothing, .classWeights, .delta, .quantile, .alpha, .beta, .gamma, .margin, .p, .full,
    .applyClassBalancing,
  ]

  /// What the line says, for a loss that looks at it.
  static func read(
    _ loss: Loss, _ o: OptionReader, _ data: Dataset
  ) throws(Diagnostic) -> LossOptions {
    var options = LossOptions()
    for option in all where o.has(option.rawValue) {
      let name = option.rawValue
      guard loss.accepts(option) else {
        let own = all.filter(loss.accepts).map(\.rawValue)
        throw o.bad(
          name, "\(loss.name) has no option `\(name)`",
          hint: own.isEmpty ? "leave it out" : "it has " + own.joined(separator: ", "))
      }
      switch option.kind {
      case .flag: options.set(option, to: try o.flag(name) ?? false)
      case .numbers: options.classWeights = try classWeights(o, data)
      default: options[number: option] = try number(option, loss, o)
      }
    }
    return options
  }

  /// - Throws: where one is given with a loss of the reader's own.
  static func refuseForOwn(_ name: String, _ o: OptionReader) throws(Diagnostic) {
    for option in all where o.has(option.rawValue) {
      throw o.bad(
        option.rawValue, "`\(option.rawValue)` is for a loss of the catalogue; `\(name)` is yours",
        hint: "write the number into \(name)(y, p) = ...")
    }
  }

  private static func number(
    _ option: LossOption, _ loss: Loss, _ o: OptionReader
  ) throws(Diagnostic) -> Double? {
    let value = try o.number(option.rawValue)
    if let value, let number = loss.numbers.first(where: { $0.option == option }),
      !number.range.contains(value)
    {
      throw o.bad(
        option.rawValue, "`\(option.rawValue)` is \(number.range.rawValue), not \(NumberFormat.text(value))")
    }
    return value
  }

  private static func classWeights(_ o: OptionReader, _ data: Dataset) throws(Diagnostic) -> [Double]? {
    let name = LossOption.classWeights.rawValue
    guard let expression = o.expression(name), case .classes(let count) = data.kind else {
      throw o.bad(name, "`\(name)` is for classes, and the target of \(data.name) is a number")
    }
    let weights = try o.interpreter.tensor(expression, "`\(name)`").value
    guard weights.rank == 1, weights.count == count, weights.elements.allSatisfy({ $0.isFinite && $0 >= 0 })
    else {
      throw o.bad(
        name, "`\(name)` is a list of \(count) factors of at least 0, one for each class",
        hint: "such as [1" + String(repeating: ", 2", count: min(count - 1, 4)) + "]")
    }
    return weights.elements
  }
}
