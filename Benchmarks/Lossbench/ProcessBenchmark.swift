import Foundation

/// Whole processes: start to first result, and a long script.
enum ProcessBenchmark {
  static func start() {
    guard let program = Processes.lossbook else { return }
    Report.title("Start to first result: lossbook -e 'mse([1],[2])', beside another program's whole life")
    Processes.inTemporaryDirectory { directory in
      for (name, linking) in emptyPrograms {
        let empty = directory + "/empty" + linking
        if build(empty, linking) {
          row(name, program) { Processes.run(empty, []) }
        } else {
          print("  swiftc is not there for an empty program")
        }
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

  /// The least that Swift does: with its runtime inside, and on Linux, as the program itself is, with the C library too.
  private static var emptyPrograms: [(name: String, linking: String)] {
    #if os(Linux)
      [("an empty Swift program", "-static-stdlib"), ("without any library", "-static-executable")]
    #else
      [("an empty Swift program", "-O")]
    #endif
  }

  private static func build(_ path: String, _ linking: String) -> Bool {
    Processes.write("", to: path + ".swift")
      && Processes.run("swiftc", ["-O", linking, path + ".swift", "-o", path])
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
