extension Dataset {
  /// A data set from the bytes of a file of comma-separated values (RFC 4180, UTF-8).
  ///
  /// Empty values, NA, NaN, null, none and ? count as missing. A row without a target is always left out.
  public static func load(
    _ bytes: [UInt8], _ options: DataFileOptions, cancel: CancelToken = .never
  ) throws(DataFileError) -> LoadedData {
    let table = try FileTable(
      bytes, separator: options.separator, hasHeader: options.hasHeader, cancel: cancel)
    guard let choice = options.target else { throw .noTarget(names: table.columns.map(\.name)) }
    let targetColumn = try table.column(choice)
    let target = try FileTarget(targetColumn, lines: table.lines, asked: options.kind)
    let features = try FileFeatures(
      try table.candidates(options, besides: targetColumn), table, categories: options.categories)

    let withTarget = table.lines.indices.filter { target.values[$0] != nil }
    let kept = options.missing == .mean ? withTarget : withTarget.filter(features.isWhole)
    let rowsWithoutTarget = table.lines.count - withTarget.count
    let rowsWithMissing = withTarget.count - kept.count
    guard kept.count >= DataLimits.rows.lowerBound else {
      throw .tooFewRows(
        left: kept.count, all: table.lines.count, withoutTarget: rowsWithoutTarget,
        withMissing: rowsWithMissing)
    }
    let targets = kept.compactMap { target.values[$0] }
    if let only = targets.first, targets.allSatisfy({ $0 == only }) {
      throw .constantTarget(
        name: targetColumn.name, value: targetColumn.label(kept[0]) ?? "", rows: kept.count)
    }
    try check(rows: kept.count, columns: features.columns.count)
    let origin = FileOrigin(
      path: options.path, separator: String(Unicode.Scalar(table.separator)), hasHeader: table.hasHeader,
      target: .init(position: targetColumn.position, name: targetColumn.name), classes: target.classes,
      features: features.columns.map(\.source), missing: options.missing)
    let (numbers, gaps) = features.matrix(kept)
    var data = Dataset(
      trusted: baseName(options.path), features: numbers, targets: targets,
      columns: features.columns.count, kind: target.kind, origin: .file(origin),
      names: DatasetNames(features: features.names, target: targetColumn.name, classes: target.classes))
    data.gaps = gaps
    return LoadedData(
      data: try filled(data), kindReason: target.reason, rowsRead: table.lines.count,
      rowsWithoutTarget: rowsWithoutTarget, rowsWithMissing: rowsWithMissing, missing: features.missing,
      textColumns: features.textColumns, emptyColumns: features.emptyColumns)
  }

  private static func check(rows: Int, columns: Int) throws(DataFileError) {
    do throws(DataError) { try DataLimits.check(rows: rows, columns: columns) } catch { throw .data(error) }
  }

  private static func filled(_ data: Dataset) throws(DataFileError) -> Dataset {
    do throws(DataError) { return try data.filled(fittedOn: .all) } catch { throw .data(error) }
  }

  /// `rents` of `data/rents.csv`; `-` is standard input.
  private static func baseName(_ path: String) -> String {
    if path == "-" { return "stdin" }
    let file = path.split(separator: "/").last.map(String.init) ?? "data"
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}

extension FileTable {
  func column(_ choice: DataFileOptions.Choice) throws(DataFileError) -> FileColumn {
    let found: FileColumn? =
      switch choice {
      case .name(let name): columns.first { $0.name == name }
      case .position(let place) where columns.indices.contains(place): columns[place]
      case .position(let place) where (-columns.count..<0).contains(place): columns[columns.count + place]
      case .position: nil
      }
    guard let found else { throw .noColumn(choice, names: columns.map(\.name)) }
    return found
  }

  /// The columns that may become features.
  func candidates(
    _ options: DataFileOptions, besides target: FileColumn
  ) throws(DataFileError) -> [FileColumn] {
    if let features = options.features {
      let chosen = try features.map { (choice) throws(DataFileError) in try column(choice) }
      let twice = chosen.indices.first { i in chosen[..<i].contains { $0.position == chosen[i].position } }
      if let twice { throw .featureTwice(chosen[twice].name) }
      if chosen.contains(where: { $0.position == target.position }) { throw .targetAsFeature(target.name) }
      return chosen
    }
    let without = try options.without.map { (choice) throws(DataFileError) in try column(choice).position }
    return columns.filter { $0.position != target.position && !without.contains($0.position) }
  }
}
