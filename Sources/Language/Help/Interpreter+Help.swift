extension Interpreter {
  /// What a name means: the variable of that name, and what `help` says on it. Nothing where it means nothing.
  public func meaning(of name: String) -> [Piece] {
    let own = globals[name].map { value in
      [
        Piece.paragraph([
          StyledRun(name, .code), StyledRun(": \(value.description), \(ValueText.short(value))"),
        ])
      ]
    }
    return ([own, HelpText.entry(name, self)] as [[Piece]?]).compactMap { $0 }.reduce([]) { pieces, more in
      pieces.isEmpty ? more : pieces + [.blank] + more
    }
  }
}
