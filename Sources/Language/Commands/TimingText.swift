/// What `time` and `timeit` say. The line is known again where outputs are compared: no two runs take equally long.
public enum TimingText {
  private static let opening = "took "
  private static let units = ["s", "ms"]

  static func line(_ duration: Duration) -> String {
    let (unit, scale) = unit(duration.inSeconds)
    return opening + number(duration.inSeconds * scale) + " " + unit
  }

  /// One line for several runs.
  static func line(_ durations: [Duration]) -> String {
    guard let quartiles = Quartiles(durations.map(\.inSeconds)) else { return "" }
    let (unit, scale) = unit(quartiles.median)
    let (low, high) = (number(quartiles.low * scale), number(quartiles.high * scale))
    return opening + number(quartiles.median * scale) + " " + unit
      + ": median of \(durations.count) runs, the middle half \(low) to \(high) " + unit
  }

  private static func unit(_ seconds: Double) -> (name: String, scale: Double) {
    seconds < 1 ? ("ms", 1000) : ("s", 1)
  }

  private static func number(_ value: Double) -> String { NumberFormat.text(value, digits: 3) }

  /// Whether a line is what `time` or `timeit` says.
  public static func isLine(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard line.hasPrefix(opening), words.count > 2, Double(words[1]) != nil else { return false }
    return units.contains(words.count == 3 ? String(words[2]) : String(words[2].dropLast()))
      && (words.count == 3 || words[2].hasSuffix(":") && words[3...].starts(with: ["median", "of"]))
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    let (whole, fraction) = components
    return Double(whole) + Double(fraction) * 1e-18
  }
}
