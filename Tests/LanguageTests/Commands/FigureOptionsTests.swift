import Plotting
import Testing

@testable import Language

struct FigureOptionsTests {
  @Test func whatIsWrittenAround() throws {
    let figure = try drawn(
      "plot z, z^2 for z in 0..1 title=\"t\" xlabel=\"across\" ylabel=up labels=[\"a\", \"b\"]")
    #expect(figure.title == "t" && figure.panels[0].xLabel == "across" && figure.panels[0].yLabel == "up")
    #expect(figure.panels[0].marks.map(\.label) == ["a", "b"])
  }

  @Test func labelsReachEveryPanelAndASingleOneNeedsNoBrackets() throws {
    let run = try drawn(
      "r = train circles loss=bce n=40 epochs=2\nplot r labels=[\"learned\", \"held out\"]")
    for panel in run.panels { #expect(panel.marks.map(\.label) == ["learned", "held out"]) }
    #expect(try drawn("plot [1, 2] labels=\"v\"").panels[0].marks[0].label == "v")
    #expect(try drawn("plot [[1, 2]] labels=\"m\"").panels[0].marks[0].label == "m")
  }

  @Test func rangesAndLogarithms() throws {
    let panel = try #require(
      try drawn("plot z for z in 1..9 xrange=[2, 4] yrange=[1, 100] log=y").panels.first)
    #expect(panel.xRange == 2...4 && panel.yRange == 1...100)
    #expect(panel.yScale == .log && panel.xScale == .linear)
  }

  @Test func whatALogarithmicAxisLeavesOutIsSaid() {
    let text = "2 values of y are not above 0 and left out: a logarithmic axis has no place for them"
    #expect(Script("plot [0, -1, 2, 3] log=y").notes == [text])
    #expect(Script("plot [1, 2, 3] log=x").notes.first?.hasPrefix("1 value of x is not above 0") == true)
    #expect(Script("plot [1, 2, 3] log=y").notes.isEmpty && Script("plot [0, -1]").notes.isEmpty)
  }

  @Test(arguments: [
    "plot [1, 2] labels=3", "plot [1, 2] labels=[\"a\", \"b\"]", "plot [1, 2] labels=[]",
    "plot [1, 2] labels=[1]",
    "plot [1, 2] xrange=[1]", "plot [1, 2] xrange=[2, 1]", "plot [1, 2] xrange=[1, 1]",
    "plot [1, 2] yrange=[0, inf]",
    "plot [1, 2] yrange=[nan, 1]", "plot [1, 2] yrange=3", "plot [1, 2] yrange=[0, 1] log=y",
    "plot [1, 2] xrange=[-1, 1] log=both", "plot [1, 2] log=z", "plot [1, 2] xlabel=3",
  ])
  func mistakes(_ text: String) {
    #expect(failure(text)?.code == .badArgument, "\(text)")
  }

  @Test func aMatrixIsAHeatMapWithItsFirstRowAtTheTop() throws {
    let panel = try #require(try drawn("plot [[1, 2, 3], [4, 5, 6]]").panels.first)
    guard case .heat(_, let grid, _)? = panel.marks.first else { throw FileProblem(reason: "no heat map") }
    #expect(
      grid.values == [1, 2, 3, 4, 5, 6] && grid.xs == [0, 1, 2] && grid.ys == [0, 1] && panel.runsDown)
    #expect(shown("plot [[1, nan], [inf, -inf]]").contains("┌"))
    #expect(!shown("plot [[5]]").isEmpty)
  }
}
