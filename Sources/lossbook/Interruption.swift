import Terminal
import Training

extension CancelToken {
  /// Set by Ctrl-C.
  static var interrupt: CancelToken { CancelToken { Interrupt.isRequested } }
}
