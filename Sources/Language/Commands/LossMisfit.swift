import LossMath
import Training

/// A loss, a data set and what the reader asked for, where they may not go together.
struct LossMisfit {
  let loss: Loss
  let data: Dataset
  let reader: OptionReader

  /// The losses that such targets train by themselves.
  static func suitable(_ data: Dataset) -> [String] {
    let hasNegatives = data.targets.contains { $0 < 0 }
    return Loss.all.filter {
      $0.naturalForm(data.kind) != nil && !($0.labelForm == .count && hasNegatives)
    }.map(\.name)
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
    let target =
      switch data.kind {
      case .regression: "a number"
      case .classes(let count): "one of \(count) classes"
      }
    return refusal(
      "\(loss.name) wants labels that are \(loss.labelForm.rawValue), and the target of \(data.name) is \(target)",
      at: "loss", hint: fitting + remedy)
  }

  /// What to add, or where the loss is at home.
  private var remedy: String {
    if let form = loss.form(data.kind, labels: nil, output: nil), valueProblem(form, epsilon: 0) == nil {
      return
        "; or write what \(loss.name) is to see: output=\(form.output.rawValue) labels=\(form.labels.rawValue)"
    }
    let home = ["regression", "circles", "blobs"].first {
      loss.naturalForm($0 == "regression" ? .regression : .classes($0 == "circles" ? 2 : 3)) != nil
    }
    return home.map { "; or train \($0) loss=\(loss.name)" } ?? ""
  }

  /// The first thing that is wrong with a form; nothing if all is well.
  func problem(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    labelProblem(form) ?? valueProblem(form, epsilon: epsilon) ?? outputProblem(form, epsilon: epsilon)
  }

  private func labelProblem(_ form: TrainingForm) -> Diagnostic? {
    let labels = form.labels
    let possible = loss.possibleLabels(data.kind).map(\.rawValue)
    let hint = possible.isEmpty ? fitting : "labels can be " + choice(possible) + ", or be left out"
    if !LabelEncoding.possible(data.kind).contains(labels) {
      let target =
        switch data.kind {
        case .regression: "a number"
        case .classes(let count): "one of \(count) classes"
        }
      return refusal(
        "the target of \(data.name) is \(target), which cannot become \(labels.words)", at: "labels",
        hint: hint)
    }
    guard !loss.accepts(labels) else { return nil }
    return refusal(
      "\(loss.name) wants labels that are \(loss.labelForm.rawValue); \(labels.rawValue) makes \(labels.words)",
      at: "labels", hint: hint)
  }

  /// Labels of the right form whose values the loss cannot take.
  private func valueProblem(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    let isReal = form.labels == .real
    if loss.labelForm == .count, isReal, let least = data.targets.min(), least < 0 {
      return refusal(
        "\(loss.name) is for counts, and the least target of \(data.name) is \(NumberFormat.text(least, digits: 3))",
        at: "loss",
        hint: "use mse or huber here; \(loss.name) learns train circles loss=\(loss.name) labels=zero_one")
    }
    let hasZero = form.labels == .zeroOne || form.labels == .oneHot || isReal && data.targets.contains(0)
    if loss.name == "mape", epsilon == 0, hasZero {
      return refusal(
        "mape divides by the label, and some labels of \(data.name) are 0", at: "loss",
        hint: data.kind == .regression ? "use mae; or add epsilon=1e-7, as Keras has it" : fitting)
    }
    return nil
  }

  private func outputProblem(_ form: TrainingForm, epsilon: Double) -> Diagnostic? {
    let possible = loss.possibleOutputs(form.labels)
    let hint = "output can be " + choice(possible.map(\.rawValue)) + ", or be left out"
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

  private func choice(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Loss {
  fileprivate var predictionWords: String {
    inputs.last?.form == .variance ? "a mean and a variance for each row" : predictionForm.rawValue
  }
}
