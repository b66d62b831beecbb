extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] {
    [help, vars, explain, conventions, why, plot.taking(takesFor: true), data, train, compare, quit]
  }
}
