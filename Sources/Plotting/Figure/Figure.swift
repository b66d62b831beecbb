/// A figure as a value: panels that belong together.
///
/// A figure knows neither the terminal nor the page. ``text(_:)`` draws it as lines of text,
/// ``svg(width:height:)`` as a picture for a browser, and ``summary`` says in words what is to be seen.
public struct Figure: Sendable, Equatable {
  /// Shown above all panels.
  public var title: String?
  /// Drawn side by side where the width allows, else below one another.
  public var panels: [Panel]

  /// A figure of panels; without any it says that there is nothing to draw.
  public init(title: String? = nil, panels: [Panel]) {
    self.title = title
    self.panels = panels
  }
}

/// One pair of axes and what is drawn between them.
///
/// A panel that holds bars shows its bars alone, one a row.
public struct Panel: Sendable, Equatable {
  /// Shown above the frame.
  public var title: String?
  /// Shown below the horizontal axis.
  public var xLabel: String?
  /// Shown above the vertical axis.
  public var yLabel: String?
  /// Drawn in order, so that a later mark lies above an earlier one of the same kind.
  public var marks: [Mark]
  /// How the horizontal axis spaces its values.
  public var xScale: Scale
  /// How the vertical axis spaces its values.
  public var yScale: Scale
  /// What the horizontal axis spans; nil lets the values decide.
  public var xRange: ClosedRange<Double>?
  /// What the vertical axis spans; nil lets the values decide.
  public var yRange: ClosedRange<Double>?
  /// Whether only whole numbers mean something on the horizontal axis, as of epochs: only those get ticks.
  public var hasWholeX: Bool
  /// The same for the vertical axis.
  public var hasWholeY = false
  /// What stands on the horizontal axis at 0, 1, 2 … in place of numbers; empty for numbers.
  public var xNames: [String] = []
  /// The same for the vertical axis.
  public var yNames: [String] = []
  /// Whether the vertical axis runs downward, as the rows of a matrix do.
  public var runsDown = false
  /// The colours of some names, counted from 0; a name not in it gets the next that is free. Two names with one colour
  /// belong together, such as the two halves of one class.
  public var colors: [String: Int] = [:]

  /// A panel whose axes follow its values where no range is given.
  public init(
    title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, marks: [Mark] = [],
    xScale: Scale = .linear, yScale: Scale = .linear,
    xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil, hasWholeX: Bool = false
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.marks = marks
    self.xScale = xScale
    self.yScale = yScale
    self.xRange = xRange
    self.yRange = yRange
    self.hasWholeX = hasWholeX
  }
}
