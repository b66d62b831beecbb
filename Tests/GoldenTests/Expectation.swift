/// Compares what came with lines in which `...` stands for anything.
enum Expectation {
  static func agree(_ expected: [String], _ text: String) -> Bool {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The end of the last line; without it the last line is not the one that is expected.
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "\\ no line end" }
    return agree(expected[...], lines[...])
  }

  private static func agree(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = expected.dropFirst()
    if first == "..." {
      return (actual.startIndex...actual.endIndex).contains { agree(rest, actual[$0...]) }
    }
    guard let line = actual.first, lineAgrees(first, line) else { return false }
    return agree(rest, actual.dropFirst())
  }

  private static func lineAgrees(_ expected: String, _ actual: String) -> Bool {
    expected.hasSuffix("...") ? actual.hasPrefix(expected.dropLast(3)) : expected == actual
  }
}
