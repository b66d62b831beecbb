import LossMath
import Training

/// Values as they are shown.
enum ValueText {
  /// Longer vectors are shown by their two ends.
  private static let longest = 100
  private static let endsShown = 6

  static func pieces(_ value: Value) -> [Piece] {
    switch value {
    case .tensor(let traced): return [numbers(traced.value, number)] + sizeNote(traced.value)
    case .truth(let tensor): return [numbers(tensor, truthText)] + sizeNote(tensor)
    case .text(let text): return [.lines([StyledLine("\"\(Escaping.visible(text))\"")])]
    case .function(let function):
      return [
        .lines([
          StyledLine("\(function.name)(\(function.parameters.joined(separator: ", "))), a function of yours")
        ])
      ]
    case .builtin(let builtin): return [.text("\(builtin.signature): \(builtin.summary)")]
    case .dataset(let data): return DataText.pieces(data)
    case .run(let run): return RunText.pieces(run)
    case .record(let record): return pieces(record)
    case .distribution(let distribution): return DistributionText.pieces(distribution)
    case .list(let items):
      return [.numbers(NumberBlock(rows: [items.map(short)], isMatrix: false))]
    case .nothing: return []
    }
  }

  private static func pieces(_ record: Record) -> [Piece] {
    [
      .table(
        Table(
          header: ["name", "value"], rows: record.fields.map { [$0.name, short($0.value)] },
          leftAligned: [0, 1]))
    ]
  }

  /// One line, cut where it is long: for lists of variables and messages.
  static func short(_ value: Value) -> String {
    switch value {
    case .tensor(let traced): return short(traced.value, number)
    case .truth(let tensor): return short(tensor, truthText)
    case .run(let run): return RunText.headline(run)
    case .record(let record):
      return record.fields.map { "\($0.name) = \(short($0.value))" }.joined(separator: ", ")
    case .distribution(let distribution): return distribution.text
    case .list(let items):
      return "[" + (items.prefix(4).map(short) + (items.count > 4 ? ["..."] : [])).joined(separator: ", ")
        + "]"
    case .dataset(let data): return "\(data.rows) rows, \(counted(data.columns, "feature"))"
    case .function(let function): return "\(function.name)(\(function.parameters.joined(separator: ", ")))"
    case .builtin(let builtin): return builtin.signature
    case .text(let text): return "\"\(Escaping.visible(String(text.prefix(40))))\""
    case .nothing: return ""
    }
  }

  private static func number(_ x: Double) -> String { NumberFormat.text(x) }
  private static func truthText(_ x: Double) -> String { x != 0 ? "true" : "false" }

  private static func short(_ tensor: Tensor, _ text: (Double) -> String) -> String {
    if let single = tensor.single, tensor.isScalar { return text(single) }
    let (rows, columns) = tensor.rowsAndColumns
    func row(_ i: Int) -> String {
      let shown = tensor.elements[(i * columns)..<((i + 1) * columns)].prefix(4).map(text)
      return "[" + (shown + (columns > 4 ? ["..."] : [])).joined(separator: ", ") + "]"
    }
    if tensor.rank == 1 { return row(0) }
    return "[" + ((0..<min(rows, 2)).map(row) + (rows > 2 ? ["..."] : [])).joined(separator: ", ") + "]"
  }

  private static func numbers(_ tensor: Tensor, _ text: (Double) -> String) -> Piece {
    if tensor.isScalar { return .lines([StyledLine(text(tensor.elements[0]))]) }
    let (rows, columns) = tensor.rowsAndColumns
    if tensor.rank == 1 {
      return .numbers(NumberBlock(rows: [cells(tensor.elements[...], text)], isMatrix: false))
    }
    let lines = shownIndices(rows, limit: 20).map { row in
      row.map { cells(tensor.elements[($0 * columns)..<(($0 + 1) * columns)], text) } ?? ["..."]
    }
    return .numbers(NumberBlock(rows: lines, isMatrix: true))
  }

  private static func cells(_ elements: ArraySlice<Double>, _ text: (Double) -> String) -> [String] {
    shownIndices(elements.count, limit: longest).map { index in
      index.map { text(elements[elements.startIndex + $0]) } ?? "..."
    }
  }

  /// The indices that are shown, with a gap in the middle of what is too long.
  private static func shownIndices(_ count: Int, limit: Int) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    return Array(0..<endsShown) + [nil] + Array((count - endsShown)..<count)
  }

  private static func sizeNote(_ tensor: Tensor) -> [Piece] {
    guard tensor.rank > 0 else { return [] }
    let (rows, columns) = tensor.rowsAndColumns
    guard columns > longest || (tensor.rank > 1 && rows > 20) || tensor.rank > 2 else { return [] }
    return [.text("(\(Value.describe(tensor.shape)))", .muted)]
  }
}

/// Text from outside, made harmless: control characters are shown, not obeyed.
enum Escaping {
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      default: append(scalar, to: &result)
      }
    }
    return String(result)
  }

  /// A piece of somebody's text in a sentence, cut where it is long.
  static func excerpt(_ text: String) -> String { visible(cut(text, to: Limits.excerpt)) }

  /// The name of a file in a sentence. Of a long one the middle is left out: its end says more.
  static func path(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 2 * Limits.excerpt else { return visible(text) }
    let (start, end) = (scalars.prefix(Limits.excerpt / 2), scalars.suffix(3 * Limits.excerpt / 2))
    return visible(String(start)) + "…" + visible(String(end))
  }

  /// The beginning of a text, with dots behind it where that is not all.
  static func cut(_ text: String, to count: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// The same for a piece of a sentence, where quotes and backslashes stand for themselves.
  static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    guard scalar.mayBeObeyed else { return result.append(scalar) }
    result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might obey it instead of showing it: control and formatting characters, and line ends.
  public var mayBeObeyed: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
