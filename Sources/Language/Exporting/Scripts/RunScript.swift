import LossMath
import Training

/// A training run as a Python script that does the same experiment.
struct RunScript {
  let run: Run
  let library: ExportLibrary
  /// What the script's file is called.
  let file: String
  let data: DataScript
  let loss: LossScript

  /// How the first line of every script begins, by which a script can be replaced without asking.
  static let mark = "# Exported by Lossbook"

  /// - Throws: where the data set or the loss cannot be written in Python.
  init(_ run: Run, _ library: ExportLibrary, file: String, at span: Span) throws(Diagnostic) {
    guard let data = DataScript(run.data) else {
      throw Diagnostic(
        .cannotExport, "the rows of \(run.data.name) came from no generator and no file", at: span,
        hint: "export them first: export d to \"rows.csv\"; then train on data load \"rows.csv\" target=y")
    }
    (self.run, self.library, self.data) = (run, library, data)
    self.file = PythonText.comment(file)
    loss = try LossScript(run, library)
  }

  var text: String {
    let body = library == .keras ? KerasScript(self).sections : TorchScript(self).sections
    let functions = body.map { $0.joined(separator: "\n") }
    return header.joined(separator: "\n") + "\n\n" + functions.joined(separator: "\n\n\n") + "\n"
  }

  var options: TrainingOptions { run.options }
  var objective: Objective { run.objective }
  var outputs: Int { objective.outputs(run.data) }
  var showsMetric: Bool { RunText.showsMetric(run) }
  var metric: String { run.metric.rawValue }

  /// Passes over the training rows: a run that was stopped by hand does not go on in the script.
  var epochs: Int {
    if case .cancelled(let epoch) = run.outcome { return epoch }
    return options.epochs
  }

  private var header: [String] {
    let title = library == .keras ? "Keras 3" : "PyTorch"
    var lines = [Self.mark + ": \(objective.name) on \(PythonText.comment(run.data.name)), for \(title)."]
    switch library {
    case .keras:
      lines += ["#", "# KERAS_BACKEND=jax (or torch, tensorflow) chooses what Keras computes with."]
    case .pytorch:
      lines += [
        "#", "#   python \(file)",
        "#   torchrun --nproc_per_node=2 \(file)  # two processes share every batch",
      ]
    }
    return lines + result + [
      "#",
      "# The rows are the same. Initial weights and batches come from another generator, so",
      "# the script ends where another seed might. It computes with 32-bit floats, as is",
      "# usual, and Lossbook with 64: beside the seed that makes no difference.",
    ]
  }

  /// What Lossbook's run came to.
  private var result: [String] {
    let place = max(run.keptEpoch, 1) - 1
    var lines = ["#", "# Lossbook's run with seed \(options.seed) had, \(ending):", "#"]
    lines.append("#   " + row("", "train", "test"))
    func line(_ name: String, _ train: [Double], _ test: [Double]) {
      guard train.indices.contains(place), test.indices.contains(place) else { return }
      let numbers = [train[place], test[place]].map { NumberFormat.text($0, digits: 4) }
      lines.append("#   " + row(name, numbers[0], numbers[1]))
    }
    line("loss", run.trainLoss, run.testLoss)
    if showsMetric { line(metric, run.trainMetric, run.testMetric) }
    if run.startedFromGivenWeights {
      lines += ["#", "# It began with weights from a file; the script draws its own."]
    }
    return lines
  }

  private var ending: String {
    let kept = counted(run.keptEpoch, "epoch")
    return switch run.outcome {
    case .finished where options.patience == nil: "after \(kept)"
    case .finished, .stoppedEarly: "in its best epoch, \(run.keptEpoch)"
    case .cancelled: "when it was stopped after \(kept)"
    case .diverged(let epoch): "before it diverged in epoch \(epoch)"
    }
  }

  private func row(_ name: String, _ train: String, _ test: String) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(width - text.count, 0)) + text
    }
    return name + padded(train, 20 - name.count) + padded(test, 12)
  }

  /// The labels in the form that the loss takes.
  var labelLines: [String] {
    let classes: Int = if case .classes(let count) = run.data.kind { count } else { 0 }
    return switch objective.labels {
    case .real, .zeroOne, .classIndex: []
    case .plusMinusOne: ["    y = 2 * y - 1  # -1 and +1"]
    case .oneHot: ["    y = np.eye(\(classes))[y]  # one-hot rows"]
    case .classSet:
      ["    y = np.column_stack([y] + [np.full(len(y), -1)] * \(classes - 1))  # sets of one class"]
    }
  }

  /// The imports that the sections need, in isort's order: the standard library first.
  func imports(_ names: [String], for sections: [[String]]) -> [String] {
    let optional = [
      "import copy": "copy.", "import math": "math.", "import numpy as np": "np.",
      "from pathlib import Path": "Path(",
      "import torch.nn.functional as F": "F.", "from keras import ops": "ops.",
    ]
    let text = (sections + loss.definitions).flatMap { $0 }
    let wanted = Set(names).union(data.imports).union(optional.keys).filter { name in
      guard let use = optional[name] else { return true }
      return text.contains { Self.uses($0, use) } && (names.contains(name) || !["F.", "ops."].contains(use))
    }
    let standard = ["import copy", "import csv", "import math", "import os", "from pathlib import Path"]
    let own = standard.filter(wanted.contains)
    let others = wanted.subtracting(standard).sorted { Self.order($0) < Self.order($1) }
    return own + (own.isEmpty || others.isEmpty ? [] : [""]) + others
  }

  /// Whether a line uses a module: `F.` stands there, and is not the end of another name.
  private static func uses(_ line: String, _ module: String) -> Bool {
    line.ranges(of: module).contains { found in
      guard found.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: found.lowerBound)]
      return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }
  }

  /// Plain imports before those of names, each by module.
  private static func order(_ line: String) -> String {
    let words = line.split(separator: " ")
    return (words[0] == "import" ? "0" : "1") + words.dropFirst().joined(separator: " ")
  }

  /// Module constants: what a reader changes first.
  var settings: [String] {
    ["SEED = \(options.seed)", "EPOCHS = \(epochs)", "BATCH_SIZE = \(options.batchSize)"]
      + (options.patience.map { ["PATIENCE = \($0)"] } ?? [])
  }
}
