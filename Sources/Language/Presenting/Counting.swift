/// A number with what it counts, such as `1 cell` and `2 cells`.
public func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// Words in a row, such as `mse, mae and huber`.
/// - Parameter conjunction: what stands before the last one.
public func listed(_ words: [String], _ conjunction: String) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
