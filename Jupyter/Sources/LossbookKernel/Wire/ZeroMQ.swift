import CZeroMQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What ZeroMQ refused to do, in its own words.
struct ZeroMQError: Error, Equatable {
  let reason: String

  /// The error of the call just made.
  static var last: ZeroMQError {
    ZeroMQError(reason: String(cString: zmq_strerror(zmq_errno())).lowercased())
  }
}

/// What the sockets of a process share. Threads may share it too.
final class ZeroMQContext: Sendable {
  /// ZeroMQ's own calls on it are safe from any thread.
  fileprivate nonisolated(unsafe) let raw: UnsafeMutableRawPointer

  init() throws(ZeroMQError) {
    guard let raw = zmq_ctx_new() else { throw .last }
    self.raw = raw
  }

  /// Waits until what the sockets have sent is on its way; they are closed before.
  deinit { zmq_ctx_term(raw) }
}

/// A socket, used by one thread at a time.
final class Socket {
  enum Kind {
    case router, reply, publisher
    /// The two ends of a queue between threads.
    case push, pull

    fileprivate var code: Int32 {
      switch self {
      case .router: ZMQ_ROUTER
      case .reply: ZMQ_REP
      case .publisher: ZMQ_XPUB
      case .push: ZMQ_PUSH
      case .pull: ZMQ_PULL
      }
    }
  }

  fileprivate let raw: UnsafeMutableRawPointer
  private let context: ZeroMQContext
  /// How long what was sent last may take to leave when the kernel ends.
  private static let linger: Int32 = 1_000

  init(_ kind: Kind, _ context: ZeroMQContext) throws(ZeroMQError) {
    guard let raw = zmq_socket(context.raw, kind.code) else { throw .last }
    (self.raw, self.context) = (raw, context)
    set(ZMQ_LINGER, Self.linger)
    // A front end that is slow to read loses nothing.
    set(ZMQ_SNDHWM, 0)
    set(ZMQ_RCVHWM, 0)
    // One that comes back under its old name takes the place of the one it was.
    if kind == .router { set(ZMQ_ROUTER_HANDOVER, 1) }
    // A subscription holds from when it is taken on, so that nothing goes out to it before.
    if kind == .publisher { set(ZMQ_XPUB_MANUAL, 1) }
  }

  deinit { zmq_close(raw) }

  private func set(_ option: Int32, _ value: Int32) {
    var value = value
    zmq_setsockopt(raw, option, &value, MemoryLayout<Int32>.size)
  }

  /// Takes on or ends the subscription that was received last.
  func subscribe(_ isWanted: Bool, to topic: [UInt8]) {
    zmq_setsockopt(raw, isWanted ? ZMQ_SUBSCRIBE : ZMQ_UNSUBSCRIBE, topic, topic.count)
  }

  func bind(_ address: String) throws(ZeroMQError) {
    guard zmq_bind(raw, address) == 0 else { throw .last }
  }

  func connect(_ address: String) throws(ZeroMQError) {
    guard zmq_connect(raw, address) == 0 else { throw .last }
  }

  /// Sends a message of several frames; to somebody who has gone, nothing.
  func send(_ frames: [[UInt8]]) {
    for (index, frame) in frames.enumerated() {
      let flags = index + 1 < frames.count ? ZMQ_SNDMORE : 0
      while zmq_send(raw, frame, frame.count, flags) < 0 {
        guard zmq_errno() == EINTR else { return }
      }
    }
  }

  /// The frames of the message that waits; none where none does.
  func receive() -> [[UInt8]] {
    var frames: [[UInt8]] = []
    let message = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
    defer { message.deallocate() }
    repeat {
      zmq_msg_init(message)
      defer { zmq_msg_close(message) }
      while zmq_msg_recv(message, raw, ZMQ_DONTWAIT) < 0 {
        guard zmq_errno() == EINTR else { return [] }
      }
      frames.append(Array(UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))))
    } while hasMore
    return frames
  }

  private var hasMore: Bool {
    var more: Int32 = 0
    var size = MemoryLayout<Int32>.size
    return zmq_getsockopt(raw, ZMQ_RCVMORE, &more, &size) == 0 && more != 0
  }

  /// Waits until a message waits at one of the sockets, a signal comes or the time is over.
  /// - Parameter milliseconds: how long at most; for ever where it is -1.
  /// - Returns: for each socket, whether a message waits there.
  static func wait(for sockets: [Socket], milliseconds: Int) -> [Bool] {
    var items = sockets.map { zmq_pollitem_t(socket: $0.raw, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0) }
    guard zmq_poll(&items, Int32(items.count), milliseconds) > 0 else { return sockets.map { _ in false } }
    return items.map { $0.revents & Int16(ZMQ_POLLIN) != 0 }
  }
}
