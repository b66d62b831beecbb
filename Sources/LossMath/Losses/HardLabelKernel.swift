import CNumerics

/// Binary cross-entropy of hard labels in vectors: the same bits as one by one, in a fifth of the time.
enum HardLabelKernel {
  /// As many losses as stay near the processor until they are added.
  static let block = 512

  private static let widest = numerics_widest()

  static func make(_ options: LossOptions) -> LossKernel {
    let plain = LossBody.elementwiseKernel(BinaryCrossentropy.self)(options)
    if options.fromLogits || options.clipping != nil || SoftLabels.areWanted(options) { return plain }
    return LossKernel { yTrue, yPred, columns, gradient in
      guard let y = yTrue.baseAddress, let p = yPred.baseAddress else { return 0 }
      let scale = 1 / Double(max(columns, 1))
      let count = min(yTrue.count, yPred.count, gradient?.count ?? .max)
      let slopes = gradient?.baseAddress
      return withUnsafeTemporaryAllocation(of: Double.self, capacity: block) { losses in
        guard let start = losses.baseAddress else { return .nan }
        return scale
          * Summation.sum(count: count) { i in
            if i % block == 0 {
              write(min(block, count - i), y + i, p + i, scale, start, slopes.map { $0 + i }, options)
            }
            return start[i % block]
          }
      }
    }
  }

  /// Writes the losses, and the slopes times `scale`, of one block.
  private static func write(
    _ count: Int, _ y: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ scale: Double,
    _ losses: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>?, _ options: LossOptions
  ) {
    if numerics_hard_bce(widest, y, p, count, scale, losses, slopes) != 0 { return }
    for i in 0..<count {
      slopes?[i] = BinaryCrossentropy.slope(y[i], p[i], options) * scale
      losses[i] = BinaryCrossentropy.value(y[i], p[i], options)
    }
  }
}
