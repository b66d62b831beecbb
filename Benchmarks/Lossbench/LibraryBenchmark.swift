import Foundation

/// The same work by Python's libraries, those of them that are installed: see `Benchmarks/libraries.py`.
enum LibraryBenchmark {
  /// - Parameter ours: our seconds, by what was done.
  static func run(_ ours: [String: Double]) {
    Report.title(
      "The same by libraries for \(Processes.python), one thread each: how many times our time they take")
    let script = "Benchmarks/libraries.py"
    guard FileManager.default.fileExists(atPath: script) else {
      return print("  \(script) is not there: start this in the repository")
    }
    Processes.inTemporaryDirectory { directory in
      let output = directory + "/figures"
      let isWhole = Processes.run(Processes.python, [script], output: output)
      show((try? String(contentsOfFile: output, encoding: .utf8)) ?? "", ours)
      if !isWhole { print("  \(Processes.python) did not end well: what is missing above was not measured") }
    }
  }

  private static let libraries = ["NumPy", "scikit-learn", "PyTorch", "Keras"]

  private static func show(_ text: String, _ ours: [String: Double]) {
    var names: [String] = []
    var theirs: [String: [String: Double]] = [:]
    for line in text.split(separator: "\n").map({ $0.split(separator: "\t").map(String.init) }) {
      guard line.count == 3, let seconds = Double(line[2]) else { continue }
      if theirs[line[1]] == nil { names.append(line[1]) }
      theirs[line[1], default: [:]][line[0]] = seconds
    }
    row("", "ours", libraries)
    for name in names {
      guard let own = ours[name] else { continue }
      row(
        name, Report.time(own),
        libraries.map { library in
          theirs[name]?[library].map { factor($0 / own) } ?? "-"
        })
    }
    for library in libraries where !theirs.values.contains(where: { $0[library] != nil }) {
      print("  \(library) is not there")
    }
  }

  private static func factor(_ ratio: Double) -> String {
    ratio < 10 ? Report.rounded(ratio, 1) + "x" : "\(Int(exactly: ratio.rounded()) ?? 0)x"
  }

  private static func row(_ name: String, _ own: String, _ others: [String]) {
    let cells = others.map { Report.left($0, 14) }.joined()
    print("  " + Report.right(name, 26) + Report.left(own, 12) + cells)
  }
}
