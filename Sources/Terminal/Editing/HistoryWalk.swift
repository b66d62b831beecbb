/// A walk through earlier entries that keeps the line being typed.
///
/// libedit could walk too, but it cuts a line of more than 1 024 characters on the way back to it.
struct HistoryWalk {
  private(set) var entries: [String] = []
  private var known: Set<String> = []
  private var draft = ""
  private var position = 0

  enum Addition { case none, appended, moved }

  /// Makes an entry the last one. An earlier one that is the same gives way.
  mutating func add(_ entry: String) -> Addition {
    guard entry != entries.last else { return .none }
    defer { entries.append(entry) }
    guard !known.insert(entry).inserted, let place = entries.lastIndex(of: entry) else { return .appended }
    entries.remove(at: place)
    return .moved
  }

  /// Back to the line being typed, for a new line.
  mutating func restart() {
    draft = ""
    position = entries.count
  }

  /// The nearest earlier entry that begins with `prefix` and is not what stands on the line.
  mutating func earlier(than line: String, prefix: String = "") -> String? {
    guard let found = entries[..<position].lastIndex(where: { $0.hasPrefix(prefix) && $0 != line })
    else { return nil }
    if position == entries.count { draft = line }
    position = found
    return entries[found]
  }

  /// The nearest later entry that begins with `prefix`, and after the last one the line that was being typed.
  mutating func later(than line: String, prefix: String = "") -> String? {
    guard position < entries.count else { return nil }
    let found = entries[(position + 1)...].firstIndex { $0.hasPrefix(prefix) && $0 != line }
    position = found ?? entries.count
    return found.map { entries[$0] } ?? draft
  }
}
