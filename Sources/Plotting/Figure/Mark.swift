/// One thing drawn in a panel. Where two arrays differ in length, the shorter one counts.
public enum Mark: Sendable, Equatable {
  /// A curve through the points in their order. It breaks at NaN and leaves the frame at an infinity.
  case line(label: String? = nil, x: [Double], y: [Double])
  /// A scatter of points; give each class a mark of its own.
  case points(label: String? = nil, x: [Double], y: [Double])
  /// The area between two curves.
  case band(label: String? = nil, x: [Double], low: [Double], high: [Double])
  /// A shade for each value of a grid, over the area halfway to its neighbours, with a bar that says what the shades
  /// mean. NaN is left blank.
  case heat(label: String? = nil, grid: Grid, scale: Scale = .linear)
  /// Lines of equal height over a grid, at `levels`; where there are several, each is labelled.
  case contour(label: String? = nil, grid: Grid, levels: [Double])
  /// The area where the values of a grid are above zero, fainter where they are below one; give each class a region of
  /// its own.
  case region(label: String? = nil, grid: Grid)
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
    case .heat(let label, _, _), .contour(let label, _, _), .region(let label, _): return label
    case .bars(let label, _, _), .horizontal(let label, _), .vertical(let label, _): return label
    }
  }

  /// What sort of mark it is, apart from its values.
  enum Kind: Hashable {
    case line, points, band, heat, contour, region, bars, reference
  }

  var kind: Kind {
    switch self {
    case .line: return .line
    case .points: return .points
    case .band: return .band
    case .heat: return .heat
    case .contour: return .contour
    case .region: return .region
    case .bars: return .bars
    case .horizontal, .vertical: return .reference
    }
  }
}
