/// One thing drawn in a panel. Where two arrays differ in length, the shorter one counts.
public enum Mark: Sendable, Equatable {
  /// A curve through the points in their order. It breaks at NaN and leaves the frame at an infinity.
  case line(label: String? = nil, x: [Double], y: [Double])
  /// A scatter of points; give each class a mark of its own.
  case points(label: String? = nil, x: [Double], y: [Double])
  /// The area between two curves.
  case band(label: String? = nil, x: [Double], low: [Double], high: [Double])
  /// Horizontal bars from zero, each with its name and value.
  case bars(label: String? = nil, names: [String], values: [Double])
  /// A reference line across the frame.
  case horizontal(label: String? = nil, y: Double)
  /// A reference line from the bottom of the frame to the top.
  case vertical(label: String? = nil, x: Double)

  /// The name shown in the legend.
  public var label: String? {
    switch self {
    case .line(let label, _, _), .points(let label, _, _), .band(let label, _, _, _): return label
    case .bars(let label, _, _), .horizontal(let label, _), .vertical(let label, _): return label
    }
  }

  /// What sort of mark it is, apart from its values.
  enum Kind: Hashable {
    case line, points, band, bars, reference
  }

  var kind: Kind {
    switch self {
    case .line: return .line
    case .points: return .points
    case .band: return .band
    case .bars: return .bars
    case .horizontal, .vertical: return .reference
    }
  }
}
