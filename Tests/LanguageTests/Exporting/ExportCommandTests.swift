import Testing
import Training

@testable import Language

/// Files that stay in memory.
final class MemoryFiles {
  var texts: [String: String] = [:]

  var host: Host {
    Host(
      readFile: { (path) throws(FileProblem) in
        guard let text = self.texts[path] else { throw FileProblem(reason: "no such file", isMissing: true) }
        return Array(text.utf8)
      },
      writeFile: { (path, text) throws(FileProblem) in
        if path.hasPrefix("/root/") { throw FileProblem(reason: "permission denied") }
        self.texts[path] = text
      })
  }
}

struct ExportCommandTests {
  private static let run = "run1 = train circles loss=bce n=20 epochs=2 hidden=[3]\n"

  @Test
  func writesAScriptForEachLibrary() throws {
    let files = MemoryFiles()
    let script = Script(
      Self.run
        + "export run1 to \"a.py\" as keras\nexport run1 to \"b.py\" as pytorch\nexport run1 to \"c.py\" as torch",
      host: files.host)
    #expect(script.errors.isEmpty)
    #expect(files.texts["a.py"]?.contains("import keras\n") == true)
    #expect(files.texts["b.py"]?.contains("import torch\n") == true)
    #expect(files.texts["c.py"] == files.texts["b.py"]?.replacing(" b.py", with: " c.py"))
    #expect(script.shown(width: 200).contains("torchrun --nproc_per_node=2 c.py"))
  }

  @Test func weightsAreReadAgain() throws {
    let files = MemoryFiles()
    let script = Script(
      Self.run + "export run1 to \"w.json\"\nrun2 = train circles loss=bce n=20 epochs=1 weights=\"w.json\"",
      host: files.host)
    #expect(script.errors.isEmpty)
    guard case .run(let first)? = script.interpreter.globals["run1"],
      case .run(let second)? = script.interpreter.globals["run2"]
    else {
      Issue.record("no runs")
      return
    }
    #expect(second.initial.trainLoss == first.trainLoss.last)
    #expect(second.startedFromGivenWeights && !first.startedFromGivenWeights)
  }

  @Test(arguments: [
    "data circles n=20", "data blobs n=30 seed=3", "data regression n=20 features=3", "data friedman1 n=20",
  ])
  func rowsAreReadAgain(_ line: String) throws {
    let files = MemoryFiles()
    let kind = line.contains("regression") || line.contains("friedman") ? "regression" : "classes"
    let script = Script(
      "a = \(line)\nexport a to \"d.csv\"\nb = data load \"d.csv\" target=y kind=\(kind)", host: files.host)
    #expect(script.errors.isEmpty)
    guard case .dataset(let a)? = script.interpreter.globals["a"],
      case .dataset(let b)? = script.interpreter.globals["b"]
    else {
      Issue.record("no data")
      return
    }
    #expect(a.features == b.features && a.targets == b.targets && a.trainCount == b.trainCount)
  }

  /// Names of columns and classes with everything that a line of values may trip over.
  @Test func namesAreReadAgain() throws {
    let files = MemoryFiles()
    files.texts["in.csv"] = "\"a,b\",\"say \"\"hi\"\"\",kind\n1,2,\"x,y\"\n3,4,z\n5,6,z\n7,8,\"x,y\"\n"
    let script = Script(
      "a = data load \"in.csv\" target=kind\nexport a to \"out.csv\"\nb = data load \"out.csv\" target=kind",
      host: files.host)
    #expect(script.errors.isEmpty)
    guard case .dataset(let a)? = script.interpreter.globals["a"],
      case .dataset(let b)? = script.interpreter.globals["b"]
    else {
      Issue.record("no data")
      return
    }
    #expect(a.names == b.names && a.targets == b.targets)
  }

  @Test func onlySuchScriptsAreReplaced() throws {
    let files = MemoryFiles()
    let line = "export run1 to \"a.py\" as keras"
    #expect(Script(Self.run + line, host: files.host).errors.isEmpty)
    #expect(Script("run1 = train circles loss=hinge n=20 epochs=1\n" + line, host: files.host).errors.isEmpty)
    #expect(files.texts["a.py"]?.hasPrefix("# Exported by Lossbook: hinge") == true)
    files.texts["a.py"] = "import this\n"
    let error = Script(Self.run + line, host: files.host).outcomes.last?.error
    #expect(error?.code == .fileExists && error?.hint?.contains("overwrite=on") == true)
    #expect(files.texts["a.py"] == "import this\n")
    #expect(Script(Self.run + line + " overwrite=on", host: files.host).errors.isEmpty)
    #expect(files.texts["a.py"]?.hasPrefix("# Exported") == true)
  }

  @Test func theSameTextIsNoReplacement() throws {
    let files = MemoryFiles()
    let text = "d = data circles n=20\nexport d to \"d.csv\""
    #expect(Script(text, host: files.host).errors.isEmpty)
    #expect(Script(text, host: files.host).errors.isEmpty)
    #expect(Script(text.replacing("n=20", with: "n=30"), host: files.host).errors.first?.code == .fileExists)
  }

  @Test(arguments: [
    ("export run1 to \"a.py\"", DiagnosticCode.badCommand, "\"a.py\""),
    ("export run1 to \"a.py\" as caffe", .badCommand, "caffe"), ("export run1", .badCommand, "export"),
    ("export", .badCommand, "export"), ("export run1 to 3", .wrongType, "3"),
    ("export run1 as keras", .badCommand, "export"), ("export 3 to \"a.py\" as keras", .wrongType, "3"),
    ("export run1 to \"w.json\" as keras", .badCommand, "as"),
    ("export d to \"a.py\" as keras", .badCommand, "as"), ("export d to \"a.txt\"", .badCommand, "\"a.txt\""),
    ("export run1 to \"/root/a.py\" as keras", .unwritableFile, "\"/root/a.py\""),
    ("export run1, d to \"a.py\" as keras", .badCommand, "d"),
  ])
  func mistakesArePointedAt(_ line: String, _ code: DiagnosticCode, _ place: String) throws {
    let script = Script("d = data circles n=20\n" + Self.run + line, host: MemoryFiles().host)
    let error = try #require(script.outcomes.last?.error)
    #expect(error.code == code && script.pointed(error) == place && error.hint?.isEmpty != true)
  }

  @Test func aRunWithoutEpochsIsRefused() {
    let script = Script(
      "run1 = train regression loss=mse n=20 lr=1e300 epochs=1\nexport run1 to \"a.py\" as keras",
      host: MemoryFiles().host)
    #expect(script.outcomes.last?.error?.code == .cannotExport)
  }
}
