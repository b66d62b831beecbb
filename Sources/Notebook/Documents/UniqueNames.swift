/// Gives out names that are all different: one that is taken gets a number behind it.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The number that was last put behind a name.
  private var lastNumbers: [String: Int] = [:]
  private let firstNumber: Int

  /// - Parameter firstNumber: what stands behind the first name that is taken already.
  init(firstNumber: Int) { self.firstNumber = firstNumber }

  mutating func take(_ name: String) -> String {
    var free = name
    while !taken.insert(free).inserted {
      let number = lastNumbers[name].map { $0 + 1 } ?? firstNumber
      lastNumbers[name] = number
      free = "\(name)-\(number)"
    }
    return free
  }
}
