import Plotting

/// Values under names that belong together: the gradients of several variables, the result of a fit.
public struct Record {
  /// What it is, in a word or two.
  public let typeName: String
  public let fields: [(name: String, value: Value)]
  /// What `plot` draws of it; nothing where there is nothing to draw.
  let drawing: (any RecordDrawing)?

  init(
    typeName: String, fields: [(name: String, value: Value)], drawing: (any RecordDrawing)? = nil
  ) {
    self.typeName = typeName
    self.fields = fields
    self.drawing = drawing
  }

  func field(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  /// The same fields without the history of a gradient that is over.
  var detached: Record {
    Record(typeName: typeName, fields: fields.map { ($0.name, $0.value.detached) }, drawing: drawing)
  }
}

/// A picture of what a record holds, drawn when it is asked for.
protocol RecordDrawing {
  /// - Parameter span: where it is asked for.
  func figure(_ interpreter: Interpreter, at span: Span) throws(Diagnostic) -> Figure
}
