/// A formula in LaTeX as readable Unicode: `\sum_i y_i \log p_i` becomes `∑ᵢ yᵢ log pᵢ`.
///
/// What it does not know stays as it is written, so that nothing is lost.
struct FormulaText {
  private var rest: Substring

  static func text(_ formula: String) -> String {
    var reader = FormulaText(rest: formula[...])
    return reader.group(until: nil).split(separator: " ").joined(separator: " ")
  }

  /// Groups and commands inside each other are read to this depth.
  private static let depthLimit = 80
  private var depth = 0

  private init(rest: Substring) { self.rest = rest }

  /// Everything up to a closing bracket, or to the end.
  private mutating func group(until end: Character?) -> String {
    var text = ""
    while let first = rest.first {
      if first == end {
        rest.removeFirst()
        break
      }
      text += atom()
    }
    return text
  }

  /// The next symbol, or what stands between the next braces.
  private mutating func atom() -> String {
    guard let first = rest.popFirst() else { return "" }
    guard depth < Self.depthLimit else { return String(first) }
    depth += 1
    defer { depth -= 1 }
    switch first {
    case "{": return group(until: "}")
    case "\\": return command()
    case "_": return Self.small(argument(), FormulaSymbols.subscripts, mark: "_")
    case "^": return Self.small(argument(), FormulaSymbols.superscripts, mark: "^")
    case "-": return "\u{2212}"
    case "~", "&": return " "
    default: return String(first)
    }
  }

  private mutating func argument() -> String {
    rest = rest.drop { $0 == " " }
    return atom()
  }

  private mutating func command() -> String {
    guard let first = rest.first else { return "\\" }
    guard first.isLetter else {
      rest.removeFirst()
      return ",;:! ".contains(first) ? " " : first == "\\" ? "; " : String(first)
    }
    let name = String(rest.prefix(while: \.isLetter))
    rest = rest.dropFirst(name.count)
    switch name {
    case "frac", "dfrac", "tfrac":
      let (top, bottom) = (argument(), argument())
      return Self.bracketed(top) + "/" + Self.bracketed(bottom)
    case "sqrt": return "\u{221A}" + Self.bracketed(argument())
    case "text", "mathrm", "mathbf", "mathit", "operatorname", "boldsymbol", "mathbb", "mathcal":
      return argument()
    case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle": return ""
    case let name where FormulaSymbols.accents[name] != nil:
      return argument() + (FormulaSymbols.accents[name] ?? "")
    default: break
    }
    if let symbol = FormulaSymbols.symbols[name] { return symbol }
    return FormulaSymbols.functions.contains(name) ? name : "\\" + name
  }

  /// In brackets, where it is more than one word.
  private static func bracketed(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(" + text + ")"
  }

  /// Raised or lowered letters, where Unicode has them all.
  private static func small(_ text: String, _ table: [Character: Character], mark: String) -> String {
    let small = text.filter { $0 != " " }.map { table[$0] }
    if small.allSatisfy({ $0 != nil }) { return String(small.compactMap { $0 }) }
    return mark + (text.count > 1 ? "(" + text + ")" : text)
  }
}

enum FormulaSymbols {
  static let subscripts = pairs("0123456789+=()aehijklmnoprstuvx\u{2212}", "₀₁₂₃₄₅₆₇₈₉₊₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋")
  static let superscripts = pairs(
    "0123456789+=()abcdefghijklmnoprstuvwxyzT\u{2212}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ⁻")

  private static func pairs(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(zip(from, to).map { ($0, $1) }, uniquingKeysWith: { $1 })
  }

  /// Combining marks, which follow their letter.
  static let accents = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
    "vec": "\u{20D7}", "dot": "\u{307}",
  ]

  static let functions: Set<String> = [
    "log", "ln", "exp", "max", "min", "sin", "cos", "tan", "tanh", "lim", "sup", "inf", "det", "arg",
    "argmax", "argmin",
    "sign", "softmax",
  ]

  static let symbols: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇", "infty": "∞", "cdot": "·",
    "times": "×",
    "div": "÷", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠",
    "approx": "≈", "sim": "∼", "propto": "∝", "equiv": "≡", "in": "∈", "notin": "∉", "subset": "⊂", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "mapsto": "↦", "forall": "∀", "exists": "∃",
    "ldots": "…",
    "dots": "…", "cdots": "⋯", "mid": "|", "vert": "|", "lvert": "|", "rvert": "|", "Vert": "‖", "lVert": "‖",
    "rVert": "‖", "ell": "ℓ", "circ": "∘", "odot": "⊙", "otimes": "⊗", "top": "ᵀ", "quad": " ", "qquad": " ",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "star": "⋆",
  ]
}
