import ArgumentParser
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

/// Standard output, collected and written in large pieces, with every failure noticed.
final class Output {
  private var buffer: [UInt8] = []
  private let descriptor: Int32
  private var problem: FileProblem?

  init(descriptor: Int32 = 1) { self.descriptor = descriptor }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 16 { flush() }
  }

  func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !buffer.isEmpty, problem == nil else { return }
    do throws(FileProblem) { try FileBytes.writeAll(descriptor, buffer) } catch { problem = error }
  }

  /// Writes what is left.
  /// - Throws: if something could not be written, a full disk say.
  func finish() throws {
    flush()
    guard let problem else { return }
    Self.error("standard output: \(problem.reason)")
    throw ExitCode(74)
  }

  /// A line on standard error.
  static func error(_ text: String) { plainError("lossbook: \(sanitised(text))\n") }

  /// Text on standard error as it is.
  static func plainError(_ text: String) { try? FileBytes.writeAll(2, Array(text.utf8)) }
}
