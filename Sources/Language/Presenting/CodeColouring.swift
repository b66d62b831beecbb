/// Tells the words of a piece of code apart, for whoever shows it in colours.
public enum CodeColouring {
  /// What a piece of code is.
  public enum Role: Sendable {
    case plain, command, keyword, function, number, text, comment
  }

  public struct Run: Equatable, Sendable {
    public fileprivate(set) var text: String
    public let role: Role
  }

  private static let verbs = Dictionary(
    Command.builtin.map { ($0.name, $0.form) }, uniquingKeysWith: { $1 })

  /// The code in pieces that give the code again when they are put together. From a mistake to the end of its line
  /// everything is plain.
  public static func runs(_ code: String) -> [Run] {
    var reader = Reader(code)
    while reader.goesOn { reader.step() }
    return reader.runs
  }

  private struct Reader {
    let source: SourceText
    private var lexer: Lexer
    private(set) var runs: [Run] = []
    private(set) var goesOn = true
    /// Where what has been given back ends.
    private var end = 0
    /// Whether a statement may begin with the next word.
    private var isAtStart = true
    private var isInCommand = false
    private var previous: Token.Kind?

    init(_ code: String) {
      source = SourceText(code)
      lexer = Lexer(source)
    }

    mutating func step() {
      do throws(Diagnostic) {
        let token = try lexer.next()
        give(upTo: token.span.start, .plain)
        let following = following
        let role = role(of: token, before: following)
        if role == .command, takesWords(token) { _ = lexer.restOfCommand() }
        give(upTo: token.span.end, role)
        goesOn = token.kind != .end
      } catch {
        let line = source.line(around: max(end, error.isIncomplete ? end : error.span.start))
        give(upTo: line.end, .plain)
        goesOn = end < source.scalars.count
        lexer = Lexer(source, from: end)
        isAtStart = true
      }
    }

    private var following: Token? {
      var ahead = lexer
      return try? ahead.next()
    }

    private func takesWords(_ token: Token) -> Bool {
      verbs[source.text(token.span)] == .words
    }

    private mutating func role(of token: Token, before next: Token?) -> Role {
      let isStart = isAtStart
      let isOption = isInCommand && previous == .symbol(.assign)
      previous = token.kind
      isAtStart =
        token.isSeparator || token.kind == .symbol(.openCurly) || token.kind == .symbol(.closeCurly)
        || token.kind == .symbol(.assign) && !isInCommand
      if token.isSeparator { isInCommand = false }
      switch token.kind {
      case .number: return .number
      case .text: return .text
      case .name(let name): return isOption ? .plain : role(ofName: name, isStart, before: next)
      default: return .plain
      }
    }

    private mutating func role(ofName name: String, _ isStart: Bool, before next: Token?) -> Role {
      if name == "true" || name == "false" { return .number }
      if Parser.keywords.contains(name) { return .keyword }
      let isCall = next?.kind == .symbol(.openRound)
      if isStart, verbs[name] != nil, next?.kind != .symbol(.assign), !isCall || Builtin.named(name) == nil {
        isInCommand = true
        return .command
      }
      if isInCommand, CommandCall.clauseWords.contains(name), next?.kind != .symbol(.assign) {
        return .keyword
      }
      return isCall ? .function : .plain
    }

    /// Gives what comes before a place. Between two tokens there are only blanks and comments.
    private mutating func give(upTo place: Int, _ role: Role) {
      guard place > end else { return }
      let text = source.text(Span(end, place))
      end = place
      var rest = text[...]
      while role == .plain, let hash = rest.firstIndex(of: "#") {
        add(rest[..<hash], .plain)
        let comment = rest[hash...].prefix { !$0.isNewline }
        add(comment, .comment)
        rest = rest[hash...].dropFirst(comment.count)
      }
      add(rest, role)
    }

    private mutating func add(_ text: Substring, _ role: Role) {
      guard !text.isEmpty else { return }
      if runs.last?.role == role {
        runs[runs.count - 1].text += text
      } else {
        runs.append(Run(text: String(text), role: role))
      }
    }
  }
}
