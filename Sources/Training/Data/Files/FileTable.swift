/// A file of comma-separated values, read into columns.
struct FileTable {
  /// The most values that are kept while a file is read (320 MB).
  static let mostValues = 20_000_000
  /// The most rows, with those that are left out later.
  static let mostRows = 2 * DataLimits.rows.upperBound
  /// The most columns, with those that are no features.
  static let mostColumns = 10 * DataLimits.columns.upperBound

  let separator: UInt8
  let hasHeader: Bool
  private(set) var columns: [FileColumn] = []
  /// The line of each row.
  private(set) var lines: [Int] = []

  init(
    _ bytes: [UInt8], separator: Unicode.Scalar?, hasHeader: Bool?, cancel: CancelToken
  ) throws(DataFileError) {
    if let zero = bytes.firstIndex(of: 0) {
      throw .notText(line: 1 + bytes[..<zero].count { $0 == UInt8(ascii: "\n") })
    }
    let separator = separator.flatMap { UInt8(exactly: $0.value) } ?? Self.likelySeparator(bytes)
    self.separator = separator
    let rows = CsvRows(bytes: bytes, separator: separator)
    var isHeader = true
    var columns: [FileColumn] = []
    var lines: [Int] = []
    try rows.forEach(cancel: cancel) { (row) throws(DataFileError) in
      if columns.isEmpty {
        // A first row without a number is a header.
        isHeader = hasHeader ?? (0..<row.count).allSatisfy { FileColumn.number(row[$0]) == nil }
        columns = try Self.columns(row, isHeader)
        if isHeader { return }
      }
      guard row.count == columns.count else {
        throw .ragged(line: row.line, found: row.count, expected: columns.count)
      }
      guard (lines.count + 1) * columns.count <= Self.mostValues else {
        throw .tooManyValues(limit: Self.mostValues)
      }
      guard lines.count < Self.mostRows else { throw .tooManyRows(limit: Self.mostRows) }
      for i in columns.indices where !columns[i].append(row[i]) {
        throw .notUtf8(line: row.line, column: i + 1)
      }
      lines.append(row.line)
    }
    guard !columns.isEmpty else { throw .empty }
    guard !lines.isEmpty else { throw .noRows }
    self.hasHeader = isHeader
    self.columns = columns
    self.lines = lines
  }

  /// The one of comma, semicolon and tab that stands most often in the first line, outside quotes.
  private static func likelySeparator(_ bytes: [UInt8]) -> UInt8 {
    let candidates = [",", ";", "\t"].map { (c: Unicode.Scalar) in UInt8(truncatingIfNeeded: c.value) }
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) }
    return candidates[best ?? 0]
  }

  private static func columns(_ row: CsvRows.Row, _ isHeader: Bool) throws(DataFileError) -> [FileColumn] {
    guard row.count <= mostColumns else { throw .tooManyColumns(found: row.count, limit: mostColumns) }
    var columns: [FileColumn] = []
    var places: [String: Int] = [:]
    for position in 0..<row.count {
      guard let text = String(validating: row[position], as: UTF8.self) else {
        throw .notUtf8(line: row.line, column: position + 1)
      }
      let name = isHeader && !text.isEmpty ? text : "c\(position)"
      if let other = places.updateValue(position, forKey: name) {
        throw .duplicateName(name, columns: [other + 1, position + 1])
      }
      columns.append(FileColumn(name: name, position: position))
    }
    return columns
  }
}
