import Language
import Notebook
import Terminal
import Training

extension CancelToken {
  /// Set by Ctrl-C.
  static var interrupt: CancelToken { CancelToken { Interrupt.isRequested } }
}

extension Host {
  /// A host that reads and writes files, seen from a directory, and stops on Ctrl-C.
  static func standard(directory: String = ".", input: StandardInput) -> Host {
    .standard(directory: directory, cancel: .interrupt) { () throws(FileProblem) in try input.bytes() }
  }

  /// The same for a document that is checked.
  static func checking(directory: String) -> Host { .checking(directory: directory, cancel: .interrupt) }
}
