/// Finds the numbers in a text.
struct NumberScan {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  private func at(_ offset: Int) -> Character? {
    characters.indices.contains(offset) ? characters[offset] : nil
  }
  private func isDigit(_ offset: Int) -> Bool { at(offset).map { $0.isASCII && $0.isNumber } ?? false }
  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }

  /// The next number that is no part of a word.
  mutating func next() -> PrintedNumber? {
    while position < characters.count {
      guard isDigit(position), !Self.isWord(at(position - 1)) else {
        position += 1
        continue
      }
      if let number = number() { return number }
    }
    return nil
  }

  private mutating func number() -> PrintedNumber? {
    var digits = isMinus(position - 1) && !Self.isWord(at(position - 2)) ? "-" : ""
    while isDigit(position) || isGroupMark(position) {
      if isDigit(position) { digits.append(characters[position]) }
      position += 1
    }
    var decimals = 0
    if at(position) == ".", isDigit(position + 1) {
      digits.append(".")
      position += 1
      while isDigit(position) {
        digits.append(characters[position])
        decimals += 1
        position += 1
      }
    }
    let exponent = exponent()
    if Self.isWord(at(position)) { return nil }
    let isPercent = at(position) == "%" || (at(position)?.isWhitespace == true && at(position + 1) == "%")
    let text = digits + (exponent == 0 ? "" : "e\(exponent)")
    guard let value = Double(text), let unit = Double("1e\(exponent - decimals)") else { return nil }
    return PrintedNumber(text: text + (isPercent ? "%" : ""), value: value, unit: unit, isPercent: isPercent)
  }

  private func isMinus(_ offset: Int) -> Bool { at(offset) == "-" || at(offset) == "\u{2212}" }

  /// A comma or a blank between groups of three digits.
  private func isGroupMark(_ offset: Int) -> Bool {
    guard let mark = at(offset), ",\u{A0}\u{2009}\u{202F} ".contains(mark), isDigit(offset - 1) else {
      return false
    }
    let before = (1...4).prefix { isDigit(offset - $0) }.count
    return before <= 3 && (1...3).allSatisfy { isDigit(offset + $0) } && !isDigit(offset + 4)
      && (mark != "," || at(offset + 4) != ".")
  }

  private mutating func exponent() -> Int {
    guard at(position) == "e" else { return 0 }
    let sign = isMinus(position + 1) ? -1 : 1
    var offset = position + 1 + (isMinus(position + 1) || at(position + 1) == "+" ? 1 : 0)
    var digits = ""
    while isDigit(offset), digits.count < 4 {
      digits.append(characters[offset])
      offset += 1
    }
    guard let value = Int(digits), value < 400 else { return 0 }
    position = offset
    return sign * value
  }
}
