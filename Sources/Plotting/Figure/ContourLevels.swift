extension Grid {
  /// Up to `count` heights for contour lines, rising, each rounded as far as its neighbours allow.
  ///
  /// They stand between two choices: equal steps of the root of the height, which ring a bowl evenly, and quantiles,
  /// which find the floor of a valley between walls. Each is the geometric mean of the two above the lowest value.
  public func contourLevels(_ count: Int) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last, low < high, count > 0 else { return [] }
    func quantile(_ share: Double) -> Double {
      sorted[(share * Double(sorted.count - 1)).whole(in: 0...sorted.count - 1)]
    }
    let exact = (1...count).map { index in
      let share = Double(index) / Double(count + 1)
      let (even, common) = (share * share * (quantile(0.95) - low), quantile(share * share) - low)
      return low + even.squareRoot() * common.squareRoot()
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

  /// About `count` round heights at equal steps, for a surface that rises rather than closes around a floor.
  public func evenLevels(_ count: Int) -> [Double] {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < high, count > 0 else { return [] }
    return niceTicks(in: low...high, atMost: count).map(\.value).filter { $0 > low && $0 < high }
  }

  /// The number nearest to `value` with no digit below those of `gap`.
  private static func rounded(_ value: Double, within gap: Double) -> Double {
    let power = decimalLogarithm(gap).rounded(.down).whole(in: -400...400)
    return DecimalNumber(value)?.rounded(toPower: power).value ?? value
  }
}
