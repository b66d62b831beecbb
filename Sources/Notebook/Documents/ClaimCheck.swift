import Language

/// Compares numbers in prose with the expressions that stand behind them: `0.375<!-- = mse(y, p) -->`.
struct ClaimCheck {
  private let interpreter: Interpreter

  /// How far before a claim its numbers stand at most, in characters.
  private static let reach = 400

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// - Parameter line: how many lines of the file stand before the one that the node counts as its first.
  func problems(_ node: MarkdownNode, line: Int) -> [NotebookProblem] {
    var problems: [NotebookProblem] = []
    var text = ""
    for child in node.children {
      switch child.kind {
      case .text, .code, .formula: text += child.plainText
      case .softbreak, .linebreak: text += " "
      case .htmlInline:
        guard let claim = Claim(child.literal) else { continue }
        if let message = check(claim, text) {
          problems.append(
            NotebookProblem(line: line + max(child.startLine, node.startLine, 1), message: message))
        }
      default:
        problems += self.problems(child, line: line)
        text += child.plainText
      }
    }
    if node.kind == .htmlBlock, Claim(node.literal) != nil {
      problems.append(
        NotebookProblem(line: line + node.startLine, message: "there is no number before `<!-- =`"))
    }
    return problems
  }

  /// `<!-- = EXPRESSION ≈ TOLERANCE -->`.
  private struct Claim {
    let expression: String
    let toleranceText: String?

    init?(_ html: String) {
      guard html.hasPrefix("<!--"), let end = html.ranges(of: "-->").last else { return nil }
      let text = String(html[..<end.lowerBound].dropFirst(4)).trimmed
      guard text.hasPrefix("="), !text.hasPrefix("==") else { return nil }
      let parts = text.dropFirst().split(separator: "≈", maxSplits: 1, omittingEmptySubsequences: false)
      expression = parts[0].trimmed
      toleranceText = parts.count > 1 ? parts[1].trimmed : nil
    }
  }

  private func check(_ claim: Claim, _ text: String) -> String? {
    var tolerance: Tolerance?
    if let text = claim.toleranceText {
      guard let given = Tolerance(text) else { return "`\(text)` is no tolerance; write ≈ 0.01 or ≈ 5%" }
      tolerance = given
    }
    let values: [Double]
    do throws(Diagnostic) {
      let memory = interpreter.memory
      defer { interpreter.memory = memory }
      values = try interpreter.result(of: claim.expression).numbers
    } catch {
      return "`\(claim.expression)` cannot be computed: \(error.message)"
    }
    let printed = PrintedNumber.all(in: String(text.suffix(Self.reach)))
    guard !values.isEmpty, printed.count >= values.count else {
      return values.isEmpty
        ? "`\(claim.expression)` is no number" : "there is no number before `<!-- = \(claim.expression) -->`"
    }
    for (printed, value) in zip(printed.suffix(values.count), values)
    where !printed.stands(for: value, tolerance) {
      let shown = NumberFormat.text(printed.isPercent ? value * 100 : value) + (printed.isPercent ? "%" : "")
      return "the text says \(printed.text), and `\(claim.expression)` is \(shown)"
    }
    return nil
  }
}

/// A number as it is written in prose.
struct PrintedNumber {
  let text: String
  let value: Double
  /// A unit of its last digit.
  let unit: Double
  let isPercent: Bool

  /// Whether the value, rounded as it is written here, gives this; or is as near as the tolerance allows.
  func stands(for exact: Double, _ tolerance: Tolerance?) -> Bool {
    let scaled = isPercent ? exact * 100 : exact
    if let tolerance { return tolerance.allows(isPercent ? value / 100 : value, for: exact) }
    return abs(scaled - value) <= unit / 2 * 1.000001 + abs(value) * 1e-12
  }

  /// The numbers of a text in their order: `0.375`, `−3`, `1e-6`, `61%`, `10 000` and `10,000`.
  static func all(in text: String) -> [PrintedNumber] {
    var numbers: [PrintedNumber] = []
    var scan = NumberScan(text)
    while let number = scan.next() { numbers.append(number) }
    return numbers
  }
}
