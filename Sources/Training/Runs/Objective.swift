import LossMath

/// What the training loop needs to know of a loss.
public struct Objective: Sendable {
  /// The loss's name: "bce".
  public var name: String
  /// The loss over a batch, applied to the network's output after `activation`.
  public var kernel: LossKernel
  /// What stands between the output layer's sums and the kernel: `.linear` also when the kernel works from logits.
  public var activation: OutputActivation
  /// The form of labels that the kernel expects.
  public var labels: LabelEncoding
  /// What is measured beside the loss.
  public var metric: Metric

  public init(
    name: String, kernel: LossKernel, activation: OutputActivation, labels: LabelEncoding, metric: Metric
  ) {
    self.name = name
    self.kernel = kernel
    self.activation = activation
    self.labels = labels
    self.metric = metric
  }
}

/// The form in which a loss takes its labels.
public enum LabelEncoding: String, Sendable, CaseIterable {
  /// The target as it is: a number to predict, or for two classes 0 and 1.
  case real
  /// Two classes as 0 and 1.
  case zeroOne
  /// Two classes as −1 and +1.
  case plusMinusOne
  /// k classes as k numbers, all 0 but a 1.
  case oneHot
  /// k classes as the number of the class, against k predictions.
  case classIndex
}

/// What is measured beside the loss.
public enum Metric: String, Sendable, CaseIterable {
  /// The mean squared difference between output and label.
  case mse
  /// The share of rows whose class is recognised.
  case accuracy
}
