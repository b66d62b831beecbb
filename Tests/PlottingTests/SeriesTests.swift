import Testing

@testable import Plotting

@Suite("Series")
struct SeriesTests {
  @Test("Marks of one name share a colour, others have their own, an unnamed reference line has none")
  func colors() {
    let panel = Panel(marks: [
      .band(label: "a", x: [], low: [], high: []), .line(label: "a", x: [], y: []), .horizontal(y: 0),
      .line(label: "b", x: [], y: []), .line(x: [], y: []), .vertical(label: "v", x: 1),
    ])
    #expect(panel.series.map(\.color) == [0, 0, nil, 1, 2, 3])
    #expect(panel.series.map(\.rank) == [0, 0, 0, 1, 2, 1])
  }

  @Test("A legend has each name once, and a line speaks for its band")
  func legend() {
    let panel = Panel(marks: [
      .band(label: "a", x: [], low: [], high: []), .line(label: "b", x: [], y: []),
      .line(label: "a", x: [], y: []), .line(x: [], y: []),
    ])
    #expect(panel.legend.map(\.label) == ["a", "b"])
    #expect(panel.legend.map(\.series.mark.kind) == [.line, .line])
  }

  @Test("One name alone stands above the axis and needs no legend")
  func only() {
    let panel = Panel(marks: [.line(label: "mse", x: [], y: [])])
    #expect(panel.heading == "mse")
    #expect(!panel.needsLegend)
    #expect(Panel(yLabel: "loss", marks: panel.marks).needsLegend)
    #expect(!Panel(title: "mse", marks: panel.marks).needsLegend)
  }
}
