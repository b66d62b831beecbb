import CCsv

/// The rows of a file of comma-separated values (RFC 4180), one after the other, by libcsv.
struct CsvRows {
  /// The longest value: whatever goes on for longer is a quote that nobody closed.
  static let longestValue = 1_000_000
  /// The longest line, in bytes: more than any number of columns takes that a table may have.
  static let longestLine = 4_000_000

  let bytes: [UInt8]
  let separator: UInt8

  /// One row: its values behind one another, and the line it begins in.
  struct Row {
    var line = 1
    fileprivate var text: [UInt8] = []
    fileprivate var ends: [Int] = []
    fileprivate var isComplete = false

    var count: Int { ends.count }

    subscript(index: Int) -> ArraySlice<UInt8> {
      text[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
    }

    fileprivate mutating func clear() {
      text.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      isComplete = false
    }
  }

  /// Hands over each row. Lines without a value are passed over.
  ///
  /// libcsv is fed a line at a time, so that every row and every error has its line.
  func forEach(
    cancel: CancelToken, _ take: (Row) throws(DataFileError) -> Void
  ) throws(DataFileError) {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, separator)
    csv_set_blk_size(&parser, 65_536)
    var row = Row()
    var line = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      if line % 1024 == 0 && cancel.isCancelled { throw .cancelled }
      let end = Self.lineEnd(bytes, start)
      guard end - start <= Self.longestLine else { throw .lineTooLong(line: line, limit: Self.longestLine) }
      guard Self.feed(&parser, bytes[start..<end], &row) else { throw .strayQuote(line: line) }
      guard parser.entry_pos <= Self.longestValue else { throw .unclosedQuote(line: row.line) }
      (start, line) = (end, line + 1)
      try Self.finish(&row, nextLine: line, parser.isBetweenRows, take)
    }
    let status = withUnsafeMutablePointer(to: &row) { csv_fini(&parser, addValue, endRow, $0) }
    guard status == 0 else { throw .unclosedQuote(line: row.line) }
    try Self.finish(&row, nextLine: line, true, take)
  }

  private static func finish(
    _ row: inout Row, nextLine: Int, _ isBetweenRows: Bool, _ take: (Row) throws(DataFileError) -> Void
  ) throws(DataFileError) {
    if row.isComplete {
      try take(row)
      row.clear()
    }
    if isBetweenRows { row.line = nextLine }
  }

  /// - Returns: whether the whole line was understood.
  private static func feed(
    _ parser: inout csv_parser, _ line: ArraySlice<UInt8>, _ row: inout Row
  ) -> Bool {
    line.withUnsafeBytes { bytes in
      withUnsafeMutablePointer(to: &row) {
        csv_parse(&parser, bytes.baseAddress, bytes.count, addValue, endRow, $0) == bytes.count
      }
    }
  }

  /// Behind the next line feed, or the next carriage return without one.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { return index }
      if byte == UInt8(ascii: "\r") {
        return index < bytes.count && bytes[index] == UInt8(ascii: "\n") ? index + 1 : index
      }
    }
    return index
  }
}

extension csv_parser {
  /// libcsv's state 0: no value of the next row has begun.
  fileprivate var isBetweenRows: Bool { pstate == 0 }
}

/// What libcsv calls for each value; the last argument is the `Row` in the making.
private func addValue(_ value: UnsafeMutableRawPointer?, _ count: Int, _ row: UnsafeMutableRawPointer?) {
  guard let row = row?.assumingMemoryBound(to: CsvRows.Row.self) else { return }
  if let value { row.pointee.text.append(contentsOf: UnsafeRawBufferPointer(start: value, count: count)) }
  row.pointee.ends.append(row.pointee.text.count)
}

/// What libcsv calls at the end of a row.
private func endRow(_ terminator: Int32, _ row: UnsafeMutableRawPointer?) {
  row?.assumingMemoryBound(to: CsvRows.Row.self).pointee.isComplete = true
}
