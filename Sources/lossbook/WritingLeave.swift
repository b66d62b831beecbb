import Terminal

/// The reader's leave for a notebook to write files beside itself: given with an option, or asked for once.
final class WritingLeave {
  private let notebook: String
  private let beforeAsking: () -> Void
  private var isGiven: Bool?

  /// - Parameters:
  ///   - isGiven: whether an option has said yes.
  ///   - beforeAsking: makes room on the screen.
  init(_ notebook: String, isGiven: Bool, beforeAsking: @escaping () -> Void) {
    (self.notebook, self.isGiven, self.beforeAsking) = (notebook, isGiven ? true : nil, beforeAsking)
  }

  func isGiven(for path: String) -> Bool {
    if let isGiven { return isGiven }
    guard Screen.isTerminal(0), Screen.isTerminal(2), Screen.isForeground(0) else { return false }
    beforeAsking()
    let question =
      "\(sanitised(notebook)) wants to write \(sanitised(path)), and perhaps more files in its directory.\n"
      + "Allow it? [y/N] "
    let word = answer(to: question)?.lowercased() ?? ""
    isGiven = word == "y" || word == "yes"
    return isGiven ?? false
  }
}
