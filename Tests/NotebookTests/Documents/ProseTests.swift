import Testing

@testable import Notebook

@Suite struct ProseTests {
  @Test func commentsAreNotShown() {
    #expect(Prose("It is 5<!-- = 2 + 3 --> or *6*<!-- = 6 -->.").shownSource == "It is 5 or *6*.")
    #expect(Prose("a\n\n<!-- b -->\n\nc\n").shownSource == "a\n\nc")
    #expect(Prose("<!-- b -->\n\nc\n").shownSource == "c")
  }

  @Test(arguments: [
    "`<!-- = x -->` is a claim", "a <b>c</b> d", "```\n<!-- x -->\n```", "", "*a*\n\n- b\n  - c",
  ])
  func everythingElseStays(_ source: String) { #expect(Prose(source).shownSource == source) }
}
