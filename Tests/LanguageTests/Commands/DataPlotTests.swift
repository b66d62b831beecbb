import Plotting
import Testing

@testable import Language

/// What `plot d` draws of a data set.
struct DataPlotTests {
  @Test func numbersOverTheStrongestFeatureWithTheirHistogram() throws {
    let figure = try drawn(
      "d = data regression n=50 features=3 informative=1 noise=0 shuffle=off\nplot d")
    #expect(figure.panels.count == 2)
    #expect(figure.panels[0].xLabel == "x[0]" && figure.panels[0].yLabel == "y")
    guard case .bars(_, let names, let values)? = figure.panels[1].marks.first else {
      Issue.record("no histogram")
      return
    }
    #expect(names.count == 10 && values.reduce(0, +) == 50)
  }

  @Test func classesOverTwoFeatures() throws {
    let figure = try drawn("d = data blobs n=50 features=4\nplot d")
    #expect(figure.panels.count == 1 && figure.panels[0].marks.count == 3)
    let many = try drawn("d = data blobs n=50 centers=20\nplot d")
    #expect(many.panels[0].marks.count == 9 && many.panels[0].marks.last?.label == "others")
    #expect(try drawn("d = data blobs n=50 features=1\nplot d").panels[0].yLabel == "y")
  }

  @Test(arguments: [
    ("x=2", "x[2]", "y"), ("x=0 y=3", "x[0]", "x[3]"), ("y=0", "x[1]", "x[0]"), ("x=1 y=y", "x[1]", "y"),
  ])
  func columnsMayBeChosen(_ options: String, _ x: String, _ y: String) throws {
    let panel = try drawn("d = data blobs n=50 features=4\nplot d \(options)").panels[0]
    #expect(panel.xLabel == x && panel.yLabel == y)
  }

  @Test(arguments: ["x=4", "x=-1", "x=1.5", "x=age", "y=[1, 2]"]) func columnsThatAreNotThere(
    _ options: String
  ) {
    #expect(failure("d = data blobs n=50 features=4\nplot d \(options)") != nil)
  }

  @Test func upwardsGoesWithDataOnly() {
    #expect(failure("plot [1, 2] y=3")?.hint == "such as plot d x=0 y=1")
    #expect(failure("plot z for z in 1..2 y=3") != nil)
  }

  @Test func pointsOfVectorsStayAsTheyWere() throws {
    let figure = try drawn("d = data moons n=20\nplot d.y x=d.x[.., 0]")
    #expect(figure.panels[0].marks.count == 1)
  }
}
