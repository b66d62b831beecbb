import Testing

@testable import Plotting

@Suite("Naming series")
struct NamingTests {
  private let panel = Panel(marks: [
    .band(label: "a", x: [0], low: [0], high: [1]), .line(label: "a", x: [0], y: [0]), .line(x: [0], y: [0]),
    .horizontal(y: 0), .vertical(label: "v", x: 0),
  ])

  @Test("One name for each entry of the legend and each mark without one")
  func names() {
    #expect(panel.nameCount == 3)
    #expect(panel.named(["x", "y", "z"])?.marks.map(\.label) == ["x", "x", "y", nil, "z"])
    #expect(panel.named(["x"]) == nil && Panel().nameCount == 0)
  }

  @Test("Every kind of mark takes a name and stays what it is")
  func marks() {
    let grid = Grid(xs: [0], ys: [0], values: [1])
    let marks: [Mark] = [
      .line(x: [1], y: [2]), .points(x: [1], y: [2]), .band(x: [1], low: [2], high: [3]), .heat(grid: grid),
      .contour(grid: grid, levels: [1]), .region(grid: grid), .bars(names: ["a"], values: [1]),
      .horizontal(y: 1),
      .vertical(x: 1),
    ]
    for mark in marks { #expect(mark.named("n").label == "n" && mark.named("n").kind == mark.kind) }
  }
}
