/// A number with a word or a percent sign beside it, as people answer: `20 epochs`, `about 2.25 bits`, `40%`.
enum NumberInWords {
  /// More words than these are no answer but a sentence.
  private static let mostWords = 5

  /// The number as code; nothing where the line holds none, or more than one, or anything but words beside it.
  static func code(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "," }.map(trimmed).filter { !$0.isEmpty }
    guard words.count <= mostWords else { return nil }
    var found: String?
    for word in words where !isWord(word) {
      guard found == nil, let number = number(word) else { return nil }
      found = number
    }
    return found
  }

  private static func trimmed(_ word: Substring) -> Substring {
    var word = word.drop { $0 == "~" || $0 == "≈" }
    while let last = word.last, ".?".contains(last) { word.removeLast() }
    return word
  }

  private static func isWord(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isASCII && $0.isLetter || $0 == "'" || $0 == "’" }
  }

  private static func number(_ word: Substring) -> String? {
    let isPercent = word.last == "%"
    let digits = isPercent ? word.dropLast() : word
    let isNumber = digits.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    guard isNumber, digits.utf8.contains(where: { (48...57).contains($0) }), Double(digits) != nil else {
      return nil
    }
    return isPercent ? "\(digits) / 100" : String(digits)
  }
}
