extension Dataset {
  /// Whether missing values become means: these are taken anew where the training rows change.
  var fillsGaps: Bool {
    if case .file(let file) = origin.source { file.missing == .mean } else { false }
  }

  /// The same rows; what the file left empty becomes the mean of what some rows have in that column.
  ///
  /// - Parameter rows: Whose means are taken.
  /// - Throws: where a column with a gap has no value in these rows.
  public func filled(fittedOn rows: StandardiserRows) throws(DataError) -> Dataset {
    guard fillsGaps, case .file(var file) = origin.source else { return self }
    var result = self
    let known = rows == .all ? 0..<self.rows : trainRows
    let isGap = Set(gaps)
    for (column, empty) in Dictionary(grouping: gaps, by: { $0 % columns }).sorted(by: { $0.key < $1.key }) {
      let places = known.map { $0 * columns + column }
      let present = places.filter { !isGap.contains($0) }.map { features[$0] }
      guard !present.isEmpty else { throw .nothingToFill(column: names.feature(column), from: rows) }
      let mean = present.pairwiseSum / Double(present.count)
      for place in empty { result.features[place] = mean }
    }
    file.meansFrom = rows
    result.origin.source = .file(file)
    return result
  }

  /// Where the gaps are when the rows are taken in another order.
  func gaps(in order: [Int]) -> [Int] {
    guard !gaps.isEmpty else { return [] }
    var places = [Int](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { places[row] = place }
    return gaps.map { places[$0 / columns] * columns + $0 % columns }.sorted()
  }
}
