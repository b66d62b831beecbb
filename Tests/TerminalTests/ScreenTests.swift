import Testing

@testable import Terminal

@Suite struct ScreenTests {
  private func environment(_ values: [String: String]) -> Screen.Environment { { values[$0] } }

  @Test func sizeComesFromTheKernelFirst() {
    let size = Screen.size(fromKernel: (100, 30), environment: environment(["COLUMNS": "50"]))
    #expect(size == (100, 30))
  }

  @Test(arguments: [
    ([:], 80, 24), (["COLUMNS": "50", "LINES": "10"], 50, 10), (["COLUMNS": "-3", "LINES": "x"], 80, 24),
    (["COLUMNS": "99999999999999999999"], 80, 24),
  ])
  func sizeFallsBack(_ values: [String: String], _ columns: Int, _ rows: Int) {
    #expect(Screen.size(fromKernel: nil, environment: environment(values)) == (columns, rows))
    #expect(Screen.size(fromKernel: (0, 0), environment: environment(values)) == (columns, rows))
  }

  @Test func pipeHasTheFallbackSizeAndNoColour() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(!Screen.isTerminal(ends[1]))
    #expect(kernelWindowSize(ends[1]) == nil)
    ends.forEach { close($0) }
  }

  @Test(arguments: [
    (["TERM": "xterm"], true, true), (["TERM": "xterm"], false, false), (["TERM": "dumb"], true, false),
    ([:], true, false), (["TERM": "xterm", "NO_COLOR": "1"], true, false),
    (["TERM": "xterm", "NO_COLOR": ""], true, true), (["CLICOLOR_FORCE": "1"], false, true),
    (["CLICOLOR_FORCE": "0"], false, false), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
  ])
  func colourFollowsTheEnvironment(_ values: [String: String], _ isTerminal: Bool, _ expected: Bool) {
    #expect(Screen.supportsColour(isTerminal: isTerminal, environment: environment(values)) == expected)
  }

  @Test func localeIsUTF8AfterSetUp() {
    setUpLocale()
    #expect(Screen.usesUTF8)
  }
}
