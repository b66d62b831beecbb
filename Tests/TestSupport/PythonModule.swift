import Foundation

/// Python with a module that a test uses where it is there.
public enum PythonModule {
  public static func isThere(_ name: String) -> Bool {
    guard let directory = try? TemporaryDirectory() else { return false }
    return (try? run("import \(name)", in: directory)) == ""
  }

  /// Runs a program.
  /// - Returns: what it writes, its complaints among it.
  public static func run(_ code: String, in directory: TemporaryDirectory) throws -> String {
    try directory.write("program.py", code)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let result = try Binary.run(
      shell: "python3 program.py 2>&1", in: directory, environment: ["PATH": path])
    return result.output + (result.status == .code(0) ? "" : "\(result.status)")
  }
}
