/// The column to predict, as numbers or classes.
struct FileTarget {
  /// Few different whole numbers are classes up to here, where there are `rowsInAClass` rows for each.
  static let fewValues = 10
  static let rowsInAClass = 5
  /// The most classes that are taken from a file.
  static let mostClasses = 100

  let kind: Dataset.Kind
  let reason: LoadedData.KindReason
  /// The classes' names, in the order of their numbers; empty for numbers.
  let classes: [String]
  /// One for each row; nil where there is none.
  let values: [Double?]

  init(
    _ column: FileColumn, lines: [Int], asked: DataFileOptions.TargetKind?
  ) throws(DataFileError) {
    if asked != .classes { try column.checkText(lines) }
    if asked == .regression, column.isText { throw Self.textTarget(column, lines) }
    let numbers = Set(column.cells.compactMap { if case .number(let x) = $0 { x } else { nil } })
    let isFew = Self.areFewWholeNumbers(numbers, present: column.cells.count - column.missingCells)
    guard column.textCells > 0 || asked == .classes || (asked == nil && isFew) else {
      (kind, classes, reason) = (.regression, [], asked == nil ? .numbers : .asked)
      values = try column.numbers(lines)
      return
    }
    let names = Self.names(column, numbers)
    guard names.count <= Self.mostClasses else {
      throw .tooManyClasses(name: column.name, found: names.count, limit: Self.mostClasses)
    }
    let places = Dictionary(
      names.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
    classes = names
    kind = .classes(names.count)
    reason = asked != nil ? .asked : column.textCells > 0 ? .text : .fewWholeNumbers(names.count)
    values = column.cells.indices.map { column.label($0).flatMap { places[$0] } }
  }

  private static func areFewWholeNumbers(_ numbers: Set<Double>, present: Int) -> Bool {
    numbers.count <= fewValues && numbers.count * rowsInAClass <= present
      && numbers.allSatisfy { Int(exactly: $0) != nil }
  }

  /// Numbers by size, then texts by their characters' numbers, as Python sorts them.
  private static func names(_ column: FileColumn, _ numbers: Set<Double>) -> [String] {
    numbers.sorted().map(FileColumn.text)
      + column.texts.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func textTarget(_ column: FileColumn, _ lines: [Int]) -> DataFileError {
    let row = column.firstText
    return .textTarget(name: column.name, line: lines[row], found: column.label(row) ?? "")
  }
}

extension FileColumn {
  /// The first row that holds a text; 0 where none does.
  var firstText: Int { cells.firstIndex { if case .text = $0 { true } else { false } } ?? 0 }

  /// - Throws: where a text stands in a column of numbers, or a number with a comma in any column.
  func checkText(_ lines: [Int]) throws(DataFileError) {
    guard textCells > 0 else { return }
    let row = firstText
    let text = label(row) ?? ""
    if text.isDecimalComma { throw .decimalComma(line: lines[row], name: name, found: text) }
    if !isText { throw .notANumber(line: lines[row], name: name, found: text) }
  }

  /// The numbers of a column without texts, nil for what is missing.
  func numbers(_ lines: [Int]) throws(DataFileError) -> [Double?] {
    var result: [Double?] = []
    result.reserveCapacity(cells.count)
    for (row, cell) in cells.enumerated() {
      guard case .number(let number) = cell else {
        result.append(nil)
        continue
      }
      guard number.isFinite else { throw .notFinite(line: lines[row], name: name) }
      result.append(number)
    }
    return result
  }
}

extension String {
  /// `1,5` or `1.234,50`.
  fileprivate var isDecimalComma: Bool {
    contains(",") && utf8.contains { (48...57).contains($0) }
      && utf8.allSatisfy { (48...57).contains($0) || "+-.,".utf8.contains($0) }
  }
}
