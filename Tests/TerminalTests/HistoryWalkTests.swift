import Testing

@testable import Terminal

@Suite struct HistoryWalkTests {
  private func walk(_ entries: String...) -> HistoryWalk {
    var walk = HistoryWalk()
    for entry in entries { _ = walk.add(entry) }
    walk.restart()
    return walk
  }

  @Test func repeatedEntryIsKeptOnce() {
    #expect(walk("a", "a", "b", "a", "c", "b").entries == ["a", "c", "b"])
  }

  @Test func goesBackAndComesBackToTheLine() {
    var walk = walk("a", "b")
    #expect(walk.later(than: "x") == nil)
    #expect(walk.earlier(than: "x") == "b")
    #expect(walk.earlier(than: "b") == "a")
    #expect(walk.earlier(than: "a") == nil)
    #expect(walk.later(than: "a") == "b")
    #expect(walk.later(than: "b") == "x")
    #expect(walk.later(than: "x") == nil)
  }

  @Test func prefixSkipsOthers() {
    var walk = walk("mse(1)", "bce(1)", "mse(2)")
    #expect(walk.earlier(than: "ms", prefix: "ms") == "mse(2)")
    #expect(walk.earlier(than: "mse(2)", prefix: "ms") == "mse(1)")
    #expect(walk.later(than: "mse(1)", prefix: "ms") == "mse(2)")
    #expect(walk.later(than: "mse(2)", prefix: "ms") == "ms")
  }
}
