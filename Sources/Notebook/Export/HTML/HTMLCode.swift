import Language

/// Code of ours, its words in colours.
enum HTMLCode {
  static func markup(_ code: String) -> String {
    CodeColouring.runs(code).map { run in
      name(run.role).map { Markup.text("span", ["class": $0], run.text) } ?? Markup.escaped(run.text)
    }.joined()
  }

  private static func name(_ role: CodeColouring.Role) -> String? {
    switch role {
    case .plain: nil
    case .command, .keyword: "key"
    case .function: "fun"
    case .number: "num"
    case .text: "str"
    case .comment: "com"
    }
  }
}
