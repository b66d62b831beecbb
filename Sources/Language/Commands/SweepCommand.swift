import Training

extension Command {
  static var sweep: Command {
    Command(
      name: "sweep", form: .choices, topic: .training,
      syntax: "sweep OPTION in LIST on DATA loss=NAME option=value ...",
      summary: "trains with one value of an option after another and says which is best",
      details: [
        "sweep lr in [0.001, 0.01, 0.1] on circles loss=bce seeds=5 trains each value with 5 seeds, on all processors.",
        "Every option of train can vary: numbers, words (sweep activation in [relu, tanh] ...), and the widths of "
          + "layers (sweep hidden in [[25], [50, 20]] ...).",
        "A name keeps the result: s = sweep ...; then s.values, s.best, `plot s`, and of s.test_loss and its like a "
          + "row is a value, a column a seed.",
      ],
      options: [("seeds", "how many seeds each value is trained with; 1 unless you say another")]
        + train.options,
      example: "sweep lr in [0.001, 0.01, 0.1] on circles loss=bce epochs=20"
    ) { (call, interpreter) throws(Diagnostic) in
      guard let binding = call.binding else { throw incomplete(call, "an option and a list of values") }
      if let stray = call.values.first {
        throw Diagnostic(
          .badCommand, "`sweep` does not know what to do with this", at: stray.span,
          hint: "the data set stands behind `on`: \(example)")
      }
      guard call.clause("on") != nil else { throw incomplete(call, "a data set behind `on`") }
      let trainings = try ManyTrainings(call, interpreter, varying: binding.name, at: binding.nameSpan)
      guard binding.name == "loss" || call.options.contains(where: { $0.name == "loss" }) else {
        throw incomplete(call, "a loss")
      }
      let choices = try Choices(binding.range, interpreter)
      var plans: [(name: String, plan: TrainingPlan)] = []
      for choice in choices.all { plans.append((choice.name, try trainings.plan(choice.expression))) }
      var result = try trainings.run(plans)
      let values = choices.all.compactMap(\.value)
      result.values = values.count == plans.count ? values : nil
      return result.shown(after: plans.flatMap(\.plan.notes))
    }
  }

  private static let example = "sweep lr in [0.001, 0.01, 0.1] on circles loss=bce"

  private static func incomplete(_ call: CommandCall, _ what: String) -> Diagnostic {
    Diagnostic(.badCommand, "`sweep` wants \(what)", at: call.verbSpan, hint: "such as " + example)
  }
}

/// The values that an option is to take, each as it would stand behind `option=`.
private struct Choices {
  struct Choice {
    let name: String
    let expression: Expression
    /// The number, where it is one.
    let value: Double?
  }

  let all: [Choice]
  private static let most = 1_000

  init(_ range: Expression, _ interpreter: Interpreter) throws(Diagnostic) {
    if case .list(let items) = range.kind {
      all = try items.map { (item) throws(Diagnostic) in try Self.choice(item, interpreter) }
    } else {
      let numbers = try interpreter.tensor(range, "the list of a sweep").value
      guard numbers.rank == 1 else {
        throw Diagnostic(
          .badCommand, "a sweep goes over a list of values; this is \(Value.described(numbers.shape))",
          at: range.span, hint: "such as [0.001, 0.01, 0.1]")
      }
      guard numbers.count <= Self.most else { throw Self.tooMany(numbers.count, range) }
      all = numbers.elements.map { Choice($0, range.span) }
    }
    guard all.count <= Self.most else { throw Self.tooMany(all.count, range) }
    guard !all.isEmpty else {
      throw Diagnostic(
        .badCommand, "there is no value in this list", at: range.span, hint: "such as [0.001, 0.01, 0.1]")
    }
    for (place, choice) in all.enumerated() where all[..<place].contains(where: { $0.name == choice.name }) {
      throw Diagnostic(.badCommand, "\(choice.name) is here twice", at: choice.expression.span)
    }
  }

  /// A name that no variable has is a word, such as `relu`.
  private static func choice(
    _ item: Expression, _ interpreter: Interpreter
  ) throws(Diagnostic) -> Choice {
    let isWord = item.bareName.map { interpreter.value(of: $0)?.asTensor == nil } ?? false
    if case .text(let word) = item.kind { return Choice(word, item) }
    if isWord { return Choice(item.bareName ?? "", item) }
    let value = try interpreter.evaluate(item)
    if let tensor = value.asTensor?.value, tensor.isScalar, let number = tensor.single {
      return Choice(number, item.span)
    }
    return Choice(ValueText.short(value), item)
  }

  private static func tooMany(_ count: Int, _ range: Expression) -> Diagnostic {
    Diagnostic(.tooLarge, "\(count) values are more than \(most)", at: range.span)
  }
}

extension Choices.Choice {
  fileprivate init(_ number: Double, _ span: Span) {
    self.init(
      name: NumberFormat.text(number), expression: Expression(kind: .number(number), span: span),
      value: number)
  }

  fileprivate init(_ name: String, _ expression: Expression) {
    self.init(name: name, expression: expression, value: nil)
  }
}
