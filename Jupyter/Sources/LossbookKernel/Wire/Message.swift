/// A request of a front end.
struct Message {
  struct Header: Decodable, Equatable {
    let id: String
    let type: String

    private enum CodingKeys: String, CodingKey {
      case id = "msg_id"
      case type = "msg_type"
    }
  }

  /// Who sent it: what a reply has to begin with.
  let identities: [[UInt8]]
  let header: Header
  /// The header as it came: what an answer quotes.
  let rawHeader: [UInt8]
  let content: [UInt8]

  static let delimiter = Array("<IDS|MSG>".utf8)
  /// The first message says what came before all requests: the kernel has started.
  static let none: [UInt8] = Array("{}".utf8)

  /// - Returns: nothing where the frames are no message, or not signed with the key.
  init?(_ frames: [[UInt8]], _ signer: Signer) {
    guard let place = frames.firstIndex(of: Self.delimiter), frames.count >= place + 6 else { return nil }
    let parts = Array(frames[(place + 2)...(place + 5)])
    guard signer.isValid(frames[place + 1], parts), let header = JSON.decode(Header.self, parts[0]) else {
      return nil
    }
    identities = Array(frames[..<place])
    self.header = header
    rawHeader = parts[0]
    content = parts[3]
  }
}
