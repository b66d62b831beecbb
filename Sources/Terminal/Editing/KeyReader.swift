/// Waits for keys on a terminal, and for the signals that concern a line being edited.
struct KeyReader {
  enum Event: Equatable {
    case code(UInt32)
    /// The window has another size.
    case resized
    /// The process was stopped and goes on.
    case continued
    /// The terminal is gone.
    case end
  }

  /// How long an escape waits for the rest of a sequence, in milliseconds: bytes of one key come together.
  private static let escapeDelay: Int32 = 50

  private let descriptor: Int32
  private var decoder: KeyDecoder
  private var queue: [UInt32] = []
  /// Bytes that came while a line was ending, still to be decoded.
  private var ahead: ArraySlice<UInt8> = []

  init(descriptor: Int32, bound: Set<[UInt8]>) {
    self.descriptor = descriptor
    decoder = KeyDecoder(bound: bound)
  }

  /// Puts `key` before everything that is still to be read.
  mutating func push(_ key: VirtualKey) { push(key.code) }

  mutating func push(_ code: UInt32) { queue.insert(code, at: 0) }

  /// Whether codes of the last key are still to be read.
  var isInKey: Bool { !queue.isEmpty }

  /// Whether something has been typed that is still to be read.
  var isWaiting: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return !queue.isEmpty || !ahead.isEmpty || poll(&request, 1, 0) > 0
  }

  /// The text of the next ``VirtualKey/paste``.
  mutating func takePaste() -> String {
    decoder.pastes.isEmpty ? "" : decoder.pastes.removeFirst()
  }

  mutating func next() -> Event {
    while queue.isEmpty {
      if let event = signalled() { return event }
      if let byte = ahead.popFirst() {
        queue = decoder.accept(byte)
        continue
      }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, decoder.isInSequence ? Self.escapeDelay : -1)
      if ready < 0 && errno == EINTR { continue }
      guard ready >= 0 else { return .end }
      if ready == 0 {
        queue = decoder.expire()
      } else if !readByte() {
        return .end
      }
    }
    return .code(queue.removeFirst())
  }

  /// Takes what was typed before the terminal made signals of Ctrl-C again, and forgets it up to the last one.
  /// - Returns: whether there was one.
  mutating func takeAhead() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) > 0 {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { break }
      ahead += bytes[..<count]
    }
    guard let last = ahead.lastIndex(of: ControlKey.interrupt) else { return false }
    ahead = ahead[(last + 1)...]
    return true
  }

  /// One byte at a time: what follows the line stays with the terminal, for whoever reads next.
  private mutating func readByte() -> Bool {
    var byte: UInt8 = 0
    let count = read(descriptor, &byte, 1)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    if count > 0 { queue = decoder.accept(byte) }
    return count > 0
  }

  private func signalled() -> Event? {
    if Interrupt.isRequested {
      Interrupt.clear()
      return .code(UInt32(ControlKey.interrupt))
    }
    if TerminalEvents.takeContinued() { return .continued }
    return TerminalEvents.takeResized() ? .resized : nil
  }
}

/// Control characters that the editor itself gives a meaning.
enum ControlKey {
  static let interrupt: UInt8 = 0x03
  static let endOfInput: UInt8 = 0x04
  static let literalInsert: UInt8 = 0x16
  static let stop: UInt8 = 0x1a
  static let escape: UInt8 = 0x1b
}
