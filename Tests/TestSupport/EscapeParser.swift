/// Cuts what a program sends to a terminal into characters, controls and escape sequences.
struct EscapeParser: Sendable {
  enum Event: Equatable {
    case print(Unicode.Scalar)
    case control(UInt8)
    /// `ESC [ parameters final`; private ones keep their `?` out of it.
    case sequence([Int], final: Character)
  }

  private enum State { case ground, escape, charset, bracket, string }

  private var state = State.ground
  private var parameters = ""
  private var decoded: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Event? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset: state = .ground
    case .bracket: return bracket(byte)
    case .string: if byte == 7 || byte == UInt8(ascii: "\\") { state = .ground }
    }
    return nil
  }

  private mutating func ground(_ byte: UInt8) -> Event? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    decoded.append(byte)
    if byte >= 0x80, let text = String(validating: decoded, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    {
      decoded = []
      return .print(scalar)
    }
    guard byte < 0x80 else { return nil }
    decoded = []
    return .print(Unicode.Scalar(byte))
  }

  private mutating func escape(_ byte: UInt8) -> Event? {
    switch byte {
    case UInt8(ascii: "["):
      parameters = ""
      state = .bracket
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    default: state = .ground
    }
    return nil
  }

  private mutating func bracket(_ byte: UInt8) -> Event? {
    guard (0x40...0x7E).contains(byte) else {
      parameters.unicodeScalars.append(Unicode.Scalar(byte))
      return nil
    }
    state = .ground
    let numbers = parameters.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
    return .sequence(numbers.map { Int($0) ?? 0 }, final: Character(Unicode.Scalar(byte)))
  }
}
