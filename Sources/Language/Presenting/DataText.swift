import Plotting
import Training

/// A data set as it is shown: what it holds, a table of its columns, and a picture.
enum DataText {
  /// - Parameter report: what was said while it was made.
  static func pieces(_ data: Dataset, _ report: [Piece] = []) -> [Piece] {
    let summary = data.summary
    return [.text(facts(data, summary))] + report + remarks(data) + [.table(table(data, summary))]
      + classTable(data) + [.figure(DataFigure.figure(data))]
  }

  private static func facts(_ data: Dataset, _ summary: DatasetSummary) -> String {
    let name = DataFileText.name(data.name)
    var facts = "\(name): \(data.rows) rows of \(counted(data.columns, "feature")); "
    facts += "the first \(summary.trainRows) train, the other \(summary.testRows) test. "
    let target = DataFileText.name(data.names.target)
    let subject = target == "y" ? "The target" : "The target \(target)"
    switch data.kind {
    case .regression: facts += "\(subject) is a number."
    case .classes(let count): facts += "\(subject) is one of \(count) classes."
    }
    return facts + data.origin.steps.map(sentence).joined()
  }

  private static func sentence(_ step: DatasetOrigin.Step) -> String {
    func percent(_ share: Double) -> String { NumberFormat.text(100 * share, digits: 4) + "%" }
    switch step {
    case .split(_, nil): return ""
    case .split(_, let seed?): return " The rows were mixed (seed \(seed))."
    case .standardised(.all): return " Standardised over all rows."
    case .standardised(.training): return " Standardised by the training rows."
    case .outliers(let share, _): return " \(percent(share)) of the training targets were moved far away."
    case .labelNoise(let share, _): return " \(percent(share)) of the training rows got a wrong class."
    }
  }

  /// Of fewer rows two halves differ for no reason.
  private static let fewRows = 20

  /// What makes the division into training and test rows doubtful.
  private static func remarks(_ data: Dataset) -> [Piece] {
    let remedy = "shuffle=on mixes the rows before they are divided."
    if case .classes(let count) = data.kind {
      let seen = Set(data.targets[data.trainRows])
      if let unseen = (0..<count).first(where: { !seen.contains(Double($0)) }) {
        let label = DataFileText.name(data.names.label(unseen))
        return [.text("No training row is of \(label), so it cannot be learned: \(remedy)", .muted)]
      }
      return []
    }
    let (train, test) = (data.summary(data.trainRows), data.summary(data.testRows))
    guard data.rows >= fewRows, abs(train.mean - test.mean) > data.summary.target.deviation else { return [] }
    let (a, b) = (NumberFormat.text(train.mean, digits: 4), NumberFormat.text(test.mean, digits: 4))
    return [
      .text(
        "The targets are \(a) on average in the training rows and \(b) in the test rows: \(remedy)", .muted)
    ]
  }

  private static func table(_ data: Dataset, _ summary: DatasetSummary) -> Table {
    func row(_ name: String, _ c: DatasetSummary.Column) -> [String] {
      // What rounding left of a mean of 0 says nothing.
      let mean = abs(c.mean) < 1e-12 * c.deviation ? 0 : c.mean
      return [DataFileText.name(name)]
        + [mean, c.deviation, c.minimum, c.maximum].map { NumberFormat.text($0, digits: 4) }
    }
    let shown = data.names.features.isEmpty ? 5 : 12
    var rows = summary.features.prefix(shown).enumerated().map { row(data.names.feature($0), $1) }
    if summary.features.count > shown { rows.append(["...", "", "", "", ""]) }
    if data.kind == .regression { rows.append(row(data.names.target, summary.target)) }
    return Table(header: ["column", "mean", "std", "min", "max"], rows: rows)
  }

  /// The most classes whose sizes are told one by one.
  private static let mostClasses = 10

  private static func classTable(_ data: Dataset) -> [Piece] {
    guard case .classes(let count) = data.kind else { return [] }
    func sizes(_ rows: Range<Int>) -> [Int] {
      data.targets[rows].reduce(into: [Int](repeating: 0, count: count)) { counts, target in
        if let label = Int(exactly: target) { counts[label] += 1 }
      }
    }
    let (train, test) = (sizes(data.trainRows), sizes(data.testRows))
    var rows = (0..<min(count, mostClasses)).map { label in
      [DataFileText.name(data.names.label(label)), "\(train[label])", "\(test[label])"]
    }
    if count > mostClasses { rows.append(["...", "", ""]) }
    return [.blank, .table(Table(header: ["class", "train", "test"], rows: rows))]
  }
}
