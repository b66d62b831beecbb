/// The columns to learn from, as numbers.
struct FileFeatures {
  /// Where each feature comes from, and its values by row; nil where one is missing.
  private(set) var columns: [(source: FileOrigin.Column, values: [Double?])] = []
  private(set) var missing: [LoadedData.Count] = []
  private(set) var textColumns: [LoadedData.Count] = []
  private(set) var emptyColumns: [String] = []

  var names: [String] {
    columns.map { $0.source.category.map { [name = $0.source.name] in "\(name)=\($0)" } ?? $0.source.name }
  }

  init(_ candidates: [FileColumn], _ table: FileTable, categories: Bool) throws(DataFileError) {
    for column in candidates {
      if column.isEmpty {
        emptyColumns.append(column.name)
        continue
      }
      try column.checkText(table.lines)
      if column.isText {
        guard categories, column.texts.count <= LoadedData.mostCategories else {
          textColumns.append(.init(name: column.name, count: column.texts.count))
          continue
        }
        columns += Self.spread(column)
      } else {
        let source = FileOrigin.Column(position: column.position, name: column.name)
        columns.append((source, try column.numbers(table.lines)))
      }
      if column.missingCells > 0 { missing.append(.init(name: column.name, count: column.missingCells)) }
    }
    guard columns.count <= DataLimits.columns.upperBound else {
      throw .tooManyFeatures(found: columns.count, limit: DataLimits.columns.upperBound)
    }
    guard !columns.isEmpty else { throw .noFeatures(text: textColumns.map(\.name)) }
  }

  /// A column for each text: 1 where it stands, 0 elsewhere, nil where nothing does.
  private static func spread(_ column: FileColumn) -> [(FileOrigin.Column, [Double?])] {
    let labels = column.cells.indices.map(column.label)
    let different = Set(labels.compactMap { $0 }).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    return different.map { category in
      (
        FileOrigin.Column(position: column.position, name: column.name, category: category),
        labels.map { label in label.map { $0 == category ? 1 : 0 } }
      )
    }
  }

  /// Whether a row has every feature.
  func isWhole(_ row: Int) -> Bool { columns.allSatisfy { $0.values[row] != nil } }

  /// The features of some rows, row by row, and the places of those that are missing and want a number. A text that is
  /// missing is 0 in all of its columns.
  func matrix(_ rows: [Int]) -> (numbers: [Double], gaps: [Int]) {
    var (numbers, gaps): ([Double], [Int]) = ([], [])
    numbers.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns {
        if column.values[row] == nil, column.source.category == nil { gaps.append(numbers.count) }
        numbers.append(column.values[row] ?? 0)
      }
    }
    return (numbers, gaps)
  }
}
