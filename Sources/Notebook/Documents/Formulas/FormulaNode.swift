/// A formula as a tree: what is written in LaTeX, as far as lessons need it.
indirect enum FormulaNode: Equatable, Sendable {
  case row([FormulaNode])
  /// A variable.
  case letter(String)
  case number(String)
  /// An operator, a relation, a bracket or a comma.
  case sign(String)
  /// A sum, a product, a maximum: its limits stand below and above it where there is room.
  case large(String)
  /// The name of a function.
  case function(String)
  /// Words, and what is not known, as it was written.
  case words(String)
  /// A blank between symbols, which means nothing where the symbols bring their own distances.
  case blank
  /// A distance that was asked for.
  case gap
  case fraction(FormulaNode, FormulaNode)
  case root(FormulaNode)
  case scripts(FormulaNode, below: FormulaNode?, above: FormulaNode?)
  /// A letter with a combining mark over it.
  case accent(FormulaNode, mark: String)
  /// Lines of columns behind one brace.
  case cases([[FormulaNode]])

  static let nothing = FormulaNode.row([])
}
