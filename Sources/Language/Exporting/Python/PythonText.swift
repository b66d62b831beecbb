/// Python literals and names.
enum PythonText {
  /// A string literal that holds exactly this text, in printable ASCII and letters.
  static func string(_ text: String) -> String {
    // Black takes the quote that needs no escape.
    let quote: Unicode.Scalar = text.contains("\"") && !text.contains("'") ? "'" : "\""
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case quote: result += "\\" + String(quote)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result += isPlain(scalar) ? String(scalar) : escape(scalar)
      }
    }
    return result + String(quote)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    func padded(_ count: Int) -> String {
      String(repeating: "0", count: max(count - digits.count, 0)) + digits
    }
    return scalar.value < 0x100
      ? "\\x" + padded(2) : scalar.value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
  }

  /// The text of a comment: nothing in it ends the line.
  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : " " }))
  }

  /// The shortest decimal that is exactly this number; a whole number without a point.
  static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 { return String(whole) }
    return float(value)
  }

  /// The same, a float to Python whatever it is.
  static func float(_ value: Double) -> String {
    if value.isNaN { return "float(\"nan\")" }
    if value.isInfinite { return value < 0 ? "float(\"-inf\")" : "float(\"inf\")" }
    return "\(value)"
  }

  /// A name that Python has not taken, and that is not among `taken`; Python reads some letters as others, so those
  /// outside ASCII are spelt by their numbers.
  static func name(_ name: String, taken: Set<String>) -> String {
    var result = name.unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isASCII ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }
    while taken.contains(result) || reserved.contains(result) { result += "_" }
    return result
  }

  /// Python's keywords, and the names that the scripts use themselves.
  private static let reserved: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while", "with",
    "yield", "float", "int", "range", "len", "list", "enumerate", "zip", "print", "max", "min", "open", "str",
    "sum",
    "csv", "dist", "keras", "math", "nn", "np", "ops", "os", "plt", "torch", "F", "Path",
    "BATCH_SIZE", "CLASSES", "DEVICE", "Exp", "FEATURES", "MISSING", "TARGET", "feature", "EPOCHS",
    "LOCAL_RANK", "PATIENCE", "RANK", "SEED", "WORLD_SIZE",
    "accuracy", "build_model", "criterion", "evaluate", "loss", "load_data", "main", "metric", "plot",
    "report", "training_step", "WholeHalves", "DataLoader", "TensorDataset", "DistributedSampler",
    "DistributedDataParallel", "StandardScaler", "train_test_split", "load_rows",
  ]
}
