/// A call in Python with places for the arguments of a built-in function:
/// `torch.clamp({x!}, {low}, {high})`.
///
/// A place may ask for a kind of argument: `!` a tensor, `?` a condition, `%` an integer, `#` a Python number. An
/// argument of the call whose place stays empty is left out; behind `|` stands what takes its place instead.
struct CallTemplate: Sendable {
  indirect enum Node: Sendable {
    case text(String)
    case place(name: String, need: Need, fallback: String?)
    case call(String, [Node])
    case list([Node])
    case named(String, Node)
    case suffix(Node, String)
  }

  enum Need: Character, Sendable {
    case any = " "
    case tensor = "!"
    case condition = "?"
    case integer = "%"
    case number = "#"
  }

  let root: Node

  init(_ text: String) {
    var reader = TemplateReader(text)
    root = reader.node()
  }

  /// The names of the places, and whether each can stay empty only.
  var places: [(name: String, need: Need)] { Self.places(root) }

  private static func places(_ node: Node) -> [(name: String, need: Need)] {
    switch node {
    case .text: []
    case .place(let name, let need, _): [(name, need)]
    case .call(_, let parts), .list(let parts): parts.flatMap(places)
    case .named(_, let inner), .suffix(let inner, _): places(inner)
    }
  }

  /// The call with its places filled; a place without a value is left out.
  func filled(_ values: [String: PythonExpression]) -> PythonExpression {
    Self.fill(root, values)?.value ?? .atom("None")
  }

  private static func fill(_ node: Node, _ values: [String: PythonExpression]) -> PythonExpression.Argument? {
    switch node {
    case .text(let text): return .init(name: nil, value: .atom(text))
    case .place(let name, _, let fallback):
      return (values[name] ?? fallback.map { .atom($0) }).map { .init(name: nil, value: $0) }
    case .call(let function, let parts):
      return .init(name: nil, value: .call(function, parts.compactMap { fill($0, values) }))
    case .list(let parts):
      return .init(name: nil, value: .list(parts.compactMap { fill($0, values)?.value }))
    case .named(let name, let inner): return fill(inner, values).map { .init(name: name, value: $0.value) }
    case .suffix(let inner, let text):
      return fill(inner, values).map { .init(name: nil, value: .suffix($0.value, text)) }
    }
  }
}

private struct TemplateReader {
  private let text: [Character]
  private var position = 0

  init(_ text: String) { self.text = Array(text) }

  private var current: Character? { position < text.count ? text[position] : nil }

  mutating func node() -> CallTemplate.Node {
    var result: CallTemplate.Node
    if take("{") {
      result = place()
    } else if take("[") {
      result = .list(nodes(until: "]"))
    } else {
      let name = word { !"(),]=".contains($0) }
      if take("=") { return .named(name, node()) }
      result = take("(") ? .call(name, nodes(until: ")")) : .text(name)
    }
    let rest = suffix()
    if !rest.isEmpty { result = .suffix(result, rest) }
    return result
  }

  /// What follows a bracket: `.float()`, `.values`.
  private mutating func suffix() -> String {
    guard current == "." else { return "" }
    let name = word { !"(),]".contains($0) }
    guard take("(") else { return name }
    let inside = word { $0 != ")" }
    _ = take(")")
    return name + "(" + inside + ")" + suffix()
  }

  private mutating func place() -> CallTemplate.Node {
    let name = word { $0.isLetter || $0 == "_" }
    let need = current.flatMap(CallTemplate.Need.init(rawValue:)) ?? .any
    if need != .any { position += 1 }
    let fallback = take("|") ? word { $0 != "}" } : nil
    _ = take("}")
    return .place(name: name, need: need, fallback: fallback)
  }

  private mutating func nodes(until closing: Character) -> [CallTemplate.Node] {
    var nodes: [CallTemplate.Node] = []
    while let character = current, character != closing {
      nodes.append(node())
      if take(",") { while take(" ") {} }
    }
    _ = take(closing)
    return nodes
  }

  private mutating func take(_ character: Character) -> Bool {
    guard current == character else { return false }
    position += 1
    return true
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    var word = ""
    while let character = current, belongs(character) {
      word.append(character)
      position += 1
    }
    return word
  }
}
