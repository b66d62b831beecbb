import Language

extension JSONValue {
  /// The content of a reply to what went well.
  static func ok(_ members: [String: JSONValue] = [:]) -> JSONValue {
    .object(members.merging(["status": .text("ok")]) { $1 })
  }

  /// The content of a reply to what the kernel cannot make sense of.
  static func refusal(_ reason: String) -> JSONValue {
    .object([
      "status": .text("error"), "ename": .text("BadRequest"), "evalue": .text(reason), "traceback": .list([]),
    ])
  }

  static func whole(_ number: Int) -> JSONValue { .number(Double(number)) }
}
