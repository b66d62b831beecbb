import Language

/// Hands what all front ends are to hear to the thread that has the socket for it.
final class Publisher {
  private let queue: Socket
  private let envelope: Envelope
  /// The header of the request that is being answered.
  private(set) var parent = Message.none

  static let address = "inproc://published"

  init(_ context: ZeroMQContext, _ envelope: Envelope) throws(ZeroMQError) {
    queue = try Socket(.push, context)
    self.envelope = envelope
    try queue.connect(Self.address)
  }

  func publish(_ type: String, _ content: JSONValue) {
    queue.send(envelope.broadcast(type, content, parent: parent))
  }

  func publish(_ state: KernelState) { publish("status", state.content) }

  /// Says that the kernel is busy with a request while it is answered.
  func answering(_ request: Message, _ body: () -> Void) {
    parent = request.rawHeader
    publish(.busy)
    body()
    publish(.idle)
  }

  /// Tells the thread that has the socket that nothing more comes.
  func close() { queue.send([Self.end]) }

  static let end: [UInt8] = Array("end".utf8)
}

enum KernelState: String {
  case starting, busy, idle

  var content: JSONValue { .object(["execution_state": .text(rawValue)]) }
}
