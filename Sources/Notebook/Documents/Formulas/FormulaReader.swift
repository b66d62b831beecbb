/// Reads LaTeX. What it does not know stays as it is written, so that nothing is lost.
struct FormulaReader {
  private var rest: Substring
  private var depth = 0
  /// Groups inside each other are read to this depth.
  private static let depthLimit = 40

  static func read(_ formula: String) -> FormulaNode {
    var reader = FormulaReader(rest: formula[...])
    return reader.row(until: nil)
  }

  private init(rest: Substring) { self.rest = rest }

  /// Everything up to a closing bracket, or to the end.
  private mutating func row(until end: Character?) -> FormulaNode {
    var nodes: [FormulaNode] = []
    while let first = rest.first {
      if first == end {
        rest.removeFirst()
        break
      }
      if first == "_" || first == "^" {
        nodes.append(scripts(of: nodes.popLast() ?? .nothing))
      } else {
        nodes.append(atom())
      }
    }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  /// What is raised and lowered behind a symbol.
  private mutating func scripts(of base: FormulaNode) -> FormulaNode {
    var (below, above): (FormulaNode?, FormulaNode?)
    while let mark = rest.first, mark == "_" && below == nil || mark == "^" && above == nil {
      rest.removeFirst()
      let script = argument()
      if mark == "_" { below = script } else { above = script }
    }
    return .scripts(base, below: below, above: above)
  }

  /// The next symbol, or what stands between the next braces.
  private mutating func atom() -> FormulaNode {
    guard let first = rest.first else { return .nothing }
    if first.isNumber { return .number(take { $0.isNumber || $0 == "." }) }
    rest.removeFirst()
    switch first {
    case "{": return nested("{") { $0.row(until: "}") }
    case "\\": return nested("\\") { $0.command() }
    case "-": return .sign("\u{2212}")
    case " ", "\n", "\t": return .blank
    case "~", "&": return .gap
    case let letter where letter.isLetter: return .letter(String(letter))
    default: return .sign(String(first))
    }
  }

  /// One level deeper, or only the sign itself where that would be too deep.
  private mutating func nested(_ sign: String, _ read: (inout Self) -> FormulaNode) -> FormulaNode {
    guard depth < Self.depthLimit else { return .sign(sign) }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func argument() -> FormulaNode {
    rest = rest.drop(while: \.isWhitespace)
    return atom()
  }

  private mutating func take(while isPart: (Character) -> Bool) -> String {
    let text = String(rest.prefix(while: isPart))
    rest = rest.dropFirst(text.count)
    return text
  }

  private mutating func command() -> FormulaNode {
    guard let first = rest.first else { return .words("\\") }
    guard first.isLetter else {
      rest.removeFirst()
      return ",;:! ".contains(first) ? .gap : .sign(first == "\\" ? ";" : String(first))
    }
    let name = take(while: \.isLetter)
    switch name {
    case "frac", "dfrac", "tfrac":
      let top = argument()
      return .fraction(top, argument())
    case "sqrt": return .root(argument())
    case "text", "mathrm", "operatorname", "textrm": return .words(braced())
    case "mathbf", "mathit", "boldsymbol", "mathbb", "mathcal": return argument()
    case "begin": return environment(braced())
    default: return Self.named(name) ?? accented(name)
    }
  }

  private static func named(_ name: String) -> FormulaNode? {
    if FormulaSymbols.invisible.contains(name) { return .nothing }
    if FormulaSymbols.gaps.contains(name) { return .gap }
    if let large = FormulaSymbols.large[name] { return .large(large) }
    if FormulaSymbols.functions.contains(name) { return .function(name) }
    guard let symbol = FormulaSymbols.symbols[name] else { return nil }
    return symbol.allSatisfy(\.isLetter) ? .letter(symbol) : .sign(symbol)
  }

  private mutating func accented(_ name: String) -> FormulaNode {
    guard let mark = FormulaSymbols.accents[name] else { return .words("\\" + name) }
    return .accent(argument(), mark: mark)
  }

  /// The words between the next braces.
  private mutating func braced() -> String {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == "{" else { return FormulaText.text(argument()) }
    rest.removeFirst()
    let text = take { $0 != "}" }
    rest = rest.dropFirst()
    return text
  }

  /// `cases`, line by line; of other environments, what is inside.
  private mutating func environment(_ name: String) -> FormulaNode {
    let end = "\\end{\(name)}"
    let inside = rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
    rest = rest.dropFirst(inside.count + end.count)
    let lines = inside.split(separator: "\\\\").map { line in
      line.split(separator: "&").map { column in
        var reader = FormulaReader(rest: column[...])
        reader.depth = depth
        return reader.row(until: nil)
      }
    }
    return .cases(lines)
  }
}
