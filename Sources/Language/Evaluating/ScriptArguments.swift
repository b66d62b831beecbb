import LossMath

extension Value {
  /// What stood behind the name of a script, as `args`: what reads as a number is one, and the rest is text. If all are
  /// numbers they are a vector.
  public static func arguments(_ words: [String]) -> Value { joined(words.map(argument)) }

  /// A script that is given no arguments has them all the same, as an empty vector.
  func isEmptyArguments(_ name: String) -> Bool {
    name == "args" && asTensor?.value.elements.isEmpty == true
  }

  /// A vector of numbers, or a list where something else is among them.
  static func joined(_ items: [Value]) -> Value {
    let numbers = items.compactMap { $0.asTensor?.value.single }
    return numbers.count == items.count ? .tensor(Tensor(numbers)) : .list(items)
  }

  private static func argument(_ word: String) -> Value {
    var parser = Parser(SourceText(word), verbs: [:])
    guard let cell = try? parser.nextCell(), cell.statements.count == 1, cell.text == word,
      case .expression(let expression) = cell.statements[0].kind
    else { return .text(word) }
    switch expression.kind {
    case .number(let number): return .number(number)
    case .unary(.plus, let operand):
      if case .number(let number) = operand.kind { return .number(number) }
    default: break
    }
    return .text(word)
  }
}
