/// A labelled position on an axis, from 0 at its low end to 1 at its high end.
struct Tick: Equatable {
  let position: Double
  let label: String
}

/// One axis: which values it spans, where they stand, and its ticks.
struct Axis {
  let ticks: [Tick]
  private let scale: Scale
  private let span: ClosedRange<Double>

  /// An axis over `extent`, or exactly over `fixed` where that is given and usable. Its ends move to the next
  /// tick when one is near, so that curves start and end at a label.
  /// - Parameters:
  ///   - isWhole: whether only whole numbers get ticks.
  ///   - isTight: whether the ends stay where the values end.
  init(
    extent: Extent, fixed: ClosedRange<Double>?, tickCount: Int, isWhole: Bool = false, isTight: Bool = false
  ) {
    let scale = extent.scale
    let pinned = fixed.flatMap { Axis.transformed($0, by: scale) }
    let range = Extent.widened(pinned ?? extent.range ?? (0...1), for: scale)
    let (span, marks) = Axis.layout(
      range, scale, isPinned: pinned != nil || isTight, isWhole: isWhole, count: max(1, tickCount))
    self.scale = scale
    self.span = span
    let labels = scale == .linear ? tickLabels(marks) : logTickLabels(marks)
    ticks = zip(marks, labels).compactMap { mark, label in
      let position = Axis.unit(scale.transformed(mark.value), in: span)
      return position.isFinite ? Tick(position: position.held(in: 0...1), label: label) : nil
    }
  }

  /// A linear axis with names at 0, 1, 2 …
  init(names: [String], extent: Extent, fixed: ClosedRange<Double>?) {
    let pinned = fixed.flatMap { Axis.transformed($0, by: .linear) }
    let span = Extent.widened(pinned ?? extent.range ?? (0...1), for: .linear)
    self.span = span
    scale = .linear
    ticks = names.enumerated().compactMap { index, name in
      let position = Axis.unit(Double(index), in: span)
      return (0...1).contains(position) ? Tick(position: position, label: name) : nil
    }
  }

  /// Where a value stands: 0 at the low end, 1 at the high end, NaN when the scale cannot show it.
  func unit(_ value: Double) -> Double {
    Axis.unit(scale.transformed(value), in: span)
  }

  private static func unit(_ position: Double, in span: ClosedRange<Double>) -> Double {
    (position / 2 - span.lowerBound / 2) / (span.upperBound / 2 - span.lowerBound / 2)
  }

  /// The ends of the axis and its ticks. One tick says where the axis is and not how long, so a finer step is
  /// tried until there are two.
  private static func layout(
    _ range: ClosedRange<Double>, _ scale: Scale, isPinned: Bool, isWhole: Bool, count: Int
  ) -> (span: ClosedRange<Double>, ticks: [DecimalNumber]) {
    let step = scale == .linear ? niceStep(in: range, atMost: count, isWhole: isWhole) : nil
    let span = isPinned ? range : snapped(range, to: step?.value ?? 1)
    let found = step.map { multiples(of: $0, in: span) } ?? logTicks(in: span, atMost: count)
    let ticks = found.filter { !isWhole || $0.decimals == 0 }
    if ticks.count > 1 || count > 8 { return (span, ticks) }
    return layout(range, scale, isPinned: isPinned, isWhole: isWhole, count: count + 1)
  }

  private static func transformed(_ range: ClosedRange<Double>, by scale: Scale) -> ClosedRange<Double>? {
    let low = scale.transformed(range.lowerBound)
    let high = scale.transformed(range.upperBound)
    return low.isFinite && high.isFinite && low <= high ? low...high : nil
  }

  /// The range with each end moved out to a multiple of `step` that is less than a tenth of the range away.
  private static func snapped(_ range: ClosedRange<Double>, to step: Double) -> ClosedRange<Double> {
    let reach = (range.upperBound / 2 - range.lowerBound / 2) * 0.2
    let low = (range.lowerBound / step + 1e-9).rounded(.down) * step
    let high = (range.upperBound / step - 1e-9).rounded(.up) * step
    let isLowNear = low.isFinite && range.lowerBound - low < reach && low < range.lowerBound
    let isHighNear = high.isFinite && high - range.upperBound < reach && high > range.upperBound
    return (isLowNear ? low : range.lowerBound)...(isHighNear ? high : range.upperBound)
  }
}
