import Language
import Notebook
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input as a file that cells may read, once and for all.
final class StandardInput {
  /// Why it cannot be read: something else reads it.
  private let refusal: String?
  private var read: [UInt8]?

  init(refusal: String? = nil) { self.refusal = refusal }

  func bytes() throws(FileProblem) -> [UInt8] {
    if let read { return read }
    if let refusal { throw FileProblem(reason: refusal) }
    let bytes = try FileBytes.readAll(0, wait: Self.wait)
    read = bytes
    return bytes
  }

  /// Waits for bytes, or for Ctrl-C: reading itself would go on after it.
  private static func wait() throws(FileProblem) {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, -1) < 0, errno == EINTR {
      if Interrupt.isRequested { throw FileProblem(reason: "stopped before it was there") }
    }
  }
}
