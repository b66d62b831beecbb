extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] {
    [
      help, vars, explain, conventions, why, gradcheck.taking(clauses: ["over"]),
      minimize.taking(clauses: ["over"]), fit.taking(clauses: ["to"]), plot.taking(takesFor: true), data,
      train, compare.taking(clauses: ["on"]), sweep.taking(clauses: ["on"], takesFor: true),
      export.taking(clauses: ["to", "as"]), quit,
    ]
  }
}
