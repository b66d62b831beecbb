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

  /// The name of a file for a session that begins now. The newest session is the last by name, and there may be many
  /// in a second.
  static func newName() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let fraction = String(String(1_000_000_000 + now.tv_nsec).dropFirst())
    return "\(now.tv_sec).\(fraction)-\(getpid())\(ending)"
  }

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
  /// - Parameters:
  ///   - path: of the file, from the root on.
  ///   - own: the file of the session that asks.
  func isOpen(_ path: String, beside own: String) -> Bool {
    let running = (try? names().filter(isRunning)) ?? []
    return running.map { directory + "/" + $0 }.contains { kept in
      kept != own && (try? KeptSession(path: kept))?.file?.path == path
    }
  }

  /// Takes away sessions that ended so long ago, or so many sessions ago, that nobody will bring them back.
  func clearAway() {
    let ended = ((try? names()) ?? []).filter { !isRunning($0) }
    let oldest = time(nil) - Self.longest
    for (place, name) in ended.reversed().enumerated() where place >= Self.most || start(of: name) < oldest {
      unlink(directory + "/" + name)
    }
  }

  private func names() throws(FileProblem) -> [String] {
    try FileBytes.names(in: directory).filter { $0.hasSuffix(Self.ending) }
  }

  /// A session that runs keeps its file locked.
  private func isRunning(_ name: String) -> Bool { LockedFile.isLocked(directory + "/" + name) }

  private func start(of name: String) -> Int { Int(name.prefix { $0.isNumber }) ?? 0 }
}
