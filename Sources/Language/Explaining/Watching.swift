import LossMath

/// A subexpression with the value it had.
struct WatchedStep {
  let expression: Expression
  /// As it was typed; in the body of a function, as it stands there.
  let text: String
  let value: Value
  /// The text that the expression stands in, and the variables of the functions that were running.
  let source: SourceText?
  let locals: [[String: Value]]

  /// Whether another step's expression is a part of this one's.
  func contains(_ other: WatchedStep) -> Bool {
    source === other.source && expression.span != other.expression.span
      && expression.span.contains(other.expression.span)
  }
}

extension Interpreter {
  /// The most steps that are remembered: a loop has many.
  private static let watchLimit = 2_000

  /// Runs `body` and returns, beside its result, every compound expression it evaluated, in the order in which they
  /// were finished; what was evaluated before an error comes with it.
  func watching<T>(
    _ body: () throws(Diagnostic) -> T
  ) -> (result: Result<T, Diagnostic>, steps: [WatchedStep]) {
    let outer = watched
    watched = []
    defer { watched = outer }
    let result: Result<T, Diagnostic>
    do throws(Diagnostic) { result = .success(try body()) } catch { result = .failure(error) }
    return (result, watched ?? [])
  }

  func note(_ value: Value, of expression: Expression) {
    guard let count = watched?.count, count < Self.watchLimit else { return }
    watched?.append(
      WatchedStep(
        expression: expression, text: sourceText(expression.span), value: value, source: source,
        locals: locals))
  }

  /// Runs `body` with the names and the text that a step saw, which may be those of a function that has returned.
  func standing<T>(at step: WatchedStep, _ body: () -> T) -> T {
    let outer = locals
    locals = step.locals
    defer { locals = outer }
    return inside(step.source, body)
  }
}
