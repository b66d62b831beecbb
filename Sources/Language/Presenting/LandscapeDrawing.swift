import Plotting
import Training

/// The loss over a plane of weights, with the place where the run ended and the lowest there is.
struct LandscapeDrawing {
  private let run: Run
  private let landscape: LossLandscape
  private let grid: Grid
  /// The index of the lowest finite loss.
  private let lowest: Int?

  init(_ run: Run, _ landscape: LossLandscape) {
    self.run = run
    self.landscape = landscape
    grid = Grid(xs: landscape.places, ys: landscape.places, values: landscape.losses)
    lowest = landscape.losses.indices.filter { landscape.losses[$0].isFinite }
      .min { landscape.losses[$0] < landscape.losses[$1] }
  }

  private func place(_ index: Int) -> (x: Double, y: Double) {
    let (row, column) = index.quotientAndRemainder(dividingBy: landscape.places.count)
    return (landscape.places[column], landscape.places[row])
  }

  var figure: Figure {
    var marks: [Mark] = [
      .heat(label: "training loss", grid: grid, scale: scale),
      .contour(grid: grid, levels: grid.contourLevels(5)),
      .points(label: "where the run ended", x: [0], y: [0]),
    ]
    if let lowest, place(lowest) != (0, 0) {
      marks.append(.points(label: "lowest here", x: [place(lowest).x], y: [place(lowest).y]))
    }
    return Figure(
      panels: [
        Panel(
          title: "\(run.objective.name) on \(run.data.name)", xLabel: "first direction",
          yLabel: "second direction", marks: marks)
      ])
  }

  /// Where the loss spans powers of ten, equal steps of it would show nothing but the walls.
  private var scale: Plotting.Scale {
    let finite = landscape.losses.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low > 0 else { return .linear }
    return high / low > 5 ? .log : .linear
  }

  var pieces: [Piece] {
    guard let lowest else { return [.text("The loss is not a finite number anywhere here.")] }
    let low = NumberFormat.text(landscape.losses[lowest], digits: 4)
    let middle = landscape.losses[landscape.losses.count / 2]
    let place = place(lowest)
    var text = "Where the run ended the training loss is \(NumberFormat.text(middle, digits: 4))"
    if landscape.places.count % 2 == 0 { text = "The run ended between the four middle places" }
    if place == (0, 0) {
      text += ", the lowest of the plane."
    } else {
      let (x, y) = (NumberFormat.text(place.x, digits: 2), NumberFormat.text(place.y, digits: 2))
      text += "; the lowest of the plane is \(low), at (\(x), \(y))."
    }
    let highest = landscape.losses.filter(\.isFinite).max() ?? .nan
    return [.text(text + " The highest is \(NumberFormat.text(highest, digits: 4)).")]
  }
}
