/// Values under names that belong together: the gradients of several variables, the result of a fit.
public struct Record {
  /// What it is, in a word or two.
  public let typeName: String
  public let fields: [(name: String, value: Value)]

  func field(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  /// The same fields without the history of a gradient that is over.
  var detached: Record {
    Record(typeName: typeName, fields: fields.map { ($0.name, $0.value.detached) })
  }
}
