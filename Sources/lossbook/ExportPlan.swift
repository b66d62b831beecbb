import Language
import Notebook

/// Which notebooks go where.
struct ExportPlan {
  /// One notebook with everything that is made of it.
  struct Job {
    let notebook: String
    let targets: [Target]
  }

  struct Target {
    /// Nothing for standard output.
    let path: String?
    let format: ExportFormat
  }

  let jobs: [Job]

  /// - Throws: where the words do not fit together, with what to write instead.
  init(_ notebooks: [String], formats: [String], outputs: [String]) throws(FileProblem) {
    var words = try Words(formats: formats, outputs: outputs)
    let sources = try Self.sources(notebooks)
    try words.checkCount(of: sources)
    words.dropNamedFormats()
    jobs = sources.map { source in Job(notebook: source, targets: words.targets(for: source)) }
    try Self.checkPaths(jobs)
  }

  /// The files that are meant, those of directories among them.
  private static func sources(_ paths: [String]) throws(FileProblem) -> [String] {
    var sources: [String] = []
    for path in paths {
      guard FileBytes.isDirectory(path) else {
        sources.append(path)
        continue
      }
      do throws(FileProblem) {
        let found = try FileBytes.markdownFiles(in: path)
        if found.isEmpty { throw FileProblem(reason: "there are no Markdown files in it") }
        sources += found
      } catch {
        throw FileProblem(reason: "\(path): \(error.reason)")
      }
    }
    return sources
  }

  /// No file is written twice, and no notebook over itself.
  private static func checkPaths(_ jobs: [Job]) throws(FileProblem) {
    var owners = Dictionary(
      jobs.map { (FileBytes.absolute($0.notebook), $0.notebook) }, uniquingKeysWith: { first, _ in first })
    for job in jobs {
      for path in job.targets.compactMap(\.path) {
        guard let owner = owners.updateValue(job.notebook, forKey: FileBytes.absolute(path)) else { continue }
        let reason =
          owner == job.notebook && FileBytes.absolute(owner) == FileBytes.absolute(path)
          ? "\(path) would be written over itself; -o names another file or a directory"
          : "\(path) would be written twice; -o names another place"
        throw FileProblem(reason: reason)
      }
    }
  }
}

/// What stands behind `--to` and `-o`.
private struct Words {
  private var formats: [ExportFormat] = []
  private var files: [ExportPlan.Target] = []
  private var directory: String?
  private var printsOutput = false

  init(formats words: [String], outputs: [String]) throws(FileProblem) {
    for word in words {
      if let format = ExportFormat.named(word) {
        if !formats.contains(where: { $0.name == format.name }) { formats.append(format) }
      } else {
        try addFile(word)
      }
    }
    for path in outputs {
      if path == "-" {
        printsOutput = true
      } else if ExportFormat.of(path) != nil {
        try addFile(path)
      } else if directory == nil {
        directory = path
      } else {
        throw FileProblem(reason: "there is one directory for what is written; these are two: \(path)")
      }
    }
    try checkFormats(outputs)
  }

  private mutating func addFile(_ path: String) throws(FileProblem) {
    guard let format = ExportFormat.of(path) else {
      throw FileProblem(
        reason: "there is no format `\(path)`; there are \(Self.list). A browser prints a page as PDF.")
    }
    files.append(ExportPlan.Target(path: path, format: format))
  }

  private static var list: String {
    ExportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")
  }

  private func checkFormats(_ outputs: [String]) throws(FileProblem) {
    if formats.isEmpty, files.isEmpty {
      throw FileProblem(
        reason: outputs.isEmpty
          ? "say what it becomes: --to \(ExportFormat.all.map(\.name).joined(separator: ", --to ")), or -o FILE"
          : "say in which format: --to \(ExportFormat.all.map(\.name).joined(separator: ", --to "))")
    }
    if printsOutput, formats.count != 1 {
      throw FileProblem(reason: "standard output takes one format, such as --to html -o -")
    }
  }

  func checkCount(of sources: [String]) throws(FileProblem) {
    guard sources.count > 1 else { return }
    if let path = files.first?.path {
      throw FileProblem(
        reason: "\(sources.count) notebooks do not go into one file, \(path); write --to FORMAT -o DIRECTORY")
    }
    if printsOutput {
      throw FileProblem(reason: "\(sources.count) notebooks do not go to standard output together")
    }
  }

  /// A format that a named file has is not meant for a second file.
  mutating func dropNamedFormats() {
    formats.removeAll { format in files.contains { $0.format.name == format.name } }
  }

  func targets(for source: String) -> [ExportPlan.Target] {
    files
      + formats.map { format in
        ExportPlan.Target(path: printsOutput ? nil : path(for: source, format), format: format)
      }
  }

  private func path(for source: String, _ format: ExportFormat) -> String {
    let place = directory ?? (source.contains("/") ? Files.directory(of: source) : nil)
    return (place.map(Files.inside) ?? "") + Files.stem(of: source) + "." + format.name
  }
}
