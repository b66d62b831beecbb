/// How a data set was made, complete enough to make the same rows again elsewhere.
public struct DatasetOrigin: Sendable, Equatable {
  /// Where the rows came from before anything was done to them.
  public enum Source: Sendable, Equatable {
    /// A scikit-learn function gives the same rows.
    case generator(GeneratorCall)
    /// A file of comma-separated values.
    case file(FileOrigin)
    /// Numbers that a caller handed over.
    case values
  }

  /// What was done to all rows, or to some of them.
  public enum Step: Sendable, Equatable {
    /// The first `floor(share × rows)` rows train. With a seed the rows were permuted before:
    /// scikit-learn's `train_test_split(x, y, train_size=share, random_state=seed)`, training rows first;
    /// without one `shuffle=False`.
    case split(share: Double, seed: UInt32?)
    /// Features, and a regression's target, at mean 0 and deviation 1: scikit-learn's `StandardScaler`.
    case standardised(fittedOn: StandardiserRows)
    /// See `Dataset.withOutliers`.
    case outliers(share: Double, seed: UInt32)
    /// See `Dataset.withLabelNoise`.
    case labelNoise(share: Double, seed: UInt32)
  }

  /// What there was first.
  public var source: Source
  /// In the order in which they were taken. Without a `split`, the first half of the rows trains.
  public var steps: [Step] = []

  /// An origin without steps is data as its source gave them.
  public init(_ source: Source, steps: [Step] = []) {
    self.source = source
    self.steps = steps
  }
}

/// The rows whose means and deviations scale a data set.
public enum StandardiserRows: Sendable, Equatable {
  /// All of them, as in the tutorial; what is known of the test rows then reaches the training rows.
  case all
  /// The training rows only, as it has to be where the future is not known.
  case training
}

/// A call of one of scikit-learn's generators, with every argument that is not left at scikit-learn's default.
public struct GeneratorCall: Sendable, Equatable {
  /// An argument's value, by its type in Python.
  public enum Value: Sendable, Equatable {
    case integer(Int)
    case number(Double)
    case truth(Bool)
    /// A tuple of numbers.
    case numbers([Double])
  }

  /// One argument, by name.
  public struct Argument: Sendable, Equatable {
    /// scikit-learn's name for it, such as "n_samples".
    public let name: String
    /// What is passed.
    public let value: Value
  }

  /// The function's name in `sklearn.datasets`, such as "make_circles".
  public let function: String
  /// In the order in which they are written.
  public let arguments: [Argument]

  init(_ function: String, _ arguments: [(DataParameter, Value)]) {
    self.function = function
    self.arguments = arguments.map { Argument(name: $0.rawValue, value: $1) }
  }
}

/// What was read from a file of comma-separated values, and how.
public struct FileOrigin: Sendable, Equatable {
  /// A column of the file.
  public struct Column: Sendable, Equatable {
    /// Its place in the file, from 0.
    public let position: Int
    /// What its header calls it, or `c0`, `c1` … without one.
    public let name: String
    /// For a text column spread into ones and zeros: the text that gives 1.
    public let category: String?

    /// A column at a place from 0.
    public init(position: Int, name: String, category: String? = nil) {
      self.position = position
      self.name = name
      self.category = category
    }
  }

  /// As it was typed, or where else it was found.
  public let path: String
  /// What stands between two values.
  public let separator: String
  /// Whether the first line names the columns.
  public let hasHeader: Bool
  /// The column that is predicted.
  public let target: Column
  /// What stands in the target column for class 0, 1, 2 …; empty where the target is a number.
  public let classes: [String]
  /// In the order of the data set's features.
  public let features: [Column]
  /// What became of rows in which a value is missing.
  public let missing: MissingValues
  /// The rows that gave the means which missing values were filled with.
  public internal(set) var meansFrom: StandardiserRows

  /// All there is to say of how a file was read.
  public init(
    path: String, separator: String, hasHeader: Bool, target: Column, classes: [String],
    features: [Column], missing: MissingValues, meansFrom: StandardiserRows = .all
  ) {
    self.meansFrom = meansFrom
    self.path = path
    self.separator = separator
    self.hasHeader = hasHeader
    self.target = target
    self.classes = classes
    self.features = features
    self.missing = missing
  }
}

/// What becomes of rows in which a value is missing. A row without a target is always left out.
public enum MissingValues: String, Sendable, CaseIterable {
  /// The row is left out.
  case drop
  /// A missing feature becomes the mean of what its column has.
  case mean
}
