import Foundation

/// Whole processes: start to first result, and a long script.
enum ProcessBenchmark {
  static func start() {
    guard let program = Processes.lossbook else { return }
    Report.title("Start to first result: lossbook -e 'mse([1],[2])', beside another program's whole life")
    Processes.inTemporaryDirectory { directory in
      let empty = directory + "/empty"
      if build(empty) {
        row("an empty Swift program", program) { Processes.run(empty, []) }
      } else {
        print("  swiftc is not there for an empty program")
      }
    }
    let system = "/usr/bin/python3"
    let python = FileManager.default.isExecutableFile(atPath: system) ? system : Processes.python
    if Processes.run(python, ["-c", "pass"]) {
      row("\(python) -c pass", program) { Processes.run(python, ["-c", "pass"]) }
    } else {
      print("  \(python) is not there")
    }
  }

  private static func row(_ name: String, _ program: String, _ floor: @escaping () -> Void) {
    let pair = Pair(
      name, .children, rounds: 41, ours: { Processes.run(program, ["-e", "mse([1],[2])"]) }, floor: floor)
    Report.row(name, Report.milliseconds(pair.ours), Report.milliseconds(pair.floor), pair.ratio)
  }

  /// The least that Swift does, linked as the program is.
  private static func build(_ path: String) -> Bool {
    #if os(Linux)
      let linking = ["-static-stdlib"]
    #else
      let linking: [String] = []
    #endif
    return Processes.write("", to: path + ".swift")
      && Processes.run("swiftc", ["-O"] + linking + [path + ".swift", "-o", path])
  }

  /// Gives the seconds of the script.
  static func script() -> [String: Double] {
    guard let program = Processes.lossbook else { return [:] }
    let lines = 100_000
    Report.title("A script of \(lines) small loss evaluations, beside cat of the same file")
    let text = (0..<lines).map {
      $0 % 2 == 0 ? "mse([\($0), 2, 3], [1, \($0 % 7), 3.5])" : "bce([1, 0], [0.\($0 % 8 + 1), 0.3])"
    }
    var seconds: [String: Double] = [:]
    Processes.inTemporaryDirectory { directory in
      let path = directory + "/script.loss"
      guard Processes.write(text.joined(separator: "\n"), to: path) else { return }
      let pair = Pair(
        "script", .children, rounds: 5, ours: { Processes.run(program, ["run", path]) },
        floor: { Processes.run("cat", [path]) })
      Report.row("script", Report.milliseconds(pair.ours), Report.milliseconds(pair.floor), pair.ratio)
      seconds["script"] = pair.ours
    }
    return seconds
  }
}
