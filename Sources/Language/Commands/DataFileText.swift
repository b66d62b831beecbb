import Training

/// What there is to say about a file that was loaded, or could not be.
enum DataFileText {
  /// - Parameter data: what the options made of the loaded rows.
  static func report(_ loaded: LoadedData, _ data: Dataset) -> [Piece] {
    sentences(loaded, data).map { .text($0, .muted) }
  }

  private static func sentences(_ loaded: LoadedData, _ data: Dataset) -> [String] {
    var result: [String] = []
    if case .file(let origin) = loaded.data.origin.source, !origin.hasHeader {
      result.append("The first line holds values, so the columns are called c0, c1, ... (header=on: names).")
    }
    if case .fewWholeNumbers(let count) = loaded.kindReason {
      result.append(
        "\(name(loaded.data.names.target)) has only \(count) different whole numbers, so they are taken as "
          + "classes (kind=regression: as numbers).")
    }
    if loaded.rowsWithoutTarget > 0 {
      result.append("\(counted(loaded.rowsWithoutTarget, "row")) without a target left out.")
    }
    if !loaded.missing.isEmpty {
      let counts = loaded.missing.prefix(8).map { "\(name($0.name)) \($0.count)" }.joined(separator: ", ")
      let remedy =
        loaded.rowsWithMissing > 0
        ? "\(counted(loaded.rowsWithMissing, "row")) left out for it (missing=mean keeps them)"
        : "filled with the mean of the column" + (data.fillsFromTraining ? " in the training rows" : "")
      result.append("Missing values: \(counts)\(loaded.missing.count > 8 ? ", ..." : ""); \(remedy).")
    }
    if !loaded.textColumns.isEmpty {
      result.append(textColumns(loaded.textColumns))
    }
    if !loaded.emptyColumns.isEmpty {
      result.append(
        "\(counted(loaded.emptyColumns.count, "empty column")) left out: \(list(loaded.emptyColumns)).")
    }
    return result
  }

  /// What is said where a new division of the rows changes what gaps are filled with.
  static func gaps(_ data: Dataset, _ made: Dataset) -> [Piece] {
    guard data.features != made.features, made.fillsFromTraining, !made.gaps.isEmpty,
      data.trainCount != made.trainCount || data.gaps != made.gaps || !data.fillsFromTraining
    else { return [] }
    let count = counted(made.gaps.count, "missing value")
    let verb = made.gaps.count == 1 ? "is" : "are"
    return [.text("\(count) \(verb) filled anew, with the means of the rows that train now.", .muted)]
  }

  private static func textColumns(_ columns: [LoadedData.Count]) -> String {
    let (names, most) = (columns.map(\.name), LoadedData.mostCategories)
    let start = "\(counted(columns.count, "text column")) left out: \(list(names))"
    guard columns.allSatisfy({ $0.count > most }) else {
      return start + " (categories=on turns up to \(most) different texts into ones and zeros)."
    }
    let counts = columns.prefix(12).map { String($0.count) }.joined(separator: ", ")
    let without = names.count == 1 ? name(names[0]) : "[...]"
    return start
      + ", of \(counts) different texts. categories=on takes up to \(most); without=\(without) says that "
      + "\(columns.count == 1 ? "it is" : "they are") left out."
  }

  /// Names as they may be shown: escape sequences are seen, not obeyed, and nothing is endless.
  static func name(_ name: String) -> String {
    Escaping.harmless(name.count > 40 ? String(name.prefix(39)) + "…" : name)
  }

  static func list(_ names: [String], _ limit: Int = 12) -> String {
    names.prefix(limit).map(name).joined(separator: ", ") + (names.count > limit ? ", ..." : "")
  }
}

extension Dataset {
  /// Whether missing values were filled with what the training rows alone have.
  var fillsFromTraining: Bool {
    if case .file(let file) = origin.source { file.meansFrom == .training } else { false }
  }
}
