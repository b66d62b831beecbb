import Language
import Training

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where things are on this machine.
public enum Files {
  /// The directory that a path names a file in, as the path names it; `.` where it names none.
  public static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that a document names, seen from the document's directory.
  public static func resolve(_ path: String, in directory: String) -> String {
    path.hasPrefix("/") || directory == "." ? path : inside(directory) + path
  }

  /// A directory with the slash behind which its files are named.
  public static func inside(_ directory: String) -> String {
    directory.hasSuffix("/") ? directory : directory + "/"
  }

  /// The same for a path that may be anything.
  static func checked(_ path: String, in directory: String) throws(FileProblem) -> String {
    // For the system a name would end there.
    guard !path.utf8.contains(0) else { throw FileProblem(reason: "no name holds a NUL") }
    return resolve(path, in: directory)
  }

  /// `$XDG_STATE_HOME/lossbook`, by default under the home directory.
  public static var stateDirectory: String? { directory("XDG_STATE_HOME", "/.local/state") }

  /// What runs before the first cell of the notebook: `$XDG_CONFIG_HOME/lossbook/init.loss`.
  public static var initFile: String? { directory("XDG_CONFIG_HOME", "/.config").map { $0 + "/init.loss" } }

  private static func directory(_ name: String, _ belowHome: String) -> String? {
    if let directory = variable(name), directory.hasPrefix("/") { return directory + "/lossbook" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + belowHome + "/lossbook"
  }

  /// A course: in the directory that is named, or where `LOSSBOOK_LESSONS` says, or the one that comes with the program,
  /// installed beside it or in the source tree around it.
  public static func course(_ directory: String?) -> CourseFiles {
    let named = directory ?? variable("LOSSBOOK_LESSONS").flatMap { $0.isEmpty ? nil : $0 }
    return CourseFiles(
      lessons: { () throws(FileProblem) in
        if let named { return try lessons(in: named) }
        for place in lessonPlaces() where FileBytes.isDirectory(place) {
          let files = try FileBytes.markdownFiles(in: place)
          if files.contains(where: isNumbered) { return files.filter(isNumbered) }
        }
        throw FileProblem(
          reason: "no lessons stand beside the program; `lossbook --course DIR` names a directory")
      },
      progress: { stateDirectory.map { $0 + "/progress/" + (named.map(progressName) ?? "lossbook") } })
  }

  /// The lessons of a directory: the files whose names begin with a number, or else all but a README.
  public static func lessons(in directory: String) throws(FileProblem) -> [String] {
    let files = try FileBytes.markdownFiles(in: directory)
    return files.contains(where: isNumbered)
      ? files.filter(isNumbered) : files.filter { !name(of: $0).lowercased().hasPrefix("readme") }
  }

  /// A name for the progress in a course that lies anywhere.
  private static func progressName(_ directory: String) -> String {
    let path = FileBytes.absolute(directory)
    return name(of: path) + "-" + Fingerprint.of(path)
  }

  /// A path from the root on as a reader would name it: without the directory that they are in.
  static func shown(_ path: String) -> String {
    let here = FileBytes.absolute(".") + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  public static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// The name of a file without its ending; whole where nothing stands before that.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  public static func isNumbered(_ path: String) -> Bool {
    name(of: path).first.map { $0.isASCII && $0.isNumber } ?? false
  }

  private static func lessonPlaces() -> [String] {
    let places = programDirectories
    return places.prefix(1).map { $0 + "/../share/lossbook/lessons" } + places.map { $0 + "/lessons" }
  }

  /// The directory that the program lies in, and those around it.
  public static var programDirectories: [String] {
    var directories: [String] = []
    var directory = directory(of: executable)
    while directory.count > 1 {
      directories.append(directory)
      directory = Files.directory(of: directory)
    }
    return directories
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

  /// A variable of the environment.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The files whose path begins so, for completion.
  public static func beginning(with prefix: String) -> [String] {
    let directory = prefix.contains("/") ? inside(Files.directory(of: prefix)) : ""
    let start = prefix.dropFirst(directory.count)
    let names = (try? FileBytes.names(in: directory.isEmpty ? "." : directory)) ?? []
    return names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { directory + $0 + (FileBytes.isDirectory(directory + $0) ? "/" : "") }
  }
}

extension Host {
  /// A host that reads and writes files, seen from a directory.
  /// - Parameter input: The bytes of standard input.
  public static func standard(
    directory: String = ".", cancel: CancelToken,
    input: @escaping () throws(FileProblem) -> [UInt8] = { () throws(FileProblem) in
      throw FileProblem(reason: "there is no standard input here")
    }
  ) -> Host {
    var host = Host(
      readFile: { (path) throws(FileProblem) in
        try path == standardInput ? input() : FileBytes.read(Files.checked(path, in: directory))
      },
      writeFile: { (path, text) throws(FileProblem) in
        try FileBytes.replace(Files.checked(path, in: directory), with: text)
      },
      cancel: cancel)
    host.memoryInUse = MemoryInUse.bytes
    return host
  }

  /// Where what a script names is looked for: where the reader is, and then beside the script.
  public static func places(besides script: String) -> [String] {
    let directory = Files.directory(of: script)
    return directory == "." ? [""] : ["", directory]
  }

  /// A host for a document that is checked: it reads what lies beside it; what it writes, only it reads, and no file
  /// changes.
  public static func checking(directory: String, cancel: CancelToken) -> Host {
    var host = standard(directory: directory, cancel: cancel).confined(to: [directory])
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
