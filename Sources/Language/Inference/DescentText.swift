import LossMath

/// A descent as it is shown: its first and last steps, how it ended, and what to make of the step size.
struct DescentText {
  let function: FunctionOfVariables
  let descent: Minimisation
  private static let rowsAtEachEnd = 4

  init(_ function: FunctionOfVariables, _ descent: Minimisation) {
    (self.function, self.descent) = (function, descent)
  }

  var pieces: [Piece] {
    let advice = StepSizeText(descent).pieces
    return [.table(table), .blank, outcome] + advice + [remainder].compactMap { $0 }
  }

  /// Only rows of numbers: a descent that ran away is shown up to where it still has some.
  private var shown: [Int?] {
    let finite = descent.path.prefix { step in
      step.value.isFinite && step.position.allSatisfy { $0.elements.allSatisfy(\.isFinite) }
    }
    let count = max(finite.count, 1)
    if case .diverged = descent.outcome {
      let first = min(count, 2 * Self.rowsAtEachEnd - 2)
      return Array(0..<first) + (first < count ? [nil] : [])
    }
    guard count > 2 * Self.rowsAtEachEnd + 1 else { return Array(0..<count) }
    return Array(0..<Self.rowsAtEachEnd) + [nil] + Array((count - Self.rowsAtEachEnd)..<count)
  }

  private var table: Table {
    let heading = Wrapping.cells(function.label) <= 20 ? function.label : "value"
    let header = ["step"] + function.names + [heading, "slope"]
    return Table(
      header: header,
      rows: shown.map { index in
        guard let index else { return header.map { _ in "..." } }
        let step = descent.path[index]
        return [String(index)] + step.position.map { ValueText.short(.tensor($0)) }
          + [NumberFormat.text(step.value), NumberFormat.text(step.gradientNorm, digits: 3)]
      })
  }

  private var outcome: Piece {
    let steps = counted(descent.path.count - 1, "step")
    let slope = NumberFormat.text(descent.end?.gradientNorm ?? .nan, digits: 3)
    switch descent.outcome {
    case .converged where descent.path.count == 1:
      return .paragraph([
        StyledRun("Already there: ", .good), StyledRun("the slope at the start is \(slope)."),
      ])
    case .converged:
      return .paragraph([
        StyledRun("Arrived after \(steps): ", .good),
        StyledRun(
          "the slope is \(slope), not above the tolerance of "
            + "\(NumberFormat.text(descent.options.tolerance)). The minimum is \(bestValue)."),
      ])
    case .ranOutOfSteps:
      return .paragraph([
        StyledRun("Not there after \(steps): ", .strong),
        StyledRun("the slope is still \(slope). The lowest value so far is \(bestValue)."),
      ])
    case .diverged(let step, let how): return diverged(step, how)
    case .fellWithoutBound(let step):
      return .paragraph([
        StyledRun("There is no minimum: ", .error),
        StyledRun(
          "the value fell without end (step \(step)). Is it a loss? Of a likelihood, minimise the negative."),
      ])
    case .cancelled:
      return .text("Stopped after \(steps); the result keeps what there is.", .muted)
    case .pathTooLong(let limit):
      return .text("Stopped after \(steps): the path holds \(limit) numbers and no more.", .muted)
    }
  }

  private var bestValue: String { NumberFormat.text(descent.best?.value ?? .nan) }

  private func diverged(_ step: Int, _ how: Minimisation.Divergence) -> Piece {
    let story =
      switch how {
      case .notFinite: "until something was no longer a finite number"
      case .rose: "far above where it began"
      case .stillRising: "to the end"
      }
    return .paragraph([
      StyledRun("Diverged: ", .error),
      StyledRun(
        "from step \(max(step, 1)) on the value only rose, \(story). Each step jumped across the valley and "
          + "landed higher on the other side, where the slope is steeper and the next jump longer."),
    ])
  }

  /// Where the result is, for who would look for it in the variable.
  private var remainder: Piece? {
    guard descent.path.count > 1 else { return nil }
    let (names, isOne) = (function.names.joined(separator: " and "), function.names.count == 1)
    return .text(
      "\(names) \(isOne ? "keeps its value" : "keep their values"); m = minimize ... keeps the result, as m.\(function.names[0]).",
      .muted)
  }
}
