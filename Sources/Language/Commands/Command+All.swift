extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] { [help, vars, explain, plot, data, train, compare, quit] }
}
