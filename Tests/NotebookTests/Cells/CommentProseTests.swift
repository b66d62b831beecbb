import Testing

@testable import Notebook

@Suite struct CommentProseTests {
  @Test func linesThatFollowEachOtherAreAParagraph() {
    #expect(
      CommentProse.paragraphs("# One\n# two\n\n  #three\n#\n# four\n") == ["One\ntwo", "three\n\nfour"])
  }

  @Test func oneMarkGoesAndTheRestIsMarkdown() {
    #expect(CommentProse.paragraphs("## Results\n# - a\n#  b") == ["# Results\n- a\n b"])
  }

  @Test(arguments: ["", "\n\n", "#", "# \n#", "#!/usr/bin/env lossbook"])
  func nothingIsNoProse(_ text: String) { #expect(CommentProse.paragraphs(text).isEmpty) }

  @Test func fencesCannotOpenABlock() {
    #expect(CommentProse.paragraphs("# ```loss\n# ~~~") == ["\\```loss\n\\~~~"])
  }

  @Test func codeStandsBehindItsComments() {
    #expect(CommentProse.withoutLeading("\n# a\n1 +* 2 # b\n") == "1 +* 2 # b")
  }
}
