import Training

/// The part of a script that makes a data set's rows: the names to import, and the body of `load_data`, which leaves
/// `x` and `y` with the training rows first.
struct DataScript {
  private(set) var imports: Set<String> = []
  /// Lines at the module's level, before the functions.
  private(set) var constants: [String] = []
  private(set) var lines: [String] = []
  let trainRows: Int

  /// Nothing for rows that came from nowhere.
  init?(_ data: Dataset) {
    trainRows = data.trainCount
    switch data.origin.source {
    case .generator(let call): generate(call)
    case .file(let file): read(file)
    case .values: return nil
    }
    // The rows that train are known when they are divided for the last time.
    let known = data.origin.steps.lastIndex(where: \.isSplit).map { $0 + 1 } ?? 0
    for step in data.origin.steps[..<known] { take(step, data) }
    if data.fillsFromTraining { lines += FileScript.filling(trainRows) }
    for step in data.origin.steps[known...] { take(step, data) }
  }

  private mutating func generate(_ call: GeneratorCall) {
    imports.insert("from sklearn.datasets import \(call.function)")
    let arguments = call.arguments.filter { !$0.isStandard }.map {
      PythonExpression.Argument(name: $0.name, value: .atom($0.value.python))
    }
    lines += PythonLayout.statement("x, y = ", .call(call.function, arguments), indent: 4)
  }

  private mutating func take(_ step: DatasetOrigin.Step, _ data: Dataset) {
    switch step {
    case .split(_, let seed): if let seed { divide(seed) }
    case .standardised(let rows): standardise(rows == .all ? nil : trainRows, data)
    case .outliers(let share, let seed): addOutliers(share, seed)
    case .labelNoise(let share, let seed): addLabelNoise(share, seed, data)
    }
  }

  private mutating func divide(_ seed: UInt32) {
    imports.formUnion(["import numpy as np", "from sklearn.model_selection import train_test_split"])
    lines += [
      "    x_train, x_test, y_train, y_test = train_test_split(",
      "        x, y, train_size=\(trainRows), random_state=\(seed)",
      "    )",
      "    x, y = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])",
    ]
  }

  private mutating func standardise(_ fitted: Int?, _ data: Dataset) {
    imports.insert("from sklearn.preprocessing import StandardScaler")
    let isRegression = data.kind == .regression
    if let fitted {
      lines.append("    # The test rows are scaled by what the training rows have.")
      lines.append("    x = StandardScaler().fit(x[:\(fitted)]).transform(x)")
      guard isRegression else { return }
      lines.append("    y = y.reshape(-1, 1)")
      lines.append("    y = StandardScaler().fit(y[:\(fitted)]).transform(y).ravel()")
    } else {
      lines.append("    x = StandardScaler().fit_transform(x)")
      if isRegression { lines.append("    y = StandardScaler().fit_transform(y.reshape(-1, 1)).ravel()") }
    }
  }

  private mutating func addOutliers(_ share: Double, _ seed: UInt32) {
    let count = Dataset.spoiltRows(share: share, of: trainRows)
    let times = PythonText.number(Dataset.outlierDeviations)
    imports.insert("import numpy as np")
    lines += [
      "    # \(count) training targets are moved by \(times) standard deviations, up or down.",
      "    random = np.random.RandomState(\(seed))",
      "    moved = random.permutation(\(trainRows))[:\(count)]",
      "    direction = np.where(random.random_sample(\(count)) < 0.5, -1, 1)",
      "    y[moved] += direction * \(times) * y[:\(trainRows)].std()",
    ]
  }

  private mutating func addLabelNoise(_ share: Double, _ seed: UInt32, _ data: Dataset) {
    guard case .classes(let classes) = data.kind else { return }
    let count = Dataset.spoiltRows(share: share, of: trainRows)
    imports.insert("import numpy as np")
    lines += [
      "    # \(count) training rows get a wrong class.",
      "    random = np.random.RandomState(\(seed))",
      "    wrong = random.permutation(\(trainRows))[:\(count)]",
      "    shift = 1 + (random.random_sample(\(count)) * \(classes - 1)).astype(int)",
      "    y[wrong] = (y[wrong] + shift) % \(classes)",
    ]
  }

  private mutating func read(_ file: FileOrigin) {
    let part = FileScript(file)
    imports.formUnion(part.imports)
    constants = part.constants
    lines = part.lines
  }
}

extension GeneratorCall.Argument {
  /// Whether scikit-learn takes it so where nothing is said.
  fileprivate var isStandard: Bool {
    switch (name, value) {
    case ("shuffle", .truth(true)), ("bias", .number(0)), ("center_box", .numbers([-10, 10])): true
    default: false
    }
  }
}

extension GeneratorCall.Value {
  fileprivate var python: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value): PythonText.float(value)
    case .truth(let value): value ? "True" : "False"
    case .numbers(let values): "(" + values.map(PythonText.float).joined(separator: ", ") + ")"
    }
  }
}
