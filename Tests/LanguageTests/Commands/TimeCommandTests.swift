import Testing

@testable import Language

struct TimeCommandTests {
  private func lines(_ text: String) -> [String] { shown(text).split(separator: "\n").map(String.init) }

  @Test func theResultComesAndThenTheTime() throws {
    let shown = lines("time 1 + 2")
    #expect(shown.first == "3" && shown.count == 2)
    #expect(TimingText.isLine(try #require(shown.last)))
    #expect(number("time 1 + 2\nans + 1") == 4)
  }

  @Test func anyLineCanBeTimed() {
    #expect(lines("time x = 3").count == 1)
    #expect(number("time x = 3\nx") == 3)
    #expect(number("time for i in 1..3 { x = i }\nx") == 3)
    #expect(lines("time vars").last.map(TimingText.isLine) == true)
    #expect(lines("time 1; 2").first == "1")
  }

  @Test func whySeesTheTimedExpression() {
    #expect(shown("time bce([1], [0])\nwhy").contains("bce([1], [0]) gives inf"))
  }

  @Test func anErrorPointsIntoTheLine() throws {
    let script = Script("time 1 + nope")
    #expect(script.pointed(try #require(script.errors.first)) == "nope")
  }

  @Test(arguments: ["time", "time  # nothing", "time = 3", "for i in 1..2 { time i }"])
  func withoutALineItIsAnError(_ text: String) {
    #expect(failure(text) != nil)
  }

  @Test func timesAreToldFromOtherLines() {
    #expect(TimingText.isLine("took 3.5 ms") && TimingText.isLine("took 12 s"))
    #expect(
      !TimingText.isLine("took long") && !TimingText.isLine("3.5 ms") && !TimingText.isLine("took x ms"))
    #expect(TimingText.line(.milliseconds(12)) == "took 12 ms")
    #expect(TimingText.line(.microseconds(12)) == "took 0.012 ms")
    #expect(TimingText.line(.seconds(90)) == "took 90 s")
  }
}
