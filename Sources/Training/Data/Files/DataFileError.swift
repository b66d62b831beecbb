/// Why a file of comma-separated values makes no data set; the sentences are written where they are shown.
///
/// Lines and columns count from 1.
public enum DataFileError: Error, Sendable, Equatable {
  /// A zero byte: not a text file.
  case notText(line: Int)
  case notUtf8(line: Int, column: Int)
  /// No closing quote up to the end, or for very long.
  case unclosedQuote(line: Int)
  /// A quote inside a value that does not begin with one, or something behind a closing quote.
  case strayQuote(line: Int)
  /// A line with another number of values than the first.
  case ragged(line: Int, found: Int, expected: Int)
  /// No line holds a value.
  case empty
  /// A header and nothing below it.
  case noRows
  case duplicateName(String, columns: [Int])
  case tooManyValues(limit: Int)
  case tooManyRows(limit: Int)
  case tooManyColumns(found: Int, limit: Int)
  /// A line of more bytes than any table needs.
  case lineTooLong(line: Int, limit: Int)
  /// No target was named.
  case noTarget(names: [String])
  case noColumn(DataFileOptions.Choice, names: [String])
  /// The target was named as a feature.
  case targetAsFeature(String)
  /// A feature was named twice.
  case featureTwice(String)
  case tooManyFeatures(found: Int, limit: Int)
  /// A text in a column of numbers.
  case notANumber(line: Int, name: String, found: String)
  case decimalComma(line: Int, name: String, found: String)
  /// An infinity, or a number too large.
  case notFinite(line: Int, name: String)
  /// A text target that is to be a number.
  case textTarget(name: String, line: Int, found: String)
  case tooManyClasses(name: String, found: Int, limit: Int)
  /// The same target in every row that is left.
  case constantTarget(name: String, value: String, rows: Int)
  case noFeatures(text: [String])
  /// Fewer than two rows are left.
  case tooFewRows(left: Int, all: Int, withoutTarget: Int, withMissing: Int)
  case data(DataError)
  case cancelled
}
