import Training

extension Diagnostic {
  /// - Parameter option: the one whose value led to the error, where the error does not say.
  init(_ error: DataError, _ o: OptionReader, option: String? = nil) {
    func bad(
      _ p: DataParameter, such example: String, _ message: (_ name: String) -> String
    ) -> Diagnostic {
      let name = Self.optionNames[p] ?? p.rawValue
      return Diagnostic(.badData, message("`\(name)`"), at: o.span(name), hint: "such as \(name)=\(example)")
    }
    func bad(_ message: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(.badData, message, at: option.map(o.span) ?? o.call.span, hint: hint)
    }
    func text(_ number: Double) -> String { NumberFormat.text(number) }
    switch error {
    case .count(let p, let found, let allowed):
      self = bad(p, such: "\(WholeNumbers.nearest(Double(found), allowed))") {
        "\($0) is a whole number from \(allowed.lowerBound) to \(allowed.upperBound), not \(found)"
      }
    case .negative(let p, let found):
      self = bad(p, such: "0.1") { "\($0) cannot be negative, and this is \(text(found))" }
    case .notAFraction(let p, let found):
      self = bad(p, such: "0.5") { "\($0) is at least 0 and below 1, not \(text(found))" }
    case .notFinite(let p, let found):
      self = bad(p, such: "1") { "\($0) is a finite number, not \(text(found))" }
    case .tooLarge(let rows, let columns, let limit):
      self = bad(
        "\(rows) rows of \(columns) features are more than \(limit) numbers",
        hint: "take fewer rows or features")
    case .emptyBox, .shape, .notAClass: self = bad("these numbers make no data set")
    case .notAShare(let found):
      self = bad(
        "`split` is the share of the rows that train, between 0 and 1, not \(text(found))",
        hint: "such as split=0.8")
    case .notAShareOfRows(let found):
      self = bad(
        "`\(option ?? "")` is a share of the training rows, from 0 to 1, not \(text(found))",
        hint: "such as \(option ?? "")=0.1")
    case .emptySplit(let share, let rows):
      self = bad(
        "\(text(share)) of \(rows) rows would leave none to train on, or none to test on",
        hint: "such as split=0.5, or more rows")
    case .splitTooLate:
      self = bad(
        "these rows were already standardised or spoiled with an eye to which of them train",
        hint: "split and shuffle the data set they came from, with the other options in the same line")
    case .nothingToFill(let column, let rows):
      let name = DataFileText.name(column)
      self = bad(
        "\(name) has no value in the rows that \(rows == .training ? "train" : "have a target"), so there is no mean "
          + "to fill its gaps with",
        hint: "without=\(name) leaves the column out"
          + (rows == .training ? "; or divide the rows otherwise" : ""))
    case .outliersOfClasses:
      self = bad(
        "outliers are targets far away from the others, and here the targets are classes",
        hint: "label_noise= gives training rows a wrong class")
    case .labelNoiseOfNumbers:
      self = bad(
        "label noise is a wrong class, and here the targets are numbers",
        hint: "outliers= moves training targets far away")
    }
  }

  private static let optionNames: [DataParameter: String] = [
    .rows: "n", .clusterDeviation: "std", .features: "features", .informative: "informative",
    .classes: "classes", .variance: "variance",
  ]
}
