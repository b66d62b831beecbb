extension Command {
  /// The commands that the language has by itself.
  static var builtin: [Command] {
    [
      help.aside.page, vars.aside, set.aside { !$0.setsForOutputs }, time, timeit, explain, conventions, why,
      gradcheck.taking(clauses: ["over"]),
      minimize.taking(clauses: ["over"]), fit.taking(clauses: ["to"]),
      plot.taking(clauses: ["to"], takesFor: true),
      boundary.taking(clauses: ["to"]), landscape.taking(clauses: ["to"]), residuals.taking(clauses: ["to"]),
      confusion.taking(clauses: ["to"]), calibration.taking(clauses: ["to"]), data, choose,
      train, compare.taking(clauses: ["on"], choices: TrainingPlan.choices),
      sweep.taking(clauses: ["on"], takesFor: true, choices: TrainingPlan.choices),
      export, quit.aside,
    ]
  }
}
