extension Dataset {
  /// What a generator makes with our own logarithms, sines and cosines in place of the C library's: the same bits on
  /// every machine, a few of which differ in a last digit from scikit-learn's.
  public static func deterministic(
    _ generate: () throws(DataError) -> Dataset
  ) throws(DataError) -> Dataset {
    let result: Result<Dataset, DataError> = Libm.$isDeterministic.withValue(true) {
      do throws(DataError) { return .success(try generate()) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
