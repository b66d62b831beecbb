import Training

/// The part of a script that reads a file of comma-separated values as Lossbook did.
struct FileScript {
  private(set) var imports: Set<String> = ["import csv", "import numpy as np"]
  private(set) var constants: [String] = []
  private(set) var lines: [String] = []
  private let file: FileOrigin

  init(_ file: FileOrigin) {
    self.file = file
    constants =
      [""] + features + target + ["MISSING = {\"\", \"na\", \"n/a\", \"nan\", \"null\", \"none\", \"?\"}"]
    lines = reading + targets + missing
  }

  private var features: [String] {
    let hasCategories = file.features.contains { $0.category != nil }
    return [
      hasCategories
        ? "# Where each feature stands in a line; with a text, it is 1 where that text stands."
        : "# Where each feature stands in a line.",
      "FEATURES = [",
    ]
      + file.features.map { column in
        let category = column.category.map(PythonText.string) ?? "None"
        return "    (\(column.position), \(category)),  # \(PythonText.comment(column.name))"
      } + ["]"]
  }

  private var target: [String] {
    let position = "TARGET = \(file.target.position)  # \(PythonText.comment(file.target.name))"
    guard !file.classes.isEmpty else { return [position] }
    let list = PythonExpression.list(file.classes.map { .atom(areNumbers ? $0 : PythonText.string($0)) })
    return [position] + PythonLayout.statement("CLASSES = ", list)
  }

  private var areNumbers: Bool { file.classes.allSatisfy { Double($0)?.isFinite == true } }

  private var reading: [String] {
    let delimiter = file.separator == "," ? "" : ", delimiter=\(PythonText.string(file.separator))"
    // 0 is standard input's descriptor.
    let path = file.path == Host.standardInput ? "0" : PythonText.string(file.path)
    let rows = "[[cell.strip() for cell in row] for row in csv.reader(file\(delimiter)) if row]"
    return [
      "    with open(\(path), newline=\"\", encoding=\"utf-8-sig\") as file:",
      "        rows = \(rows)",
    ] + (file.hasHeader ? ["    del rows[0]  # the names of the columns"] : []) + [
      "    rows = [row for row in rows if row[TARGET].lower() not in MISSING]",
      "    x = np.array([[feature(row[i], text) for i, text in FEATURES] for row in rows])",
    ]
  }

  private var targets: [String] {
    if file.classes.isEmpty { return ["    y = np.array([float(row[TARGET]) for row in rows])"] }
    let cell = areNumbers ? "float(row[TARGET])" : "row[TARGET]"
    return ["    y = np.array([CLASSES.index(\(cell)) for row in rows])"]
  }

  private var missing: [String] {
    if file.missing == .drop {
      return [
        "    whole = ~np.isnan(x).any(axis=1)  # rows without a missing value",
        "    x, y = x[whole], y[whole]",
      ]
    }
    let categories = file.features.indices.filter { file.features[$0].category != nil }
    let zeros =
      "    x[:, \(categories)] = np.nan_to_num(x[:, \(categories)])  # a missing text is none of them"
    return (categories.isEmpty ? [] : [zeros]) + (file.meansFrom == .all ? Self.filling(nil) : [])
  }

  /// Fills missing values with the means of the first `rows` rows, or of all.
  static func filling(_ rows: Int?) -> [String] {
    let part = rows.map { "x[:\($0)]" } ?? "x"
    return [
      "    means = np.nanmean(\(part), axis=0)" + (rows == nil ? "" : "  # what the training rows have"),
      "    x = np.where(np.isnan(x), means, x)",
    ]
  }

  /// The function that makes a number of a cell.
  static let feature = [
    "def feature(cell, text):",
    "    \"\"\"A cell as a number: its own, or whether it holds the text.\"\"\"",
    "    if cell.lower() in MISSING:",
    "        return np.nan",
    "    return float(cell) if text is None else float(cell == text)",
  ]
}
