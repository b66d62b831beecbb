import Language

/// The same thing in several forms, of which a front end takes the richest that it knows.
struct MimeBundle: Equatable {
  private(set) var data: [String: JSONValue] = [:]
  private(set) var metadata: [String: JSONValue] = [:]

  init(text: String) { data["text/plain"] = .text(text) }

  var text: String { if case .text(let text)? = data["text/plain"] { text } else { "" } }

  func adding(_ form: String, _ content: JSONValue, metadata: JSONValue? = nil) -> MimeBundle {
    var bundle = self
    bundle.data[form] = content
    if let metadata { bundle.metadata[form] = metadata }
    return bundle
  }

  /// Its part of the content of a message.
  var content: [String: JSONValue] { ["data": .object(data), "metadata": .object(metadata)] }
}
