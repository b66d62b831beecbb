/// Finds the name that was probably meant.
public enum Suggestions {
  /// The candidate nearest to `name`, if it is near enough to be worth saying.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let folded = Array(name.lowercased().unicodeScalars)
    guard folded.count <= 40 else { return nil }
    let limit = limit(folded.count)
    let near = candidates.compactMap { candidate -> Rank? in
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - folded.count) <= limit else { return nil }
      let distance = distance(folded, other)
      guard distance <= limit else { return nil }
      return Rank(distance: distance, beginsOtherwise: other.first != folded.first, name: candidate)
    }.min()
    if let near, near.distance <= 1 { return near.name }
    return completed(name, candidates) ?? near?.name
  }

  private struct Rank: Comparable {
    let distance: Int
    /// The first letter is seldom the wrong one.
    let beginsOtherwise: Bool
    let name: String

    /// Small letters win over capitals at the same distance: `mse` over `MSE`.
    static func < (a: Rank, b: Rank) -> Bool {
      if a.distance != b.distance { return a.distance < b.distance }
      if a.beginsOtherwise != b.beginsOtherwise { return b.beginsOtherwise }
      let (aIsSmall, bIsSmall) = (a.name == a.name.lowercased(), b.name == b.name.lowercased())
      return aIsSmall == bIsSmall ? a.name < b.name : aIsSmall
    }
  }

  /// How many slips of the finger are believed. Of one or two letters none: too many words would be as near.
  private static func limit(_ length: Int) -> Int {
    length <= 2 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : 3
  }

  /// The shortest candidate that goes on where the name stops: `cross` for `cross_entropy`.
  private static func completed(_ name: String, _ candidates: some Sequence<String>) -> String? {
    guard name.count >= 3 else { return nil }
    return candidates.lazy.filter { $0.hasPrefix(name) }.min { ($0.count, $0) < ($1.count, $1) }
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words
  /// (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
