import LossMath

/// The values of `a..b step s`, without a list of them.
struct RangeSteps {
  let start: Double
  let step: Double
  let count: Int

  /// The end as it was written, where rounding would miss it by a hair.
  private let end: Double

  func value(_ i: Int) -> Double {
    let value = start + Double(i) * step
    return abs(value - end) < abs(step) * 1e-9 ? end : value
  }

  /// A range goes up to and including its end, give or take rounding.
  init(
    _ interpreter: Interpreter, from: Expression?, to: Expression?, step: Expression?, span: Span
  ) throws(Diagnostic) {
    guard let from, let to else {
      throw Diagnostic(.badRange, "a range has both ends here", at: span, hint: "such as 1..10")
    }
    start = try interpreter.number(from, "the start of a range")
    end = try interpreter.number(to, "the end of a range")
    self.step =
      try step.map { (s) throws(Diagnostic) in try interpreter.number(s, "the step of a range") } ?? 1
    for (value, expression) in [(start, from), (end, to)] where !value.isFinite {
      throw Diagnostic(
        .badRange, "the ends of a range are finite, and this is \(NumberFormat.text(value))",
        at: expression.span,
        hint: "such as 1..10")
    }
    guard self.step.isFinite, self.step != 0 else {
      throw Diagnostic(
        .badRange, "the step of a range is finite and not 0", at: step?.span ?? span,
        hint: "such as 0..1 step 0.1, or backwards 5..1 step -1")
    }
    let steps = (end - start) / self.step
    guard let whole = Int(exactly: (steps + 1e-9 * max(abs(steps), 1)).rounded(.down)) else {
      throw Diagnostic(
        .tooLarge, "this range has about \(NumberFormat.text(steps)) values", at: span,
        hint: "take a longer step, or nearer ends")
    }
    count = max(whole + 1, 0)
  }

  func tensor(_ interpreter: Interpreter, _ span: Span) throws(Diagnostic) -> Tensor {
    guard count <= Limits.elements.value else {
      throw Diagnostic(
        .tooLarge, "this range has \(count) values; the limit for a vector is \(Limits.elements.value)",
        at: span,
        hint: "a loop `for i in a..b` needs no vector; \(Limits.elements.remedy)")
    }
    return try interpreter.math(span) { () throws(MathError) in try .vector(count: count, value) }
  }
}
