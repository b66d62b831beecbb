import Foundation
import LossMath
import TestSupport
import Testing
import Training

@testable import Language

struct RunScriptTests {
  private static func script(_ text: String, _ library: ExportLibrary, file: String = "run.py") throws
    -> String
  {
    let files = MemoryFiles()
    files.texts["rents.csv"] = rents
    let script = Script(text, host: files.host)
    #expect(script.errors.isEmpty, "\(text): \(script.errors.map(\.message))")
    guard case .run(let run)? = script.interpreter.globals["run1"] else {
      throw TestFailure("no run: \(text)")
    }
    return try RunScript(run, library, file: file, at: Span(0, 0)).text
  }

  private static let rents = """
    size,district,rent
    40,north,700
    ,south,650
    55,"so""uth",900
    70,north,1000
    30,south,?
    65,north,980
    """

  /// Whole scripts as a reader gets them.
  @Test(
    arguments: [
      ("circles-keras.py", "run1 = train circles loss=bce epochs=5", ExportLibrary.keras),
      (
        "regression-pytorch.py",
        "d = 0.5\nh(x, k) = where(abs(x) < k, x^2 / 2, k * (abs(x) - k / 2))\n"
          + "mine(y, p) = mean(h(y - p, d))\n"
          + "run1 = train regression loss=mine epochs=5 optimizer=adam init=he_normal patience=2 outliers=0.05",
        .pytorch
      ),
      (
        "rents-keras.py",
        "d1 = data load \"rents.csv\" target=rent categories=on missing=mean standardize=train split=0.6 shuffle=on\n"
          + "run1 = train d1 loss=quantile quantile=0.9 epochs=2",
        .keras
      ),
    ])
  func goldenScripts(_ name: String, _ text: String, _ library: ExportLibrary) throws {
    let path = Repository.path("Tests/LanguageTests/Exporting/Scripts/\(name)")
    #expect(try Self.script(text, library, file: name) == String(contentsOfFile: path, encoding: .utf8))
  }

  private static let regressions = Loss.all.filter { $0.naturalForm(.regression) != nil }
  private static let binaries = Loss.all.filter { $0.naturalForm(.classes(2)) != nil }
  private static let multis = Loss.all.filter { $0.naturalForm(.classes(3)) != nil }

  /// Every loss on every data set that it suits.
  private static let lines: [String] =
    ["regression", "friedman1"].flatMap { data in regressions.map { (data, $0) } }.map(line)
    + ["circles", "moons"].flatMap { data in binaries.map { (data, $0) } }.map(line)
    + ["blobs", "gaussian_quantiles"].flatMap { data in multis.map { (data, $0) } }.map(line)

  private static func line(_ data: String, _ loss: Loss) -> String {
    let rate = ["mape", "poisson"].contains(loss.name) ? " lr=1e-9" : ""
    return "run1 = train \(data) loss=\(loss.name) n=20 hidden=[20] epochs=1" + rate
  }

  private static let variations: [String] =
    Initializer.allCases.map { "init=\($0.rawValue)" }
    + HiddenActivation.allCases.map { "activation=\($0.rawValue)" }
    + [
      "optimizer=sgd momentum=0", "optimizer=sgd momentum=0.9 nesterov=on", "optimizer=rmsprop",
      "optimizer=adam",
      "patience=1",
      "shuffle=off", "hidden=[]", "hidden=[4, 3]", "label_noise=0.2", "split=0.7", "standardize=on",
      "standardize=train", "epsilon=1e-7", "epsilon=1e-3", "label_smoothing=0.1", "class_weights=[1, 2]",
      "output=softmax labels=one_hot", "labels=one_hot",
    ]

  @Test(
    arguments: lines, ExportLibrary.allCases)
  func everyLossHasAScript(_ line: String, _ library: ExportLibrary) throws {
    let script = Script(line)
    guard case .run(let run)? = script.interpreter.globals["run1"], run.epochs > 0 else {
      // Some targets are none that the loss can take.
      #expect(
        script.errors.first?.code == .lossDoesNotFit || line.contains("poisson")
          || line.contains("cosine_similarity"), "\(line)")
      return
    }
    try Self.check(try RunScript(run, library, file: "a.py", at: Span(0, 0)).text)
  }

  @Test(
    arguments: variations, ExportLibrary.allCases)
  func everyOptionHasAScript(_ option: String, _ library: ExportLibrary) throws {
    let hidden = option.contains("hidden") ? "" : " hidden=[3]"
    try Self.check(try Self.script("run1 = train circles loss=bce n=20 epochs=1\(hidden) \(option)", library))
  }

  private static func check(_ text: String) throws {
    #expect(text.hasPrefix(RunScript.mark) && text.hasSuffix("main()\n"))
    #expect(BracketBalance.isBalanced(text))
    let long = text.split(separator: "\n").filter { $0.count > PythonLayout.width || $0.last == " " }
    #expect(long.map { String($0) } == [])
    #expect(!text.contains("{x") && !text.contains("Optional(") && !text.contains("\t"))
  }

  /// Python itself reads the scripts, where there is one.
  @Test(.enabled(if: Python.isPresent), arguments: ExportLibrary.allCases)
  func pythonCompilesThem(_ library: ExportLibrary) throws {
    let directory = try TemporaryDirectory()
    var paths: [String] = []
    for (index, line)
      in (Self.lines + Self.variations.map { "run1 = train circles loss=bce n=20 epochs=1 \($0)" })
      .enumerated()
    {
      guard case .run(let run)? = Script(line).interpreter.globals["run1"], run.epochs > 0 else { continue }
      let path = directory.path + "/\(index).py"
      try RunScript(run, library, file: "a.py", at: Span(0, 0)).text.write(
        toFile: path, atomically: true, encoding: .utf8)
      paths.append(path)
    }
    #expect(try Python.compiles(paths))
  }

  @Test
  func namesCannotLeaveTheirPlaces() throws {
    let files = MemoryFiles()
    let name = "a\"\"\"\\n'''import os"
    files.texts["x.csv"] =
      "\"a\"\"\"\"\"\"\\n'''import os\",\"k\"\n" + (0..<12).map { "\($0),\"q\"\"\\\($0 % 2)\"\n" }.joined()
    let script = Script(
      "d1 = data load \"x.csv\" target=k\nrun1 = train d1 loss=bce epochs=1 hidden=[2]", host: files.host)
    #expect(script.errors.isEmpty)
    guard case .run(let run)? = script.interpreter.globals["run1"] else { throw TestFailure("no run") }
    #expect(run.data.names.features == [name])
    for library in ExportLibrary.allCases {
      let text = try RunScript(run, library, file: "a\nimport os.py", at: Span(0, 0)).text
      try Self.check(text)
      #expect(!text.contains("\nimport os.py"))
      #expect(text.contains(#"CLASSES = ['q"\\0', 'q"\\1']"#))
    }
  }
}

/// The Python of the machine, if there is one.
private enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isPresent: Bool { path != nil }

  static func compiles(_ files: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = path.map { URL(filePath: $0) }
    process.arguments =
      ["-B", "-c", "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read(), name)"] + files
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
