import Plotting
import Training

/// A data set as it is shown: what it holds, and a picture where it has two features.
enum DataText {
  static func pieces(_ data: Dataset) -> [Piece] {
    let summary = data.summary
    var facts = "\(data.name): \(data.rows) rows of \(counted(data.columns, "feature")); "
    facts += "the first \(summary.trainRows) train, the other \(summary.testRows) test. "
    switch data.kind {
    case .regression: facts += "The target is a number."
    case .classes(let count):
      let sizes = summary.classCounts.enumerated().map { "\($1) of class \($0)" }.joined(separator: ", ")
      facts += "The target is one of \(count) classes: \(sizes)."
    }
    return [.text(facts), .table(table(summary))] + (data.columns == 2 ? [.figure(scatter(data))] : [])
  }

  private static func table(_ summary: DatasetSummary) -> Table {
    func row(_ name: String, _ c: DatasetSummary.Column) -> [String] {
      // What rounding left of a mean of 0 says nothing.
      let mean = abs(c.mean) < 1e-12 * c.deviation ? 0 : c.mean
      return [name] + [mean, c.deviation, c.minimum, c.maximum].map { NumberFormat.text($0, digits: 4) }
    }
    var rows = summary.features.prefix(5).enumerated().map { row("x[\($0)]", $1) }
    if summary.features.count > 5 { rows.append(["...", "", "", "", ""]) }
    rows.append(row("y", summary.target))
    return Table(header: ["column", "mean", "std", "min", "max"], rows: rows)
  }

  static func scatter(_ data: Dataset) -> Figure {
    let classes: Int = if case .classes(let count) = data.kind { count } else { 1 }
    let marks: [Mark] = (0..<classes).map { label in
      let rows = (0..<data.rows).filter { classes == 1 || data.targets[$0] == Double(label) }
      return .points(
        label: classes == 1 ? nil : "class \(label)", x: rows.map { data.features[$0 * data.columns] },
        y: rows.map { data.features[$0 * data.columns + 1] })
    }
    return Figure(title: nil, panels: [Panel(title: data.name, xLabel: "x[0]", yLabel: "x[1]", marks: marks)])
  }
}
