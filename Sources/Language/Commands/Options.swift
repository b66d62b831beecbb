import LossMath

/// The `name=value` options of one command call, read by name and checked that none is left over.
struct OptionReader {
  let interpreter: Interpreter
  let call: CommandCall
  let known: [String]

  init(_ call: CommandCall, _ interpreter: Interpreter, known: [String]) throws(Diagnostic) {
    self.call = call
    self.interpreter = interpreter
    self.known = known
    var seen: Set<String> = []
    for option in call.options {
      guard let name = option.name else { continue }
      let span = option.nameSpan ?? call.span
      guard known.contains(name) else {
        let near = Suggestions.nearest(to: name, among: known).map { "did you mean `\($0)`? " } ?? ""
        throw Diagnostic(
          .unknownOption, "`\(call.verb)` has no option `\(name)`", at: span,
          hint: near + "it takes " + known.joined(separator: ", "))
      }
      guard seen.insert(name).inserted else {
        throw Diagnostic(.unknownOption, "`\(name)` is given twice", at: span)
      }
    }
  }

  var settings: Settings { interpreter.settings }

  func expression(_ name: String) -> Expression? { call.options.first { $0.name == name }?.value }
  func has(_ name: String) -> Bool { expression(name) != nil }
  func span(_ name: String) -> Span { expression(name)?.span ?? call.span }

  func number(_ name: String) throws(Diagnostic) -> Double? {
    guard let expression = expression(name) else { return nil }
    return try interpreter.number(expression, "`\(name)`")
  }

  /// A whole number within bounds.
  func integer(_ name: String, _ range: ClosedRange<Int>) throws(Diagnostic) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw bad(
        name, "`\(name)` " + WholeNumbers.refusal(number, range),
        hint: "such as \(name)=\(WholeNumbers.nearest(number, range))")
    }
    return whole
  }

  /// `on` and `off`, `true` and `false`.
  func flag(_ name: String) throws(Diagnostic) -> Bool? {
    guard let expression = expression(name) else { return nil }
    switch expression.kind {
    case .name("on"), .truth(true): return true
    case .name("off"), .truth(false): return false
    default: throw bad(name, "`\(name)` is on or off")
    }
  }

  /// A word, bare or in quotes.
  func word(_ name: String) throws(Diagnostic) -> String? {
    guard let expression = expression(name) else { return nil }
    switch expression.kind {
    case .name(let word), .text(let word): return word
    default: throw bad(name, "`\(name)` is a word")
    }
  }

  /// One of a few words.
  func choice<T: RawRepresentable & CaseIterable>(_ name: String, _ type: T.Type) throws(Diagnostic) -> T?
  where T.RawValue == String {
    guard let word = try word(name) else { return nil }
    if let value = T(rawValue: word) { return value }
    throw bad(
      name, "`\(name)` cannot be \(word)",
      hint: "one of " + T.allCases.map(\.rawValue).joined(separator: ", "))
  }

  /// A vector of whole numbers; a single number counts as a vector of one.
  func integers(_ name: String) throws(Diagnostic) -> [Int]? {
    guard let expression = expression(name) else { return nil }
    let tensor = try interpreter.tensor(expression, "`\(name)`").value
    let numbers = tensor.elements.compactMap { Int(exactly: $0) }
    guard numbers.count == tensor.count, tensor.rank <= 1 else {
      throw bad(name, "`\(name)` holds whole numbers, such as [25] or [50, 20]")
    }
    return numbers
  }

  func bad(_ name: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.badArgument, message, at: span(name), hint: hint)
  }
}
