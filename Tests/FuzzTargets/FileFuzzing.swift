import Language
import Notebook
import Training

enum FileFuzzing {
  static func csv(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let options = String(decoding: lines[0], as: UTF8.self)
    let session = Session(host: Fuzzing.host(["in.csv": Array(lines.count > 1 ? lines[1] : [])]))
    // Only options: another command would have its own target.
    let isPlain = options.unicodeScalars.allSatisfy { !";#{}\r".unicodeScalars.contains($0) }
    Fuzzing.run(
      "d = data load \"in.csv\" \(isPlain ? options : "target=-1")\nplot d\nexport d to \"o.csv\"",
      in: session)
  }

  static func weights(_ bytes: [UInt8]) {
    if let weights = try? Weights(json: bytes) {
      Fuzzing.expect(!weights.layers.isEmpty, "a network has layers")
    }
    let session = Session(host: Fuzzing.host(["w.json": bytes], steps: 20))
    Fuzzing.run("train circles loss=bce n=20 epochs=1 weights=\"w.json\"", in: session)
  }

  static func progress(_ bytes: [UInt8]) {
    let directory = ScratchDirectory.shared
    directory.write("progress", bytes)
    let store = ProgressStore(path: directory.path("progress"))
    let first = try? store.load()
    guard let first, (try? store.append(.finished(lesson: "x.md"))) != nil else { return }
    // What could be read once stays, and what is added is there.
    let second = try? store.load()
    Fuzzing.expect(second?.progress.lessons["x.md"]?.isFinished == true, "what is kept is there")
    for name in first.progress.lessons.keys where name != "x.md" {
      Fuzzing.expect(second?.progress.lessons[name] == first.progress.lessons[name], "what was there stays")
    }
  }
}
