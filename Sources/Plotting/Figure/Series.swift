/// A mark with what tells it from the others: its colour and, without colour, its treatment.
struct Series: Equatable {
  let mark: Mark
  /// The colour; nil for a heat map, which has all, and for a reference or contour line without a name, which belongs
  /// to the axes.
  let color: Int?
  /// The how-manieth of its kind it is: decides dashes, textures and glyphs.
  let rank: Int
  /// Whether it lies on a heat map, whose characters it must not share.
  let isOnHeat: Bool
}

extension Panel {
  /// The marks with their colours. Marks of the same name share one, so a band can surround its line.
  var series: [Series] {
    var colors = colors
    var ranks: [Mark.Kind: Int] = [:]
    let isOnHeat = marks.contains { $0.kind == .heat }
    var next = (colors.values.max() ?? -1) + 1
    return marks.map { mark in
      let kind: Mark.Kind = mark.kind == .contour ? .line : mark.kind
      // A contour line without a name is no curve among curves: it stays solid.
      let rank = mark.kind == .contour && mark.label == nil ? 0 : ranks[kind, default: 0]
      if mark.kind != .contour || mark.label != nil { ranks[kind] = rank + 1 }
      guard mark.takesColor else { return Series(mark: mark, color: nil, rank: rank, isOnHeat: isOnHeat) }
      let color = mark.label.flatMap { colors[$0] } ?? next
      if color == next { next += 1 }
      if let label = mark.label { colors[label] = color }
      return Series(mark: mark, color: color, rank: rank, isOnHeat: isOnHeat)
    }
  }

  /// The series to name in a legend, one a name, in order of appearance. A line speaks for its band,
  /// points for the region that is their ground.
  var legend: [(label: String, series: Series, ground: Series?)] {
    var entries: [(label: String, series: Series, ground: Series?)] = []
    for series in series {
      guard let label = series.mark.label, series.mark.kind != .heat else { continue }
      if let index = entries.firstIndex(where: { $0.label == label }) {
        let known = entries[index].series
        guard known.mark.kind == .band || known.mark.kind == .region else { continue }
        entries[index] = (label, series, known.mark.kind == .region ? known : nil)
      } else {
        entries.append((label, series, nil))
      }
    }
    return entries
  }

  /// What stands above the vertical axis: its label, or else the name of the only series, which then needs no
  /// legend.
  var heading: String? {
    if let yLabel { return yLabel }
    let only = legend.count == 1 ? legend.first?.label : nil
    return only == title ? nil : only
  }

  /// Whether the names of the series need a legend.
  var needsLegend: Bool {
    legend.count > 1 || (legend.count == 1 && heading != legend[0].label && title != legend[0].label)
  }
}

extension Mark {
  fileprivate var takesColor: Bool {
    switch kind {
    case .heat: return false
    case .reference, .contour: return label != nil
    default: return true
    }
  }
}
