import Foundation

/// Other programs, run to their end.
enum Processes {
  /// Runs a program, found by `PATH`, and says whether it ended with status 0. What it writes goes to `output`.
  @discardableResult
  static func run(_ program: String, _ arguments: [String], output: String = "/dev/null") -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var child: pid_t = 0
    guard posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status == 0
  }

  /// A directory that is there while `body` runs.
  static func inTemporaryDirectory(_ body: (_ path: String) -> Void) {
    let path = NSTemporaryDirectory() + "lossbench-\(ProcessInfo.processInfo.processIdentifier)"
    guard (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)) != nil
    else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    body(path)
  }

  static func write(_ text: String, to path: String) -> Bool {
    (try? text.write(toFile: path, atomically: true, encoding: .utf8)) != nil
  }

  /// The release program beside this one.
  static var lossbook: String? {
    let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/lossbook"
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    print("\nThe program is not built: swift build -c release --product lossbook")
    return nil
  }

  /// `$PYTHON`, or `python3` by `PATH`.
  static var python: String { ProcessInfo.processInfo.environment["PYTHON"] ?? "python3" }
}
