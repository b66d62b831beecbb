import Terminal

/// A session that keeps what is typed into it: append-history FILE NAME COUNT.
@main
enum AppendHistory {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let count = Int(words[3]) else { return }
    let store = HistoryStore(path: words[1])
    for number in 0..<count { try store.append("\(words[2]) \(number)") }
  }
}
