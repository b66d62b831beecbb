import Plotting
import Testing

@testable import Language

struct DescentDrawingTests {
  @Test func oneVariableIsACurveWithSteps() throws {
    let panel = try #require(try drawn("w = 4\nm = minimize (w - 1)^2 over w lr=0.3\nplot m").panels.first)
    guard case .line(let label, let x, let y) = panel.marks[0],
      case .points(_, let steps, let heights) = panel.marks[1]
    else { return #expect(Bool(false)) }
    #expect(label == "(w - 1)^2" && panel.xLabel == "w")
    #expect((x.first ?? 9) < 1 && (x.last ?? 0) > 4)
    #expect(zip(x, y).allSatisfy { isNear($1, ($0 - 1) * ($0 - 1)) })
    #expect(steps.first == 4 && heights.first == 9)
  }

  @Test func twoNumbersAreContoursWithAPath() throws {
    for script in [
      "a = 2; b = 2\nm = minimize (a - 1)^2 + 3*b^2 over a, b\nplot m",
      "w = [2, 2]\nm = minimize (w[0] - 1)^2 + 3*w[1]^2 over w\nplot m",
    ] {
      let panel = try #require(try drawn(script).panels.first)
      guard case .contour(_, let grid, let levels) = panel.marks[0],
        case .line(let label, let px, _) = panel.marks[1]
      else { return #expect(Bool(false)) }
      #expect(label == "path" && px.first == 2 && levels.count > 3)
      for (j, y) in grid.ys.enumerated() {
        for (i, x) in grid.xs.enumerated() {
          #expect(isNear(grid.value(column: i, row: j), (x - 1) * (x - 1) + 3 * y * y))
        }
      }
    }
  }

  @Test func moreNumbersLeaveTheValues() throws {
    let panel = try #require(try drawn("w = [1, 2, 3]\nm = minimize sum(w^2) over w\nplot m").panels.first)
    #expect(panel.xLabel == "step" && panel.marks.count == 1)
  }

  @Test func namesMeanWhatTheyMeantThen() throws {
    let panel = try #require(
      try drawn("k = 2; w = 4\nm = minimize k * w^2 over w\nk = \"gone\"\nplot m").panels.first)
    guard case .points(_, _, let heights) = panel.marks[1] else { return #expect(Bool(false)) }
    #expect(heights.first == 32)
    #expect(shown("k = 2; w = 4\nm = minimize k * w^2 over w\nk = \"gone\"\nplot m\nk") == "\"gone\"")
  }

  @Test func aDescentThatRanAwayIsDrawnByItsBeginning() throws {
    let panel = try #require(try drawn("w = 4\nm = minimize (w - 1)^2 over w lr=1.2\nplot m").panels.first)
    guard case .points(_, let x, _) = panel.marks[1] else { return #expect(Bool(false)) }
    #expect(x.count == 6 && x.allSatisfy { abs($0) < 100 })
  }
}
