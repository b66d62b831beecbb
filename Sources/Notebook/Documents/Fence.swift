/// The backticks around a block of code.
enum Fence {
  /// A fence that is longer than every row of backticks at the beginning of a line.
  static func around(_ text: String) -> String {
    let longest = text.lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
  }

  /// A text between fences.
  /// - Parameter word: what kind of block it is, such as `loss`.
  static func block(_ word: String, _ text: String) -> String {
    let fence = around(text)
    return "\(fence)\(word)\n\(text)\n\(fence)"
  }
}
