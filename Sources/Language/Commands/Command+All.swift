extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] { [help, vars, explain, conventions, why, plot, data, train, compare, quit] }
}
