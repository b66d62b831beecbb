import Language
import Testing

@testable import Notebook

@Suite struct SessionTests {
  @Test func cellsAreNumbered() {
    let session = Session(host: .isolated)
    var seen: [Int] = []
    session.run(SourceText("1\n2; 3\n")) {
      seen.append($0.number)
      return true
    }
    #expect(seen == Array(1...seen.count))
    #expect(session.nextNumber == seen.count + 1)
  }

  @Test func receiverStopsTheRun() {
    let session = Session(host: .isolated)
    session.run(SourceText("1\n2\n3\n")) { $0.number < 2 }
    #expect(session.cellCount == 2)
  }

  @Test func mistakesOfWritingAreCellsToo() {
    let session = Session(host: .isolated)
    var results: [CellResult] = []
    session.run(SourceText("1\n2 +* 3\n4\n")) {
      results.append($0)
      return true
    }
    #expect(results.map { $0.outcome.error == nil } == [true, false, true])
    #expect(results[1].input == "2 +* 3")
  }

  @Test(arguments: ["[1,", "f(1", "for i in 1..3 {", "x = [1\n", "(", "a = 1; [2,", "\"("])
  func openBracketsWantMore(_ text: String) {
    #expect(Session(host: .isolated).isIncomplete(text))
  }

  @Test(arguments: ["", "1", "[1]", "1 +* 2", ")", "# ("])
  func othersDoNot(_ text: String) {
    #expect(!Session(host: .isolated).isIncomplete(text))
  }

  @Test func promptsLineUp() {
    for number in [1, 10, 1234] {
      let (first, second) = (
        CellPrompt.text(number, continues: false), CellPrompt.text(number, continues: true)
      )
      #expect(first == "[\(number)]> " && first.count == second.count && second.hasSuffix(".> "))
    }
  }
}
