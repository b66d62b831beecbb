import LossMath

extension Diagnostic {
  /// The sentence for an error of the arithmetic.
  init(_ error: MathError, at span: Span) {
    switch error {
    case .shapesDiffer(let operation, let left, let right):
      self.init(
        .shapesDiffer,
        "\(Value.described(left)) and \(Value.described(right)) do not fit together in `\(operation)`",
        at: span,
        hint: "sizes must be equal, or 1, counted from the right")
    case .productMismatch(let left, let right):
      self.init(
        .productMismatch, "\(Value.described(left)) times \(Value.described(right)) is no matrix product",
        at: span,
        hint: "the columns on the left are as many as the rows on the right")
    case .empty(let operation):
      self.init(
        .emptyVector, "`\(operation)` of an empty vector has no value", at: span,
        hint: "give it at least one number")
    case .axisOutOfRange(let axis, let rank):
      let axes =
        rank == 0
        ? "a number has none" : rank == 1 ? "a vector has only axis 0" : "axes run from 0 to \(rank - 1)"
      self.init(
        .badAxis, "there is no axis \(axis): \(axes)", at: span,
        hint: rank == 0 ? "leave axis out" : "axis=0 goes down the rows; axis=-1 is the last")
    case .indexOutOfRange(let index, let count):
      self.init(
        .indexOutOfRange, "index \(index) is outside: there are \(counted(count, "element")) here", at: span)
    case .ragged(let first, let other):
      self.init(
        .raggedRows, "\(Value.described(first)) and \(Value.described(other)) cannot be joined", at: span)
    case .tooLarge(let elements, let limit):
      self.init(
        .tooLarge, "this would hold \(NumberFormat.text(elements, digits: 3)) numbers; the limit is \(limit)",
        at: span,
        hint: limit == Limits.elements.value ? Limits.elements.remedy : "take fewer, or a loop over parts")
    case .recordTooLarge(let limit):
      self.init(
        .tooLarge, "what the gradient has to remember takes more than \(limit >> 17) MiB, which is the limit",
        at: span,
        hint:
          "every operation under `grad` is remembered: differentiate one step at a time, or shorter loops; "
          + Limits.record.remedy
      )
    case .notScalar(let shape):
      self.init(
        .gradientOfMany, "a gradient is taken of one number; this is \(Value.described(shape))", at: span,
        hint: "take its sum(...) or mean(...) first")
    case .reshapeMismatch(let from, let to):
      self.init(
        .badReshape,
        "\(Value.described(from)) cannot take the shape \(to.map(String.init).joined(separator: "x"))",
        at: span, hint: "both shapes hold the same number of elements")
    case .badClassIndex(let value, let row, let classes):
      self.init(
        .badClassIndex,
        "label \(NumberFormat.text(value)) in row \(row) is no class: there are \(classes) classes",
        at: span, hint: "class indices run from 0 to \(max(classes - 1, 0))")
    case .needsRows(let operation):
      self.init(
        .needsRows, "`\(operation)` compares rows of probabilities; this is one number", at: span,
        hint: "such as \(operation)([0, 1], [0.2, 0.8]); for one probability use bce")
    case .interrupted: self.init(.cancelled, "stopped before it was done", at: span)
    case .badOption(let name, let value, let allowed):
      self.init(.badArgument, "`\(name)` cannot be \(value)", at: span, hint: allowed)
    }
  }
}
