import LossMath
import Training

extension Command {
  static var choose: Command {
    Command(
      name: "choose", topic: .training, syntax: "choose WHAT option=on ...",
      summary: "which output layer and loss go with what is predicted, and why",
      details: [
        "Alone it lists the usual cases. WHAT is one of them, or a data set: `choose d` looks at its target.",
        "\(LossCase.all.map(\.name).joined(separator: ", ")).",
      ],
      options: [
        ("outliers", "on: some of the amounts are wild or wrong, and should not rule the fit"),
        (
          "magnitudes", "on: amounts from small to huge, where a tenth off is as bad for one as for the other"
        ),
        ("imbalance", "on: one class is much rarer than the others"),
      ], example: "choose yes_no"
    ) { (call, interpreter) throws(Diagnostic) in
      let request = try ChooseRequest(call, interpreter)
      return CommandResult(pieces: try request.pieces())
    }
  }
}

/// A `choose` line: a case by its name, or a data set that is looked at.
private struct ChooseRequest {
  private let call: CommandCall
  private let interpreter: Interpreter
  private let options: OptionReader
  private let circumstances: Set<LossCase.Circumstance>

  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    (self.call, self.interpreter) = (call, interpreter)
    options = try OptionReader(
      call, interpreter, known: LossCase.Circumstance.allCases.map(\.rawValue))
    var found: Set<LossCase.Circumstance> = []
    for circumstance in LossCase.Circumstance.allCases where try options.flag(circumstance.rawValue) ?? false
    {
      found.insert(circumstance)
    }
    circumstances = found
  }

  func pieces() throws(Diagnostic) -> [Piece] {
    guard let subject = call.values.first else { return Self.overview }
    guard call.values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`choose` wants one case", at: call.values[1].span, hint: "just `choose` lists them")
    }
    if let name = subject.bareName, interpreter.value(of: name) == nil {
      if let source = DataSource.named(name) { return try looked(at: source.make(options), name) }
      guard let found = LossCase.named(name) else { throw unknown(name, subject.span) }
      return try advice(found, at: subject.span, circumstances)
    }
    let value = try interpreter.evaluate(subject)
    guard case .dataset(let data) = value else {
      throw Diagnostic(
        .unknownData, "`choose` wants a case or a data set; this is \(value.described)", at: subject.span,
        hint: "just `choose` lists the cases")
    }
    return try looked(at: data, interpreter.label(subject.span))
  }

  private func looked(at data: Dataset, _ name: String) throws(Diagnostic) -> [Piece] {
    let look = TargetLook(data, name)
    guard let found = LossCase.named(look.caseName) else { return [] }
    return [.text(look.sentence), .blank]
      + (try advice(found, at: call.span, circumstances.union(look.circumstances), look))
  }

  private func unknown(_ name: String, _ span: Span) -> Diagnostic {
    let near = Suggestions.nearest(to: name, among: LossCase.all.map(\.name)).map { "did you mean `\($0)`? " }
    return Diagnostic(
      .badCommand, "`choose` knows no case `\(name)`", at: span,
      hint: (near ?? "") + "just `choose` lists them, and `choose d` looks at a data set")
  }

  private func advice(
    _ found: LossCase, at span: Span, _ circumstances: Set<LossCase.Circumstance>, _ look: TargetLook? = nil
  ) throws(Diagnostic) -> [Piece] {
    let foreign = self.circumstances.subtracting(found.variants.map(\.0)).first
    if let foreign {
      throw options.bad(
        foreign.rawValue, "`\(foreign.rawValue)` changes nothing for \(found.name)",
        hint: found.variants.isEmpty
          ? "leave it out"
          : "there is " + found.variants.map { "\($0.0.rawValue)=on" }.joined(separator: ", "))
    }
    return found.pieces(circumstances, look)
  }

  /// The cases in a table.
  private static var overview: [Piece] {
    [
      .text("What do you predict?"),
      .table(
        Table(
          header: ["choose", "what is predicted", "output layer", "loss"],
          rows: LossCase.all.map { [$0.name, $0.title, $0.shortOutput, $0.loss] }, leftAligned: [0, 1, 2, 3])),
      .paragraph([
        StyledRun("choose\u{A0}yes_no", .code), StyledRun(" says more of one, and "),
        StyledRun("choose\u{A0}d", .code),
        StyledRun(" looks at a data set of yours."),
      ]),
    ]
  }
}
