/// Turns the bytes of a terminal into codes for libedit: characters, control characters and virtual keys.
///
/// Whole escape sequences are recognised here. Known ones become a ``VirtualKey``, those that the user's
/// `.editrc` binds pass as they are, and all others vanish, so that no key leaves junk on the line. Invalid
/// UTF-8, NUL and C1 controls vanish too.
struct KeyDecoder {
  private enum State {
    case ground
    case character([UInt8])
    case escape([UInt8])
    case paste
  }

  private var state = State.ground
  private var pasted: [UInt8] = []
  private let bound: Set<[UInt8]>

  /// What ``VirtualKey/paste`` inserts, the earliest first.
  var pastes: [String] = []

  init(bound: Set<[UInt8]> = []) { self.bound = bound }

  /// Whether the last byte may be the escape key alone, or the beginning of a sequence that is on its way.
  var isInSequence: Bool {
    if case .escape = state { true } else { false }
  }

  /// Takes the next byte and returns the codes that it completes.
  mutating func accept(_ byte: UInt8) -> [UInt32] {
    switch state {
    case .ground: ground(byte)
    case .character(let bytes): character(bytes, byte)
    case .escape(let bytes): bytes.count == 1 ? second(byte) : sequence(bytes + [byte])
    case .paste: paste(byte)
    }
  }

  /// Gives up waiting for the rest of a sequence: the user pressed these keys one by one.
  mutating func expire() -> [UInt32] {
    guard case .escape(let bytes) = state else { return [] }
    state = .ground
    return bytes.map(UInt32.init)
  }

  private mutating func ground(_ byte: UInt8) -> [UInt32] {
    state = .ground
    switch byte {
    case 0x1b: state = .escape([byte])
    case 0x01..<0x80: return [UInt32(byte)]
    case 0xc2...0xf4: state = .character([byte])
    default: break
    }
    return []
  }

  private mutating func character(_ bytes: [UInt8], _ byte: UInt8) -> [UInt32] {
    guard byte & 0xc0 == 0x80 else { return ground(byte) }
    let bytes = bytes + [byte]
    let length = bytes[0] >= 0xf0 ? 4 : bytes[0] >= 0xe0 ? 3 : 2
    guard bytes.count == length else {
      state = .character(bytes)
      return []
    }
    state = .ground
    let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    return scalar.flatMap { $0.value < 0xa0 ? nil : [$0.value] } ?? []
  }

  private mutating func second(_ byte: UInt8) -> [UInt32] {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .escape([0x1b, byte])
      return []
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      state = .ground
      return [VirtualKey.newline.code]
    default: return [0x1b] + ground(byte)
    }
  }

  private mutating func sequence(_ bytes: [UInt8]) -> [UInt32] {
    guard let last = bytes.last, (0x20...0x7e).contains(last), bytes.count < 32 else {
      return ground(bytes.last ?? 0)
    }
    // Linux's console sends ESC [ [ A for F1: there a second bracket does not end the sequence.
    let isOpen = last < 0x40 || (bytes.count == 3 && last == UInt8(ascii: "["))
    state = isOpen ? .escape(bytes) : .ground
    if isOpen { return [] }
    if bound.contains(bytes) { return bytes.map(UInt32.init) }
    let key =
      bytes[2] == UInt8(ascii: "[")
      ? nil : VirtualKey(sequence: String(decoding: bytes.dropFirst(), as: UTF8.self))
    guard key != .paste else {
      state = .paste
      return []
    }
    return key.map { [$0.code] } ?? []
  }

  private mutating func paste(_ byte: UInt8) -> [UInt32] {
    pasted.append(byte)
    // Ctrl-C is the way out when the end of a paste got lost.
    let isLost = byte == ControlKey.interrupt
    let end = "\u{1b}[201~".utf8
    guard isLost || (byte == UInt8(ascii: "~") && pasted.suffix(end.count).elementsEqual(end)) else {
      return []
    }
    state = .ground
    let text = pastedText(pasted.dropLast(end.count))
    pasted = []
    if isLost { return [UInt32(byte)] }
    pastes.append(text)
    return [VirtualKey.paste.code]
  }
}

/// Pasted bytes as text that is safe on the line: line feeds for all kinds of line ends, no other control
/// characters but tabs, and no line feed at the end, so that Enter stays the user's.
func pastedText(_ bytes: some Collection<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  var lines: [String] = [""]
  for character in text {
    if character.isNewline {
      lines.append("")
    } else if character == "\t" || !character.isControl {
      lines[lines.count - 1].append(character)
    }
  }
  while lines.count > 1, lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n")
}

extension Character {
  /// Whether a terminal could obey some part of the character.
  var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
