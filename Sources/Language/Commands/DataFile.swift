import Training

/// `data load "rents.csv" target=rent`, understood.
struct DataFile {
  let options: OptionReader
  private let path: String
  private let pathSpan: Span

  static let ownOptions: [(name: String, summary: String)] = [
    ("target", "the column to predict, by name or by its place from 0 (-1 is the last)"),
    ("features", "the columns to learn from, such as [size, rooms]; all but the target where not given"),
    ("without", "columns to leave out, such as [id]"),
    ("kind", "regression or classes, where the target could be either"),
    (
      "missing",
      "drop leaves rows with a missing value out; mean fills in what the column has on average, in "
        + "the training rows where the line divides them or says standardize=train"
    ),
    ("categories", "on: text columns of up to 20 different texts become columns of ones and zeros"),
    ("header", "off: the first line holds values, on: names; found out where not given"),
    ("separator", "comma, semicolon, tab or a character in quotes; found out where not given"),
  ]

  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    options = try OptionReader(
      call, interpreter, known: Self.ownOptions.map(\.name) + DataSteps.names + ["shuffle", "seed"])
    guard call.values.count == 2 else {
      throw Diagnostic(
        .badCommand, "`load` wants the name of a file in quotes", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as data load \"rents.csv\" target=rent")
    }
    let name = call.values[1]
    let example = (name.bareName ?? "rents") + ".csv"
    path = try interpreter.fileName(name, before: "load ", example: example)
    pathSpan = name.span
  }

  func load() throws(Diagnostic) -> LoadedData {
    var wanted = try wanted()
    let host = options.interpreter.host
    let bytes: [UInt8]
    do throws(FileProblem) { (bytes, wanted.path) = try host.find(path) } catch {
      throw Diagnostic(
        .missingFile, "\"\(Escaping.path(path))\" cannot be read: \(error.reason)", at: pathSpan,
        hint: error.remedy ?? (error.isMissing ? "TAB completes the names of files inside quotes" : nil))
    }
    do throws(DataFileError) { return try Dataset.load(bytes, wanted, cancel: host.cancel) } catch {
      throw DataFileText.diagnostic(error, options, pathSpan)
    }
  }

  private func wanted() throws(Diagnostic) -> DataFileOptions {
    var wanted = DataFileOptions()
    wanted.target = try options.expression("target").map(column)
    wanted.features = try columns("features")
    wanted.without = try columns("without") ?? []
    if wanted.features != nil, options.has("without") {
      throw options.bad("without", "`features` says already which columns are kept")
    }
    wanted.kind = try options.choice("kind", DataFileOptions.TargetKind.self)
    wanted.missing = try options.choice("missing", MissingValues.self) ?? .drop
    wanted.categories = try options.flag("categories") ?? false
    wanted.hasHeader = try options.flag("header")
    wanted.separator = try separator()
    return wanted
  }

  private func columns(_ name: String) throws(Diagnostic) -> [DataFileOptions.Choice]? {
    try options.expression(name)?.items.map(column)
  }

  private func column(_ expression: Expression) throws(Diagnostic) -> DataFileOptions.Choice {
    if case .text(let name) = expression.kind { return .name(name) }
    if let name = expression.bareName { return .name(name) }
    let number = try options.interpreter.number(expression, "a column")
    guard let place = Int(exactly: number) else {
      throw Diagnostic(
        .badArgument, "a column is a name, or a whole number from 0", at: expression.span,
        hint: "a name with blanks or other signs stands in quotes")
    }
    return .position(place)
  }

  private func separator() throws(Diagnostic) -> Unicode.Scalar? {
    guard let word = try options.word("separator") else { return nil }
    let named: [String: Unicode.Scalar] = ["comma": ",", "semicolon": ";", "tab": "\t"]
    if let scalar = named[word] { return scalar }
    if let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1, scalar.isASCII,
      !["\"", "\n", "\r", "\0"].contains(scalar), scalar.properties.numericType == nil
    {
      return scalar
    }
    throw options.bad(
      "separator", "`separator` is comma, semicolon, tab, or another character in quotes",
      hint: "such as separator=\";\"")
  }
}
