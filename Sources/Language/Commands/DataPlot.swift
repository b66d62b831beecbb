import Plotting
import Training

/// `plot d`, `plot d x=size` and `plot d x=size y=rooms` of a data set `d`.
struct DataPlot {
  private let options: OptionReader

  init(_ options: OptionReader) { self.options = options }

  /// Nothing where it is no data set that is to be drawn.
  func figure() throws(Diagnostic) -> Figure? {
    guard let data = try dataset() else {
      guard options.has("y") else { return nil }
      throw options.bad("y", "`y=` goes with a data set", hint: "such as plot d x=0 y=1")
    }
    guard options.has("x") || options.has("y") else { return DataFigure.figure(data) }
    let x = try axis("x", data)
    let y = try axis("y", data)
    return Figure(panels: [DataFigure.points(data, x ?? other(y, data), y ?? .target)])
  }

  /// What runs across where only `y` is given: the first feature, or the second where that goes upwards.
  private func other(_ y: DataFigure.Axis?, _ data: Dataset) -> DataFigure.Axis {
    y == .feature(0) && data.columns > 1 ? .feature(1) : .feature(0)
  }

  private func dataset() throws(Diagnostic) -> Dataset? {
    guard options.call.binding == nil, options.call.values.count == 1,
      let name = options.call.values.first?.bareName,
      case .dataset(let data)? = options.interpreter.value(of: name)
    else { return nil }
    return data
  }

  /// A column by its name, or a feature by its place from 0.
  private func axis(_ option: String, _ data: Dataset) throws(Diagnostic) -> DataFigure.Axis? {
    guard let expression = options.expression(option) else { return nil }
    var word = expression.bareName
    if case .text(let text) = expression.kind { word = text }
    guard let word else {
      let number = try options.interpreter.number(expression, "`\(option)`")
      guard let column = Int(exactly: number), (0..<data.columns).contains(column) else {
        throw options.bad(
          option, "`\(option)` is a column by its name, or by its place from 0 to \(data.columns - 1)")
      }
      return .feature(column)
    }
    if word == data.names.target { return .target }
    if let column = data.names.features.firstIndex(of: word) { return .feature(column) }
    let names = data.names.features + [data.names.target]
    throw options.bad(
      option, "there is no column \(DataFileText.name(word))",
      hint: Suggestions.nearest(to: word, among: names).map { "did you mean \(DataFileText.name($0))?" }
        ?? (data.names.features.isEmpty
          ? "the features have no names: \(option)=0 is the first" : "there are \(DataFileText.list(names))"))
  }
}
