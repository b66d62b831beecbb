extension Cell {
  /// What a cell may be meant as where a question waits for a value.
  public enum Meaning: Equatable, Sendable {
    /// An expression or a constant: an answer.
    case answer
    /// Nothing but the name of a variable: an answer, or a look at it.
    case look(String)
    /// A number given to a name: an answer, or a value to go on with.
    case note(String)
    /// What was computed is given a name: a step on the way, most likely.
    case step
    /// A command, a loop, a definition.
    case other
  }

  public var meaning: Meaning {
    switch statements.last?.kind {
    case .expression(let expression):
      guard let name = expression.bareName, statements.count == 1, Constant.all[name] == nil else {
        return .answer
      }
      return .look(name)
    case .assign(let name, _, .expression(let expression)):
      return statements.count == 1 && expression.isNumber ? .note(name) : .step
    default: return .other
    }
  }

  /// Whether the cell is a number as it is written, and nothing more.
  public var isBareNumber: Bool {
    guard statements.count == 1, case .expression(let expression) = statements[0].kind else { return false }
    return expression.isNumber
  }

  /// Whether the cell says the same as a piece of code; where that is a call of a function that the reader or the
  /// lesson made, other numbers will do.
  public func repeats(_ code: String) -> Bool {
    let (own, other) = (SourceText(text).kinds, SourceText(code).kinds)
    if own == other { return !own.isEmpty }
    guard case .name(let function)? = own.first, own.count > 1, own[1] == .symbol(.openRound),
      Builtin.named(function) == nil
    else { return false }
    return own.map(\.withoutNumber) == other.map(\.withoutNumber)
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    switch kind {
    case .number: true
    case .unary(_, let operand): operand.isNumber
    default: bareName.map { Constant.all[$0] != nil } ?? false
    }
  }
}

extension SourceText {
  fileprivate var kinds: [Token.Kind] {
    var lexer = Lexer(self)
    var kinds: [Token.Kind] = []
    while let token = try? lexer.next(), token.kind != .end {
      if token.kind != .newline { kinds.append(token.kind) }
    }
    return kinds
  }
}

extension Token.Kind {
  fileprivate var withoutNumber: Token.Kind {
    if case .number = self { .number(0) } else { self }
  }
}
