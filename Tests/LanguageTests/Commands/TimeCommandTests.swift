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

  @Test func aLineIsRunAgainAndAgain() throws {
    let script = Script("n = 0\ntimeit n = n + 1\nn")
    let line = script.outcomes[1].pieces.plainText(Layout(width: 80))
    #expect(TimingText.isLine(line))
    let words = line.split(separator: " ")
    let runs = try #require(words.count > 5 ? Int(words[5]) : nil)
    #expect(runs >= 3 && script.shown() == String(runs))
    #expect(lines("timeit plot x for x in 0..1").count == 1)
    #expect(Script("timeit quit").outcomes.last?.request == .quit)
  }

  @Test func remarksAreMadeOnce() {
    #expect(Script("timeit mean(mse([1, 2], [2, 4]))").notes.count == 1)
  }

  @Test(arguments: ["timeit", "timeit = 3", "timeit nope", "for i in 1..2 { timeit i }"])
  func onlyALineCanBeRepeated(_ text: String) { #expect(failure(text) != nil) }

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
    let several = TimingText.line([.milliseconds(1), .milliseconds(3), .milliseconds(2)])
    #expect(several == "took 2 ms: median of 3 runs, the middle half 1.5 to 2.5 ms")
    #expect(
      TimingText.isLine(several) && !TimingText.isLine("took 2 ms: about") && TimingText.line([]).isEmpty)
  }
}
