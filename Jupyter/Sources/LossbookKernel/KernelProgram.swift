import Language
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that front ends start.
public enum KernelProgram {
  /// - Parameter arguments: the program's name and the connection file.
  /// - Returns: the exit status.
  public static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count == 2, let path = arguments.last, !path.hasPrefix("-") else {
      return tell(usage, status: arguments.contains("--help") ? 0 : 64)
    }
    do throws(FileProblem) {
      let bytes = try FileBytes.read(path)
      guard let file = JSON.decode(ConnectionFile.self, bytes) else {
        throw FileProblem(reason: "it is no connection file of Jupyter")
      }
      guard file.scheme == "hmac-sha256" else {
        throw FileProblem(reason: "messages are signed by \(file.scheme) there, and here by hmac-sha256")
      }
      return try serve(file)
    } catch {
      return tell("\(path): \(error.reason)", status: 1)
    }
  }

  private static let usage = """
    usage: lossbook-kernel CONNECTION_FILE
    Jupyter starts this program; `lossbook kernel install` tells Jupyter where it is.
    """

  private static func tell(_ text: String, status: Int32) -> Int32 {
    try? FileBytes.writeAll(2, Array("lossbook-kernel: \(text)\n".utf8))
    return status
  }

  private static func serve(_ file: ConnectionFile) throws(FileProblem) -> Int32 {
    do throws(ZeroMQError) {
      let context = try ZeroMQContext()
      let envelope = Envelope(signer: Signer(key: file.key))
      let attendant = try Attendant(context, envelope, file)
      let session = Session(host: .standard(cancel: Interruption.token), course: Files.course(nil))
      let kernel = try Kernel(context, envelope, file, session)
      Interruption.install()
      guard let thread = BackgroundThread({ attendant.serve() }) else {
        throw ZeroMQError(reason: "the system has no thread left")
      }
      kernel.serve()
      thread.join()
      return 0
    } catch {
      throw FileProblem(reason: error.reason)
    }
  }
}
