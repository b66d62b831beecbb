import Foundation

/// Whole processes: start to first result, and a long script.
enum ProcessBenchmark {
  static func run() {
    guard let program = program() else {
      print("\nThe program is not built: swift build -c release --product lossbook")
      return
    }
    Report.title("Start to first result: lossbook -e 'mse([1],[2])', beside /usr/bin/python3 -c pass")
    let start = Pair(
      "start", rounds: 31, ours: { execute(program, ["-e", "mse([1],[2])"]) },
      floor: { execute("/usr/bin/python3", ["-c", "pass"]) })
    Report.row("start", milliseconds(start.ours), milliseconds(start.floor), start.ratio)
    script(program)
  }

  private static func script(_ program: String) {
    let lines = 100_000
    Report.title("A script of \(lines) small loss evaluations, beside cat of the same file")
    let path = NSTemporaryDirectory() + "lossbench-\(ProcessInfo.processInfo.processIdentifier).loss"
    let text = (0..<lines).map {
      $0 % 2 == 0 ? "mse([\($0), 2, 3], [1, \($0 % 7), 3.5])" : "bce([1, 0], [0.\($0 % 8 + 1), 0.3])"
    }
    guard (try? text.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)) != nil
    else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let pair = Pair(
      "script", rounds: 5, ours: { execute(program, ["run", path]) }, floor: { execute("/bin/cat", [path]) })
    Report.row("script", milliseconds(pair.ours), milliseconds(pair.floor), pair.ratio)
  }

  /// The release program beside this one.
  private static func program() -> String? {
    let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/lossbook"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Foundation's `Process` waits by looking twenty times a second, which is longer than what is measured here.
  private static func execute(_ path: String, _ arguments: [String]) {
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, &words, environ) == 0 else { return }
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }

  private static func milliseconds(_ seconds: Double) -> String { Report.rounded(seconds * 1e3, 1) + " ms" }
}
