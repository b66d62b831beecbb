extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] { [help, vars, explain, conventions, plot, data, train, compare, quit] }
}
