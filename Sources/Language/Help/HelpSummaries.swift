/// What `help` lists, for pages outside the notebook.
public enum HelpSummaries {
  public typealias Item = (name: String, summary: String)

  /// How lines are written: something to type, and what it does.
  public static var language: [Item] { LanguageHelp.rows.map { ($0.code, $0.meaning) } }

  /// All commands and functions under their headings: how each is written, and what it does.
  public static func topics(_ interpreter: Interpreter) -> [(title: String, items: [Item])] {
    Topic.allCases.map { topic in
      let commands = interpreter.commandOrder.compactMap { interpreter.commands[$0] }
        .filter { $0.topic == topic }.map { ($0.syntax, $0.summary) }
      let functions = Builtin.all.filter { $0.topic == topic }.map { ($0.signature, $0.summary) }
      return (topic.rawValue, commands + functions)
    }.filter { !$0.items.isEmpty }
  }
}
