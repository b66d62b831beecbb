import Testing

@testable import Terminal

@Suite struct CompletionTests {
  private func step(_ text: String, _ start: Int, _ names: String...) -> CompletionStep {
    let candidates = names.map { Candidate(text: $0, suffix: "(") }
    return CompletionStep(Completion(start: start, candidates: candidates), before: text)
  }

  @Test func onlyCandidateReplacesTheWord() {
    #expect(step("1 + ms", 4, "mse") == .replace(removing: 2, with: "mse("))
    #expect(step("1 + MS", 4, "mse") == .replace(removing: 2, with: "mse("))
  }

  @Test func severalCandidatesGiveWhatTheyShare() {
    #expect(step("m", 0, "mean", "median") == .replace(removing: 1, with: "me"))
    #expect(
      step("me", 0, "mean", "median") == .list(["mean", "median"].map { Candidate(text: $0, suffix: "(") }))
    #expect(
      step("x", 0, "mean", "median") == .list(["mean", "median"].map { Candidate(text: $0, suffix: "(") }))
  }

  @Test func impossibleStartsAreHarmless() {
    #expect(step("ab", 99, "c") == .replace(removing: 0, with: "c("))
    #expect(step("ab", -1, "c") == .replace(removing: 2, with: "c("))
    #expect(step("ab", 0) == .nothing)
  }

  @Test func listIsAlignedAndCutToTheScreen() {
    setUpLocale()
    let candidates = [
      Candidate(text: "métrique", note: "une\nnote"), Candidate(text: "漢", note: "wide\u{1b}[2J"),
    ]
    #expect(listing(candidates, columns: 80, rows: 24) == ["métrique  une", "漢        wide\\u{1b}[2J"])
    #expect(listing(candidates, columns: 12, rows: 24) == ["métrique  …", "漢        …"])
  }

  @Test func longListTakesHalfTheScreen() {
    let candidates = (1...40).map { Candidate(text: "c\($0)") }
    let lines = listing(candidates, columns: 80, rows: 10)
    #expect(lines == ["c1", "c2", "c3", "c4", "… and 36 more"])
    #expect(listing(candidates, columns: 1, rows: 1).count == 2)
  }
}
