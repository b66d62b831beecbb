import Language
import Notebook
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where things are on this machine.
enum Files {
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// A path that a document names, seen from the document's directory.
  static func resolve(_ path: String, in directory: String) -> String {
    path.hasPrefix("/") || directory == "." ? path : directory + "/" + path
  }

  /// `$XDG_STATE_HOME/lossbook`, by default under the home directory.
  static var stateDirectory: String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/lossbook" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/lossbook"
  }

  /// The lessons: where `LOSSBOOK_LESSONS` says, installed beside the program, or in the source tree around it.
  static func lessons() throws(FileProblem) -> [String] {
    if let directory = variable("LOSSBOOK_LESSONS"), !directory.isEmpty {
      return try FileBytes.markdownFiles(in: directory)
    }
    for directory in lessonPlaces() where FileBytes.isDirectory(directory) {
      let files = try FileBytes.markdownFiles(in: directory)
      if files.contains(where: isLesson) { return files.filter(isLesson) }
    }
    throw FileProblem(reason: "no lessons stand beside the program; set LOSSBOOK_LESSONS to their directory")
  }

  private static func isLesson(_ path: String) -> Bool {
    path.split(separator: "/").last?.first?.isNumber == true
  }

  private static func lessonPlaces() -> [String] {
    var places: [String] = []
    var directory = Files.directory(of: executable)
    places.append(directory + "/../share/lossbook/lessons")
    while directory.count > 1 {
      places.append(directory + "/lessons")
      directory = Files.directory(of: directory)
      if directory.isEmpty { break }
    }
    return places
  }

  /// Where the program lies; without an answer from the kernel, where it was called.
  private static var executable: String {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments.first ?? ".", nil)
    else {
      return "."
    }
    defer { free(path) }
    return String(cString: path)
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The files whose path begins so, for completion.
  static func beginning(with prefix: String) -> [String] {
    let directory = prefix.contains("/") ? Files.directory(of: prefix) + "/" : ""
    let start = prefix.dropFirst(directory.count)
    let names = (try? FileBytes.names(in: directory.isEmpty ? "." : directory)) ?? []
    return names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { directory + $0 + (FileBytes.isDirectory(directory + $0) ? "/" : "") }
  }
}

extension Host {
  /// A host that reads and writes files, seen from a directory, and stops on Ctrl-C.
  static func standard(directory: String = ".") -> Host {
    Host(
      readFile: { (path) throws(FileProblem) in try FileBytes.read(Files.resolve(path, in: directory)) },
      writeFile: { (path, text) throws(FileProblem) in
        try FileBytes.replace(Files.resolve(path, in: directory), with: text)
      },
      cancel: .interrupt)
  }

  /// The same for a document that is checked: what it writes, only it reads, and no file changes.
  static func checking(directory: String) -> Host {
    var host = standard(directory: directory)
    let written = WrittenFiles()
    host.writeFile = { (path, text) throws(FileProblem) in written.texts[path] = text }
    host.readFile = { [read = host.readFile] (path) throws(FileProblem) in
      if let text = written.texts[path] { return Array(text.utf8) }
      return try read(path)
    }
    return host
  }
}

/// The files that a document has written while it was checked.
private final class WrittenFiles {
  var texts: [String: String] = [:]
}
