import LossMath
import Plotting

/// The options of `plot` that say how a figure looks, whatever it shows.
struct FigureOptions {
  static let help: [(name: String, summary: String)] = [
    ("title", "a line above the plot"), ("xlabel", "what stands below the horizontal axis"),
    ("ylabel", "what stands above the vertical axis"),
    ("labels", "the names in the legend, such as [\"train\", \"test\"]"),
    ("xrange", "what the horizontal axis spans, such as [0, 10]"),
    ("yrange", "what the vertical axis spans, such as [0, 1]"),
    ("log", "x, y or both: a logarithmic axis"),
  ]

  private let title: String?
  private let xLabel: String?
  private let yLabel: String?
  private let labels: [String]?
  private let xRange: ClosedRange<Double>?
  private let yRange: ClosedRange<Double>?
  private let log: LogAxes?
  private let reader: OptionReader

  private enum LogAxes: String, CaseIterable { case x, y, both }

  init(_ reader: OptionReader) throws(Diagnostic) {
    self.reader = reader
    title = try Self.text("title", reader)
    xLabel = try Self.text("xlabel", reader)
    yLabel = try Self.text("ylabel", reader)
    labels = try Self.texts("labels", reader)
    log = try reader.choice("log", LogAxes.self)
    xRange = try Self.range("xrange", reader, isLog: log == .x || log == .both)
    yRange = try Self.range("yrange", reader, isLog: log == .y || log == .both)
  }

  func apply(to figure: inout Figure) throws(Diagnostic) {
    figure.title = title ?? figure.title
    for index in figure.panels.indices {
      var panel = figure.panels[index]
      panel.xLabel = xLabel ?? panel.xLabel
      panel.yLabel = yLabel ?? panel.yLabel
      panel.xRange = xRange ?? panel.xRange
      panel.yRange = yRange ?? panel.yRange
      if log == .x || log == .both { panel.xScale = .log }
      if log == .y || log == .both { panel.yScale = .log }
      if let labels { panel = try named(panel, labels) }
      figure.panels[index] = panel
    }
    sayWhatIsLeftOut(figure)
  }

  private func named(_ panel: Panel, _ labels: [String]) throws(Diagnostic) -> Panel {
    guard let named = panel.named(labels) else {
      throw reader.bad(
        "labels",
        "`labels` has \(counted(labels.count, "name")), and the plot has \(panel.nameCount) to give",
        hint: "one for each entry of the legend, in its order")
    }
    return named
  }

  /// A logarithm wants what is above 0; a reader who does not see a point should know why.
  private func sayWhatIsLeftOut(_ figure: Figure) {
    guard log != nil else { return }
    let hidden = figure.panels.map(\.hiddenByLogAxes)
    for (axis, count) in [("x", hidden.map(\.x).reduce(0, +)), ("y", hidden.map(\.y).reduce(0, +))]
    where count > 0 {
      let verb = count == 1 ? "is" : "are"
      reader.interpreter.say(
        "\(counted(count, "value")) of \(axis) \(verb) not above 0 and left out: a logarithmic axis has no place for "
          + (count == 1 ? "it" : "them"))
    }
  }

  private static func text(_ name: String, _ reader: OptionReader) throws(Diagnostic) -> String? {
    try reader.word(name).map(Escaping.visible)
  }

  /// One text, or several in brackets.
  private static func texts(_ name: String, _ reader: OptionReader) throws(Diagnostic) -> [String]? {
    guard let expression = reader.expression(name) else { return nil }
    let items = expression.items
    let texts = items.compactMap { item -> String? in
      if case .text(let text) = item.kind { return Escaping.visible(text) }
      return nil
    }
    guard texts.count == items.count else {
      throw reader.bad(name, "`\(name)` holds names in quotes", hint: "such as \(name)=[\"train\", \"test\"]")
    }
    return texts
  }

  private static func range(
    _ name: String, _ reader: OptionReader, isLog: Bool
  ) throws(Diagnostic) -> ClosedRange<Double>? {
    guard let expression = reader.expression(name) else { return nil }
    let ends = try reader.interpreter.tensor(expression, "`\(name)`").value.elements
    guard ends.count == 2, ends[0] < ends[1], ends.allSatisfy(\.isFinite) else {
      throw reader.bad(
        name, "`\(name)` is two finite numbers, the smaller first", hint: "such as \(name)=[0, 10]")
    }
    guard !isLog || ends[0] > 0 else {
      throw reader.bad(
        name, "a logarithmic axis begins above 0, not at \(NumberFormat.text(ends[0]))",
        hint: "such as \(name)=[0.001, 1]")
    }
    return ends[0]...ends[1]
  }
}
