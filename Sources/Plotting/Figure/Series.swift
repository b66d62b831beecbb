/// A mark with what tells it from the others: its colour and, without colour, its treatment.
struct Series: Equatable {
  let mark: Mark
  /// The colour; nil for a reference line without a name, which belongs to the axes.
  let color: Int?
  /// The how-manieth of its kind it is: decides dashes and glyphs.
  let rank: Int
}

extension Panel {
  /// The marks with their colours. Marks of the same name share one, so a band can surround its line.
  var series: [Series] {
    var colors: [String: Int] = [:]
    var ranks: [Mark.Kind: Int] = [:]
    var used = 0
    return marks.map { mark in
      let rank = ranks[mark.kind, default: 0]
      ranks[mark.kind] = rank + 1
      guard mark.label != nil || mark.kind != .reference else {
        return Series(mark: mark, color: nil, rank: rank)
      }
      let known = mark.label.flatMap { colors[$0] }
      if let label = mark.label, known == nil { colors[label] = used }
      if known == nil { used += 1 }
      return Series(mark: mark, color: known ?? used - 1, rank: rank)
    }
  }

  /// The series to name in a legend, one a name, in order of appearance. A line speaks for its band.
  var legend: [(label: String, series: Series)] {
    var entries: [(label: String, series: Series)] = []
    for series in series {
      guard let label = series.mark.label else { continue }
      if let index = entries.firstIndex(where: { $0.label == label }) {
        if entries[index].series.mark.kind == .band { entries[index].series = series }
      } else {
        entries.append((label, series))
      }
    }
    return entries
  }
}
