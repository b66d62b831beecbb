/// A data set's targets in the form that a loss takes.
struct Labels {
  /// Numbers that the network puts out for a row.
  let outputs: Int
  /// Numbers that a row's label has: `outputs`, or 1 for a class index.
  let columns: Int
  /// `rows × columns` numbers, row by row.
  let values: [Double]

  init(_ dataset: Dataset, for objective: Objective) throws(TrainingError) {
    outputs = try Self.outputs(dataset.kind, objective)
    try TrainingLimits.checkOutputs(outputs, rows: dataset.rows)
    columns = objective.labels == .oneHot || objective.labels == .classSet ? outputs : 1
    switch objective.labels {
    case .real, .zeroOne, .classIndex: values = dataset.targets
    case .plusMinusOne: values = dataset.targets.map { 2 * $0 - 1 }
    case .oneHot:
      let classes = outputs
      values = dataset.targets.flatMap { target in
        (0..<classes).map { Double($0) == target ? 1 : 0 }
      }
    case .classSet:
      let classes = outputs
      values = dataset.targets.flatMap { target in (0..<classes).map { $0 == 0 ? target : -1 } }
    }
  }

  /// How wide the output layer must be, or why objective and data do not go together.
  private static func outputs(_ kind: Dataset.Kind, _ objective: Objective) throws(TrainingError) -> Int {
    let outputs: Int
    switch (objective.labels, kind) {
    case (.real, .regression), (.real, .classes(2)): outputs = 1
    case (.zeroOne, .classes(2)), (.plusMinusOne, .classes(2)): outputs = 1
    case (.oneHot, .classes(let count)), (.classIndex, .classes(let count)),
      (.classSet, .classes(let count)):
      outputs = count
    default: throw .labelsDoNotFit(objective.labels, kind)
    }
    if [.softmax, .logSoftmax].contains(objective.activation), outputs == 1 {
      throw .softmaxOfOne(objective.labels)
    }
    if objective.metric == .accuracy, kind == .regression { throw .accuracyOfRegression }
    if objective.metric == .mse, [.classIndex, .classSet].contains(objective.labels) {
      throw .mseOfClassIndex
    }
    guard objective.activation == .meanVariance else { return outputs }
    guard outputs == 1 else { throw .labelsDoNotFit(objective.labels, kind) }
    return 2
  }
}
