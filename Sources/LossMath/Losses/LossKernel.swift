/// A loss as the training loop wants it: one pass over a batch that sums the loss and, if asked, writes its
/// gradient.
///
/// `yTrue` and `yPred` hold `rows × columns` numbers, row by row (`yTrue` holds one number a row when the
/// labels are class indices). The result is the sum over the rows of each row's loss, never the mean, so that
/// batches of different sizes add up; of a loss on a whole batch it is that loss times the rows. `gradient`,
/// when given, is as long as `yPred` and receives the derivative of that sum with respect to each number in
/// `yPred`.
public struct LossKernel: Sendable {
  /// A function of labels, predictions, the number of predictions in a row (at least 1), and where to write the
  /// gradient. It must not keep the buffers.
  public typealias Body =
    @Sendable (
      _ yTrue: UnsafeBufferPointer<Double>, _ yPred: UnsafeBufferPointer<Double>, _ columns: Int,
      _ gradient: UnsafeMutableBufferPointer<Double>?
    ) -> Double

  /// Sums the loss over a batch.
  public let sum: Body

  /// A kernel from a function of one's own.
  public init(sum: @escaping Body) {
    self.sum = sum
  }
}
