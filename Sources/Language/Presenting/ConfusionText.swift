import Plotting
import Training

/// A confusion matrix as a table and as a heat map.
struct ConfusionText {
  private let run: Run
  private let matrix: ConfusionMatrix
  private let half: DataHalf
  private let names: [String]

  init(_ run: Run, _ matrix: ConfusionMatrix, _ half: DataHalf) {
    (self.run, self.matrix, self.half) = (run, matrix, half)
    // Numbers alone keep the table narrow; names that mean something stand as they are.
    let own = run.data.names.classes
    names = matrix.counts.indices.map { own.indices.contains($0) ? Escaping.visible(own[$0]) : String($0) }
  }

  var pieces: [Piece] {
    [.text(sentence), .table(table)]
  }

  private var sentence: String {
    let accuracy = NumberFormat.text(Double(matrix.right) / Double(max(matrix.total, 1)), digits: 4)
    return
      "\(half.title) of \(run.data.name): \(matrix.right) of \(matrix.total) rows are right, accuracy \(accuracy). "
      + "Rows are the true class, columns the predicted one."
  }

  private var table: Table {
    let rows = matrix.counts.enumerated().map { label, counts in
      [names[label]] + counts.map(String.init) + [share(matrix.recall(label))]
    }
    let precisions = matrix.counts.indices.map { share(matrix.precision($0)) }
    return Table(
      header: ["class"] + names + ["recall"], rows: rows + [["precision"] + precisions])
  }

  private func share(_ value: Double?) -> String { value.map { NumberFormat.text($0, digits: 3) } ?? "-" }

  var figure: Figure {
    let places = matrix.counts.indices.map(Double.init)
    let grid = Grid(xs: places, ys: places, values: matrix.counts.joined().map(Double.init))
    var panel = Panel(
      title: "\(run.objective.name) on \(run.data.name), \(half.rawValue) half", xLabel: "predicted class",
      yLabel: "true class", marks: [.heat(label: "rows", grid: grid)])
    (panel.xNames, panel.yNames) = (names, names)
    panel.runsDown = true
    return Figure(panels: [panel])
  }
}
