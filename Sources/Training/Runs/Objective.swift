import LossMath

/// What the training loop needs to know of a loss.
///
/// Two objectives are equal where everything but the kernel is: a function cannot be compared.
public struct Objective: Sendable, Equatable {
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
  /// Whether 0 parts the classes in a single output, as for logits and scores, and not one half.
  public var decidesBySign: Bool
  /// What the kernel was made with, for a loss of the catalogue; nothing for a loss of the reader's own.
  public var lossOptions: LossOptions?
  /// What the caller made the kernel from, for a loss of the reader's own; training only hands it on.
  public var typed: (any Sendable)?

  /// Without `decidesBySign` a sigmoid decides at one half, −1 and +1 by sign, and a linear output by sign too, being a
  /// logit.
  public init(
    name: String, kernel: LossKernel, activation: OutputActivation, labels: LabelEncoding, metric: Metric,
    decidesBySign: Bool? = nil, lossOptions: LossOptions? = nil
  ) {
    self.name = name
    self.kernel = kernel
    self.activation = activation
    self.labels = labels
    self.metric = metric
    self.decidesBySign =
      decidesBySign
      ?? (labels == .plusMinusOne ? activation != .sigmoid : activation == .linear && labels != .real)
    self.lossOptions = lossOptions
  }

  /// Compares everything but kernel and ``typed``.
  public static func == (a: Objective, b: Objective) -> Bool {
    a.name == b.name && a.activation == b.activation && a.labels == b.labels && a.metric == b.metric
      && a.decidesBySign == b.decidesBySign && a.lossOptions == b.lossOptions
  }
}

/// The form in which a loss takes its labels.
public enum LabelEncoding: String, Sendable, CaseIterable {
  /// The target as it is: a number to predict, or for two classes 0 and 1.
  case real
  /// Two classes as 0 and 1.
  case zeroOne = "zero_one"
  /// Two classes as −1 and +1.
  case plusMinusOne = "plus_minus_one"
  /// k classes as k numbers, all 0 but a 1.
  case oneHot = "one_hot"
  /// k classes as the number of the class, against k predictions.
  case classIndex = "class_index"
  /// k classes as k numbers: that of the class, then −1 for "no more".
  case classSet = "class_set"
}

/// What is measured beside the loss.
public enum Metric: String, Sendable, CaseIterable {
  /// The mean squared difference between output and label.
  case mse
  /// The share of rows whose class is recognised.
  case accuracy
}
