import LossMath

/// What the curvature says about a learning rate, in words.
struct StepSizeText {
  private let size: StepSize
  private let options: MinimiserOptions
  private let outcome: Minimisation.Outcome
  /// Whether every step was as long as the first.
  private let isStraight: Bool

  init(_ descent: Minimisation) {
    (size, options) = (descent.stepSize, descent.options)
    outcome = descent.outcome
    let slope = descent.path.first?.gradientNorm
    let falls = zip(descent.path, descent.path.dropFirst()).allSatisfy { $1.value < $0.value }
    isStraight = falls && descent.path.allSatisfy { $0.gradientNorm == slope }
  }

  var pieces: [Piece] {
    guard let verdict else { return [] }
    return [
      .paragraph([
        StyledRun("The step size \(verdict.judgement)", .strong), StyledRun(verdict.reason + valley),
      ])
    ]
  }

  /// In a narrow valley the steepest direction sets the step, and the flattest one the time.
  private var valley: String {
    guard outcome == .ranOutOfSteps, size.judgement == .right, let steep = size.curvature,
      let flat = size.smallestCurvature, flat > 0, steep / flat > 4
    else { return "" }
    return
      " The other way the valley is only \(number(flat)) steep, and that takes the time: momentum=0.9 helps."
  }

  private var verdict: (judgement: String, reason: String)? {
    let rate = number(options.learningRate)
    guard let ratio = size.ratio, let suggestion = size.suggestion else { return withoutCurvature }
    let rough = number(suggestion)
    let facts =
      "the curvature is \(curvature), and lr times curvature is \(number(ratio * (1 + options.momentum)))"
    switch size.judgement {
    case .tooSmall:
      return (
        "is too small: ",
        "\(facts), so a step covers only that part of the way. Try lr=\(rough), up to which each step gets nearer "
          + "without overshooting."
      )
    case .right: return ("is right: ", "\(facts); \(direct(ratio)).")
    case .large:
      return (
        "is large: ",
        "\(facts), above 1\(momentumNote): each step overshoots the minimum and swings back. lr=\(rough) would go "
          + "straight there."
      )
    case .tooLarge:
      return (
        "is too large: ",
        "lr=\(rate) with the curvature \(curvature) makes \(number(ratio * (1 + options.momentum))), and from "
          + "\(number(2 * (1 + options.momentum))) on steps grow instead of shrinking. "
          + "Try lr=\(rough), or any below \(number(2 * suggestion))."
      )
    case .unknown: return withoutCurvature
    }
  }

  private func number(_ x: Double) -> String { NumberFormat.text(x, digits: 3) }

  private var curvature: String {
    number((size.judgement == .tooLarge ? size.largestCurvature : nil) ?? size.curvature ?? .nan)
  }

  private var momentumNote: String { options.momentum > 0 ? " + momentum" : "" }

  private func direct(_ ratio: Double) -> String {
    if abs(ratio - 1) < 0.02 { return "at 1\(momentumNote) a step goes straight to the minimum" }
    return ratio < 1
      ? "below 1\(momentumNote) the steps come nearer from one side"
      : "a little above 1\(momentumNote), so the steps swing around the minimum"
  }

  private var withoutCurvature: (judgement: String, reason: String)? {
    let rate = number(options.learningRate / 10)
    if size.judgement == .tooLarge { return ("is too large: ", "try a tenth, lr=\(rate).") }
    guard outcome == .ranOutOfSteps else { return nil }
    if isStraight {
      return (
        "cannot be judged: ",
        "the function is straight along the whole way, so nothing says how far the minimum is, or whether there is "
          + "one. More steps, or a larger lr, go farther."
      )
    }
    return (
      "cannot be judged: ",
      "the function is straight or has kinks here, so there is no curvature to compare with. Steps keep their length "
        + "there and swing around a minimum; a smaller lr, such as lr=\(rate), comes nearer."
    )
  }
}
