extension Grid {
  /// Up to `count` heights for contour lines, rising. They are quantiles of the values at squares, so that the lines of
  /// a bowl lie about equally far apart, each rounded as far as its neighbours allow.
  public func contourLevels(_ count: Int) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last, low < high, count > 0 else { return [] }
    let exact = (1...count).map { index in
      let share = Double(index) / Double(count + 1)
      return sorted[(share * share * Double(sorted.count - 1)).whole(in: 0...sorted.count - 1)]
    }
    var levels: [Double] = []
    for (index, level) in exact.enumerated() {
      let below = index == 0 ? low : exact[index - 1]
      let above = index == exact.count - 1 ? high : exact[index + 1]
      let gap = min(level - below, above - level)
      let rounded = gap > 0 ? Grid.rounded(level, within: gap) : level
      if rounded > low, rounded <= high, rounded > levels.last ?? -.infinity { levels.append(rounded) }
    }
    return levels
  }

  /// The number nearest to `value` with no digit below those of `gap`.
  private static func rounded(_ value: Double, within gap: Double) -> Double {
    let power = decimalLogarithm(gap).rounded(.down).whole(in: -400...400)
    return DecimalNumber(value)?.rounded(toPower: power).value ?? value
  }
}
