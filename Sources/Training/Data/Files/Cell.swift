/// One value of a file: a number, a text by its number in the column's list, or nothing.
enum Cell: Equatable {
  case missing
  case number(Double)
  case text(Int)
}

/// A column of a file.
struct FileColumn {
  let name: String
  let position: Int
  private(set) var cells: [Cell] = []
  /// The different texts, in order of appearance.
  private(set) var texts: [String] = []
  private(set) var textCells = 0
  private(set) var missingCells = 0
  private var places: [String: Int] = [:]

  init(name: String, position: Int) {
    self.name = name
    self.position = position
  }

  var isEmpty: Bool { missingCells == cells.count }

  /// At least half of what it holds are texts, so that a text is no slip of the pen.
  var isText: Bool { textCells > 0 && textCells * 2 >= cells.count - missingCells }

  /// - Returns: false where the bytes are no UTF-8.
  mutating func append(_ bytes: ArraySlice<UInt8>) -> Bool {
    if Self.isMissing(bytes) {
      missingCells += 1
      cells.append(.missing)
    } else if let number = Self.number(bytes) {
      cells.append(.number(number))
    } else {
      guard let text = String(validating: bytes, as: UTF8.self) else { return false }
      textCells += 1
      cells.append(.text(place(of: text)))
    }
    return true
  }

  private mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// What stands in a row, as text; nil where nothing does.
  func label(_ row: Int) -> String? {
    switch cells[row] {
    case .missing: nil
    case .number(let number): Self.text(number)
    case .text(let place): texts[place]
    }
  }

  /// A number without a decimal point where it is whole.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? number.description
  }

  private static let missingWords: Set = ["", "na", "n/a", "nan", "null", "none", "?"]

  private static func isMissing(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 4 else { return bytes.allSatisfy { $0 == UInt8(ascii: " ") } }
    return missingWords.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// Decimal digits with an optional point and exponent, or an infinity. Beyond the range of a double: infinite.
  static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard let first = bytes.first, bytes.count < 400 else { return nil }
    let unsigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    guard let start = unsigned.first else { return nil }
    let isDecimal = (48...57).contains(start) || start == UInt8(ascii: ".")
    let letters = unsigned.count { !(48...57).contains($0) && !".eE+-".utf8.contains($0) }
    if isDecimal && letters == 0 { return Double(String(decoding: bytes, as: UTF8.self)) }
    let word = String(decoding: unsigned, as: UTF8.self).lowercased()
    return word == "inf" || word == "infinity" ? (first == UInt8(ascii: "-") ? -.infinity : .infinity) : nil
  }
}
