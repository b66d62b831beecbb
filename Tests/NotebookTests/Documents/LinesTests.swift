import Testing

@testable import Notebook

@Suite struct LinesTests {
  @Test func linesEndInEachWay() {
    #expect("a\nb\r\nc\rd".lines == ["a", "b", "c", "d"])
    #expect("a\n\r\n".lines == ["a", "", ""] && "".lines == [""])
  }

  @Test(arguments: ["a\nb\r\nc\rd", "a\n", "\n\n", "\r", "a\r\n\r\nb", "\u{301}\n\u{301}"])
  func linesWithTheirEndsAreTheText(_ text: String) {
    let lines = text.linesWithEnds
    #expect(lines.joined() == text)
    let isOpen = lines.last?.withoutLineEnd == lines.last
    #expect(lines.map(\.withoutLineEnd) + (isOpen ? [] : [""]) == text.lines)
  }

  @Test func nothingHasNoLineWithAnEnd() { #expect("".linesWithEnds.isEmpty) }
}

@Suite struct FenceTests {
  @Test(arguments: [
    ("x", "```"), ("a ``` b", "```"), ("```", "````"), ("x\n  `````\n", "``````"), ("x\r```", "````"),
  ])
  func fenceIsLongerThanThoseInside(_ text: String, _ fence: String) { #expect(Fence.around(text) == fence) }
}

@Suite struct UniqueNamesTests {
  @Test func takenNamesGetANumber() {
    var names = UniqueNames(firstNumber: 2)
    #expect(["a", "a", "b", "a", "a-2"].map { names.take($0) } == ["a", "a-2", "b", "a-3", "a-2-2"])
  }

  /// Each search begins where the last one ended.
  @Test func manyOfOneNameAreNoTrouble() {
    var names = UniqueNames(firstNumber: 1)
    for _ in 0..<100_000 { _ = names.take("a") }
    #expect(names.take("a") == "a-100000")
  }

  @Test func headingsAreNamedAsOnGitHub() {
    var anchors = Anchors()
    #expect(
      ["The *end*, of: it", "A_b - c", "x", "x", "x 1", "???", "!"].map { anchors.next($0) } == [
        "the-end-of-it", "a_b---c", "x", "x-1", "x-1-1", "", "",
      ])
  }
}
