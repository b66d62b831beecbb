import Language
import LossMath

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What may be done with files by cells that the reader has not typed: those of a lesson, or of a notebook that came
/// from somebody else. They read what lies in their directory and below it, and write there only with the reader's leave.
struct Confinement {
  /// From the root on, without links.
  let directories: [String]
  private let mayWrite: (_ path: String) -> Bool

  /// - Parameter mayWrite: asked before each file is written.
  init(_ directories: [String], mayWrite: @escaping (_ path: String) -> Bool) {
    self.directories = directories.map { FileBytes.absolute($0.isEmpty ? "." : $0) }
    self.mayWrite = mayWrite
  }

  /// The bytes of a regular file inside.
  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let place = Self.place(of: path), isInside(place) else { throw outside }
    let descriptor = open(place, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    guard information.st_mode & S_IFMT != S_IFDIR else { throw .system(EISDIR) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw FileProblem(reason: "it is no file") }
    return try FileBytes.readAll(descriptor)
  }

  func write(_ path: String, _ text: String) throws(FileProblem) {
    guard let place = Self.place(of: path), isInside(place) else { throw outside }
    guard mayWrite(path) else {
      throw FileProblem(
        reason: "a lesson or notebook writes no files without your leave",
        remedy: "type the line yourself, or start Lossbook with --allow-write")
    }
    try FileBytes.replace(place, with: text)
  }

  private var outside: FileProblem {
    FileProblem(
      reason: "it lies outside the directory of the lesson or notebook",
      remedy: "type the line yourself if you trust it")
  }

  private func isInside(_ place: String) -> Bool {
    directories.contains { place.hasPrefix(Files.inside($0)) }
  }

  /// Where a path leads to when all links are followed; nothing where that cannot be told. What is not there yet lies
  /// where the last directory on its way lies.
  private static func place(of path: String) -> String? {
    if let end = resolved(path) { return end }
    // A link that leads nowhere could lead anywhere in a moment.
    var information = stat()
    if lstat(path, &information) == 0 { return nil }
    var (rest, missing) = (path[...], Substring())
    while let slash = rest.lastIndex(of: "/") {
      let name = rest[rest.index(after: slash)...]
      guard name != ".." else { return nil }
      missing = name + (missing.isEmpty ? "" : "/" + missing)
      rest = rest[..<slash]
      if let end = resolved(rest.isEmpty ? "/" : String(rest)) {
        return Files.inside(end) + missing
      }
    }
    guard rest != "..", let end = resolved(".") else { return nil }
    return Files.inside(end) + rest + (missing.isEmpty ? "" : "/" + missing)
  }

  private static func resolved(_ path: String) -> String? {
    guard let end = realpath(path, nil) else { return nil }
    defer { free(end) }
    return String(validatingCString: end)
  }
}

extension Host {
  /// The host for cells that may not be the reader's own.
  /// - Parameter directories: those that the cells were confined to when they were read; nothing where the reader has
  ///   typed them.
  func confined(as directories: [String]?) -> Host {
    guard let directories, confinedTo == nil else { return self }
    return confined(to: directories) { [allowsWriting] _ in allowsWriting }
  }

  /// A host that writes nothing, for what ran before and runs again by itself.
  func withoutWriting() -> Host {
    var host = self
    host.allowsWriting = false
    host.writeFile = { (_, _) throws(FileProblem) in
      throw FileProblem(
        reason: "what is brought back is not written again", remedy: "type the line anew to write it")
    }
    return host
  }

  /// The same host for cells that the reader has not typed.
  /// - Parameters:
  ///   - directories: where their files are; a path of theirs is seen from the first one.
  ///   - mayWrite: asked before each file is written.
  public func confined(
    to directories: [String], mayWrite: @escaping (_ path: String) -> Bool = { _ in false }
  ) -> Host {
    let confinement = Confinement(directories, mayWrite: mayWrite)
    let first = directories.first ?? "."
    var host = self
    host.confinedTo = confinement.directories
    // Who pipes something into a notebook means it to be read.
    host.readFile = { [outer = readFile] (path) throws(FileProblem) in
      if path == Host.standardInput { return try outer(path) }
      return try confinement.read(Files.checked(path, in: first))
    }
    host.writeFile = { (path, text) throws(FileProblem) in
      try confinement.write(Files.checked(path, in: first), text)
    }
    return host
  }
}
