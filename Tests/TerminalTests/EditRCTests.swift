import Testing

@testable import Terminal

@Suite struct EditRCTests {
  @Test func modeIsTakenApartFromTheRest() {
    let settings = EditRC("bind -v\n# bind -e\n\n  lossbook:bind \"^X\" ed-newline\nedit off")
    #expect(settings.mode == "vi")
    #expect(settings.commands == [["lossbook:bind", "^X", "ed-newline"]])
  }

  @Test func namedKeysBecomeOurs() {
    #expect(EditRC("bind -k up ed-prev-line").commands == [["bind", VirtualKey.up.name, "ed-prev-line"]])
  }

  @Test func boundSequencesAreKnown() {
    #expect(
      EditRC("bind '^[[A' x\nbind '\\e[5~' y\nbind ^X z").boundSequences == [
        Array("\u{1b}[A".utf8), Array("\u{1b}[5~".utf8),
      ])
  }

  @Test(arguments: ["bind", "bind -k", "bind -k up", "'", "\"a", ":", "\u{0}", "bind \\"])
  func brokenLinesAreHarmless(_ text: String) {
    #expect(EditRC(text).boundSequences.isEmpty)
  }
}
