import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of all sessions, those that are running among them.
public struct SessionStore {
  private let directory: String
  private static let ending = ".session"
  /// Of sessions that ended without being saved, so many are kept, and so many seconds.
  static let (most, longest) = (20, 90 * 24 * 3600)

  public init(_ directory: String) { self.directory = directory }

  /// The name of a file for a session that begins now. The newest session is the last by name.
  static func newName() -> String { "\(time(nil))-\(getpid())\(ending)" }

  /// The last session whose cells are not all in a file.
  /// - Throws: `FileProblem` where it cannot be read, or a newer program has written it.
  public func last() throws(FileProblem) -> KeptSession? {
    guard FileBytes.isDirectory(directory) else { return nil }
    for name in try names().reversed() where !isRunning(name) {
      if let session = try KeptSession(path: directory + "/" + name), !session.isSaved, !session.lines.isEmpty
      {
        return session
      }
    }
    return nil
  }

  /// Forgets a session that another one has taken over.
  public func forget(_ session: KeptSession) { unlink(session.path) }

  /// Whether another session that is running works on a file.
  /// - Parameter path: of the file, from the root on.
  func isOpen(_ path: String) -> Bool {
    let running = (try? names().filter(isRunning)) ?? []
    return running.contains { name in
      let session = try? KeptSession(path: directory + "/" + name)
      return session?.file?.path == path
    }
  }

  /// Takes away sessions that ended so long ago, or so many sessions ago, that nobody will bring them back.
  func clearAway() {
    let ended = ((try? names()) ?? []).filter { !isRunning($0) && id(of: $0) != getpid() }
    let oldest = time(nil) - Self.longest
    for (place, name) in ended.reversed().enumerated() where place >= Self.most || start(of: name) < oldest {
      unlink(directory + "/" + name)
    }
  }

  private func names() throws(FileProblem) -> [String] {
    try FileBytes.names(in: directory).filter { $0.hasSuffix(Self.ending) }
  }

  private func isRunning(_ name: String) -> Bool {
    id(of: name).map { $0 != getpid() && kill($0, 0) == 0 } ?? false
  }

  private func parts(_ name: String) -> [Substring] { name.dropLast(Self.ending.count).split(separator: "-") }
  private func id(of name: String) -> pid_t? { parts(name).last.flatMap { pid_t($0) } }
  private func start(of name: String) -> Int { parts(name).first.flatMap { Int($0) } ?? 0 }
}
