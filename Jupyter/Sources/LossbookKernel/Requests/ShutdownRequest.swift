import Language

struct ShutdownRequest: Decodable {
  /// Whether another kernel is started in the place of this one.
  private let restart: Bool

  private enum CodingKeys: CodingKey { case restart }

  init(from decoder: any Decoder) throws {
    restart = try decoder.container(keyedBy: CodingKeys.self).decode(.restart, else: false)
  }

  init(_ request: Message) {
    self = JSON.decode(Self.self, request.content) ?? ShutdownRequest(restart: false)
  }

  private init(restart: Bool) { self.restart = restart }

  var reply: JSONValue { .ok(["restart": .truth(restart)]) }
}
