import Language
import Notebook

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Puts what the kernel says into signed messages.
struct Envelope: Sendable {
  static let protocolVersion = "5.4"

  let signer: Signer
  /// The kernel's own name, a new one for each process.
  let session = UUID().uuidString

  /// The frames of an answer to whoever asked.
  func reply(to request: Message, _ content: JSONValue) -> [[UInt8]] {
    let type = request.header.type.replacingSuffix("_request", by: "_reply")
    return frames(type, content, parent: request.rawHeader, before: request.identities)
  }

  /// The frames of something that all front ends hear.
  /// - Parameter parent: the header of the request that it came from.
  func broadcast(_ type: String, _ content: JSONValue, parent: [UInt8]) -> [[UInt8]] {
    frames(type, content, parent: parent, before: [Array("kernel.\(session).\(type)".utf8)])
  }

  private func frames(
    _ type: String, _ content: JSONValue, parent: [UInt8], before: [[UInt8]]
  ) -> [[UInt8]] {
    let parts = [JSON.encode(header(type)), parent, Message.none, JSON.encode(content)]
    return before + [Message.delimiter, signer.signature(parts)] + parts
  }

  private func header(_ type: String) -> JSONValue {
    .object([
      "msg_id": .text(UUID().uuidString), "msg_type": .text(type), "session": .text(session),
      "username": .text("lossbook"), "date": .text(Date.now.formatted(Self.dateStyle)),
      "version": .text(Self.protocolVersion),
    ])
  }

  private static let dateStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
