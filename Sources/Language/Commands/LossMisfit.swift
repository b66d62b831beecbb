import LossMath
import Training

/// A loss, a data set and what the reader asked for, where they may not go together.
struct LossMisfit {
  let loss: Loss
  let data: Dataset
  let reader: OptionReader

  /// The losses that such a data set trains by themselves.
  static func suitable(_ data: Dataset) -> [String] {
    Loss.all.filter { loss in
      loss.naturalForm(data.kind).map { valueProblem(loss, data, $0, epsilon: 0) == nil } ?? false
    }.map(\.name)
  }

  /// What is to be predicted.
  private var target: String {
    switch data.kind {
    case .regression: "a number"
    case .classes(let count): "one of \(count) classes"
    }
  }

  private var fitting: String { "losses that fit: " + Self.suitable(data).joined(separator: ", ") }

  private func refusal(_ message: String, at option: String, hint: String) -> Diagnostic {
    Diagnostic(.lossDoesNotFit, message, at: reader.span(option), hint: hint)
  }

  /// Why no run here can train with the loss.
  func ofPairs() -> Diagnostic {
    let substitute =
      switch data.kind {
      case .regression: "huber"
      case .classes(2): "hinge"
      case .classes: "categorical_hinge"
      }
    return refusal(
      "\(loss.name) compares rows with one another, and a run here looks at each row by itself", at: "loss",
      hint: "use \(substitute); \(fitting)")
  }

  /// The loss was made for other targets, and nothing else was asked for.
  func ofTargets() -> Diagnostic {
    refusal(
      "\(loss.name) wants labels that are \(loss.labelForm.rawValue), and the target of \(data.name) is \(target)",
      at: "loss", hint: remedy + fitting)
  }

  /// What to add, or where the loss is at home.
  private var remedy: String {
    if let form = loss.form(data.kind, labels: nil, output: nil),
      Self.valueProblem(loss, data, form, epsilon: 0) == nil
    {
      return
        "for \(loss.name) all the same add output=\(form.output.rawValue) labels=\(form.labels.rawValue); "
    }
    return home.map { "\(loss.name) is for data such as train \($0); " } ?? ""
  }

  /// A line that trains with the loss; nothing where none does.
  private var home: String? {
    if loss.name == "mape" { return "regression loss=mape standardize=off bias=1000" }
    if loss.labelForm == .count {
      return "regression loss=\(loss.name) standardize=off bias=1000 optimizer=adam"
    }
    let homes: [(String, Dataset.Kind)] = [
      ("regression", .regression), ("circles", .classes(2)), ("blobs", .classes(3)),
    ]
    return homes.first { loss.naturalForm($0.1) != nil }.map { "\($0.0) loss=\(loss.name)" }
  }

  /// The first thing that is wrong with a form; nothing if all is well.
  func problem(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    labelProblem(form) ?? ofValues(form, epsilon: epsilon) ?? outputProblem(form, epsilon: epsilon)
  }

  private func labelProblem(_ form: TrainingForm) -> Diagnostic? {
    let labels = form.labels
    let possible = loss.possibleLabels(data.kind).map(\.rawValue)
    let hint = possible.isEmpty ? fitting : "labels can be \(listed(possible, "or")), or be left out"
    if !LabelEncoding.possible(data.kind).contains(labels) {
      return refusal(
        "the target of \(data.name) is \(target), which cannot become \(labels.words)", at: "labels",
        hint: hint)
    }
    guard !loss.accepts(labels) else { return nil }
    return refusal(
      "\(loss.name) wants labels that are \(loss.labelForm.rawValue); \(labels.rawValue) makes \(labels.words)",
      at: "labels", hint: hint)
  }

  private func ofValues(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    Self.valueProblem(loss, data, form, epsilon: epsilon).map {
      refusal($0, at: "loss", hint: remedy + fitting)
    }
  }

  /// What is wrong with labels of the right form whose values the loss cannot take.
  private static func valueProblem(
    _ loss: Loss, _ data: Dataset, _ form: TrainingForm, epsilon: Double
  ) -> String? {
    guard form.labels == .real, let low = data.targets.min(), let high = data.targets.max() else {
      return nil
    }
    let least = NumberFormat.text(low, digits: 3)
    if loss.labelForm == .count, low < 0 {
      return "\(loss.name) is for counts, and the least target of \(data.name) is \(least)"
    }
    guard loss.name == "mape", epsilon == 0, low <= 0, high >= 0 else { return nil }
    let most = NumberFormat.text(high, digits: 3)
    return
      "mape divides by the target, and the targets of \(data.name) go from \(least) to \(most), through 0"
  }

  private func outputProblem(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    let possible = loss.possibleOutputs(form.labels)
    let hint = "output can be \(listed(possible.map(\.rawValue), "or")), or be left out"
    if [.softmax, .logSoftmax].contains(form.output), !form.labels.hasColumns {
      return refusal("softmax of one number is always 1", at: "output", hint: hint)
    }
    guard possible.contains(form.output) else {
      return refusal(
        "\(loss.name) wants \(loss.predictionWords), and \(form.output.rawValue) gives \(form.output.range)",
        at: "output", hint: hint)
    }
    if form.output == .linear, possible.first != .linear, epsilon > 0 {
      return refusal(
        "`epsilon` clips probabilities, and a linear output layer gives none", at: "epsilon",
        hint: "leave out one of the two")
    }
    return nil
  }
}

extension Loss {
  fileprivate var predictionWords: String {
    inputs.last?.form == .variance ? "a mean and a variance for each row" : predictionForm.rawValue
  }
}
