import Plotting
import Testing

@Suite("Summaries")
struct SummaryTests {
  private func summary(_ marks: Mark..., title: String? = nil) -> String {
    Figure(panels: [Panel(title: title, marks: marks)]).summary
  }

  @Test("A line: start, end and the extremes that are at neither")
  func line() {
    let mark = Mark.line(label: "train", x: [1, 100, 180, 200], y: [0.693, 0.5, 0.369, 0.37])
    #expect(summary(mark) == "train: from 0.693 at 1 to 0.37 at 200, lowest 0.369 at 180")
    #expect(
      summary(.line(x: [0, 1, 2], y: [0, 3, 1]), title: "f") == "f: from 0 at 0 to 1 at 2, highest 3 at 1")
  }

  @Test("A line with gaps, a constant one, a single value")
  func special() {
    #expect(summary(.line(x: [0, 1, 2], y: [1, .nan, 2])) == "from 1 at 0 to 2 at 2, 1 value missing")
    #expect(summary(.line(x: [0, 1, 2], y: [0.5, 0.5, 0.5])) == "0.5 throughout, from 0 to 2")
    #expect(summary(.line(x: [3], y: [7])) == "one value, 7 at 3")
    #expect(summary(.line(x: [0, 1], y: [.infinity, 2])) == "from inf at 0 to 2 at 1")
  }

  @Test("Points, bars, a band and reference lines")
  func others() {
    #expect(
      summary(.points(label: "class 0", x: [0, 2, .nan], y: [5, -1, 0]))
        == "class 0: 2 points, across from 0 to 2, up from -1 to 5")
    #expect(summary(.bars(names: ["a", "b"], values: [1, 2.5])) == "a 1, b 2.5")
    #expect(
      summary(.horizontal(y: 1), .vertical(label: "chance", x: 0.5)) == """
        a horizontal line at 1
        chance: a vertical line at 0.5
        """)
    #expect(
      summary(.band(x: [0, 1], low: [0, 1], high: [2, 3]))
        == "a band; its lower edge from 0 at 0 to 1 at 1; its upper edge from 2 at 0 to 3 at 1")
  }

  @Test("A heat map: where it is lowest and highest")
  func heat() {
    let grid = Grid(xs: [0, 1], ys: [5, 6], values: [3, .nan, 0.25, 8])
    #expect(
      summary(.heat(label: "loss", grid: grid))
        == "loss: lowest 0.25 at (0, 6), highest 8 at (1, 6), 1 value missing")
    #expect(summary(.heat(grid: Grid(xs: [3], ys: [5], values: [7]))) == "one value, 7 at (3, 5)")
    #expect(summary(.heat(grid: Grid(xs: [3, 4], ys: [5], values: [7, 7]))) == "7 throughout")
    #expect(summary(.heat(grid: Grid(xs: [3], ys: [5], values: [.nan]))) == "nothing to draw")
    #expect(summary(.heat(grid: Grid(xs: [], ys: [], values: []))) == "nothing to draw")
  }

  @Test("Contour lines: their heights")
  func contours() {
    let grid = Grid(xs: [0, 1], ys: [0, 1], values: [0, 1, 0, 1])
    #expect(
      summary(.contour(label: "f", grid: grid, levels: [0.25, 0.5, 0.75, 9]))
        == "f: contour lines at 0.25, 0.5 and 0.75; lowest 0 at (0, 0), highest 1 at (1, 0)")
    #expect(summary(.contour(grid: grid, levels: [0.5])) == "a contour line at 0.5")
    #expect(summary(.contour(grid: grid, levels: [9])) == "nothing to draw")
    #expect(
      summary(.heat(grid: grid), .contour(grid: grid, levels: [0.25, 0.5])) == """
        lowest 0 at (0, 0), highest 1 at (1, 0)
        contour lines at 0.25 and 0.5
        """)
    #expect(summary(.region(grid: grid), .contour(grid: grid, levels: [0])) == "50% of the area")
  }

  @Test("A region: its share, and neither none nor all of what is only nearly so")
  func regions() {
    func share(_ inside: Int, of count: Int) -> String {
      let values = (0..<count).map { $0 < inside ? 1.0 : -1 }
      return summary(
        .region(label: "class 1", grid: Grid(xs: (0..<count).map(Double.init), ys: [0], values: values)))
    }
    #expect(share(1, of: 4) == "class 1: 25% of the area")
    #expect(share(1, of: 1000) == "class 1: less than 1% of the area")
    #expect(share(999, of: 1000) == "class 1: more than 99% of the area")
    #expect(share(0, of: 4) == "class 1: 0% of the area" && share(4, of: 4) == "class 1: 100% of the area")
  }

  @Test("Nothing to draw is said")
  func nothing() {
    #expect(summary() == "nothing to draw")
    #expect(Figure(panels: []).summary == "nothing to draw")
    #expect(summary(.line(x: [1], y: [.nan]), title: "loss") == "loss: nothing to draw")
  }

  @Test("A name cannot break the sentence into lines or move the cursor")
  func hostile() {
    #expect(summary(.line(label: "a\n\u{1B}[2J", x: [3], y: [7])) == "a  [2J: one value, 7 at 3")
  }
}
