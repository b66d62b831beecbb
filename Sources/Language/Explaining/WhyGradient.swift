import LossMath

extension Why {
  /// Why a gradient is not finite: the last step whose adjoint is, seen from the result.
  func slopeOrigin(_ arguments: [Argument], _ span: Span) -> [Piece] {
    guard let request = try? DerivativeRequest("grad", arguments, span, interpreter),
      let steps = try? interpreter.chainSteps(request)
    else { return [] }
    let broken = steps.last { $0.adjoint?.elements.contains { !$0.isFinite } ?? false }
    let from =
      broken.flatMap { b in steps.first { $0.step.contains(b.step) } } ?? steps.first
    guard let from else { return [] }
    return [
      .paragraph([
        StyledRun("The slope of "), StyledRun(from.step.text, .code), StyledRun(" breaks it: its value is "),
        StyledRun(ValueText.short(.tensor(from.traced))),
        StyledRun(
          LocalSlope.text(from.step.expression).isEmpty
            ? "." : ", its slope \(LocalSlope.text(from.step.expression))."),
      ])
    ]
  }

  /// Why a gradient is zero: the step nearest to the result where the adjoint vanishes.
  func flatSpot(_ arguments: [Argument], _ span: Span) throws(Diagnostic) -> [Piece] {
    let request = try DerivativeRequest("grad", arguments, span, interpreter)
    let steps = try interpreter.chainSteps(request)
    guard let dead = steps.last(where: { isZero($0.adjoint) }) else {
      let flat = steps.first { !isZero($0.adjoint) }
      guard let flat else { return [.text("The expression does not change with the variable at all.")] }
      return flatText(flat)
    }
    guard let consumer = steps.first(where: { $0.step.contains(dead.step) }) else {
      return flatText(dead)
    }
    return flatText(consumer)
  }

  private func isZero(_ adjoint: Tensor?) -> Bool { adjoint?.elements.allSatisfy { $0 == 0 } ?? true }

  private func flatText(_ step: ChainStep) -> [Piece] {
    let slope = LocalSlope.text(step.step.expression)
    return [
      .paragraph([
        StyledRun("The gradient stops at "), StyledRun(step.step.text, .code),
        StyledRun(": there it is flat (value \(ValueText.short(.tensor(step.traced)))"),
        StyledRun(slope.isEmpty ? "" : ", slope \(slope)"),
        StyledRun("), so no change behind it reaches the result. "),
        StyledRun("What helps: ", .good),
        StyledRun(
          "start elsewhere, use a loss on logits, or an activation that is nowhere flat, such as softplus."),
      ])
    ]
  }
}
