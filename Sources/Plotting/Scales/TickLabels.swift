/// One label a tick, all in the same form: with as many decimals as the finest tick needs, or with exponents
/// where that is shorter.
func tickLabels(_ ticks: [DecimalNumber]) -> [String] {
  let places = ticks.map(\.decimals).max() ?? 0
  let magnitude = ticks.map { max(0, $0.magnitude) }.max() ?? 0
  let scientific = ticks.map(\.scientific)
  // The length is weighed before the text is made: at 1e-300 it would be three hundred zeros a tick.
  let length = magnitude + 1 + (places > 0 ? places + 1 : 0)
  let rival = scientific.map(\.count).max() ?? 0
  return length > 5 && length > rival ? scientific : ticks.map { $0.fixed(places: places) }
}

/// Labels for a logarithmic axis: each stands for itself, as neighbours differ by factors.
func logTickLabels(_ ticks: [DecimalNumber]) -> [String] {
  ticks.map { tick in
    let isShort = (-3...4).contains(tick.magnitude) && tick.decimals <= 4
    return isShort ? tick.fixed(places: tick.decimals) : tick.scientific
  }
}
