/// How a file of comma-separated values becomes a data set.
public struct DataFileOptions: Sendable, Equatable {
  /// A column, by its name or by its place from 0; −1 is the last one.
  public enum Choice: Sendable, Equatable {
    case name(String)
    case position(Int)
  }

  /// What a target is to be.
  public enum TargetKind: String, Sendable, CaseIterable {
    case regression
    case classes
  }

  /// The file. The caller reads it: only the name is kept here, for summaries and exports.
  public var path = ""
  /// nil lets the first line decide between comma, semicolon and tab.
  public var separator: Unicode.Scalar?
  /// nil lets the first line decide: it is a header where none of its values is a number.
  public var hasHeader: Bool?
  /// The column to predict. It has to be chosen: nil is an error that lists the columns.
  public var target: Choice?
  /// The columns to learn from; nil for all but the target and `without`.
  public var features: [Choice]?
  /// Columns to leave out.
  public var without: [Choice] = []
  /// What becomes of rows in which a value is missing.
  public var missing = MissingValues.drop
  /// nil lets the values decide; see `LoadedData.KindReason`.
  public var kind: TargetKind?
  /// Whether text columns with few different texts become columns of ones and zeros.
  public var categories = false

  /// Options that leave everything to the file.
  public init() {}
}

/// A data set from a file, and what there is to say about how it came about.
public struct LoadedData: Sendable, Equatable {
  /// Why the target is a number or a class.
  public enum KindReason: Sendable, Equatable {
    case asked
    /// The target's column holds texts.
    case text
    /// Few different whole numbers: at most 10, each in five rows on average.
    case fewWholeNumbers(Int)
    case numbers
  }

  /// The most different texts that `categories` spreads into columns.
  public static let mostCategories = 20

  /// The rows, those without a target left out.
  public let data: Dataset
  /// Why the target is what it is.
  public let kindReason: KindReason
  /// Rows in the file.
  public let rowsRead: Int
  /// Rows left out for want of a target.
  public let rowsWithoutTarget: Int
  /// Rows left out for want of a feature.
  public let rowsWithMissing: Int
  /// Missing values in each column that is used, where there are any.
  public let missing: [Count]
  /// Text columns that are not among the features, with how many different texts each has.
  public let textColumns: [Count]
  /// Columns without a value.
  public let emptyColumns: [String]

  /// So many of something, by name.
  public struct Count: Sendable, Equatable {
    /// What there are so many of: a column.
    public let name: String
    /// How many.
    public let count: Int
  }
}
