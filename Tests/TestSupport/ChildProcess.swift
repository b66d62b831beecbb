import Foundation

/// A process that a test started.
struct ChildProcess {
  /// Where the child's descriptors 0, 1 and 2 lead.
  enum Streams {
    case files(input: String, output: String, error: String)
    /// A terminal, which becomes the child's controlling one.
    case terminal(String)
  }

  let id: pid_t

  init(
    _ program: String, _ arguments: [String], environment: [String: String], directory: String,
    _ streams: Streams
  ) throws {
    var actions = SpawnActions.empty()
    var attributes = SpawnAttributes.withDefaultSignals()
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    switch streams {
    case .files(let input, let output, let error):
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    case .terminal(let path):
      // The leader of a new session gets the first terminal that it opens as its own.
      flags |= spawnsNewSession
      for descriptor in 0...2 {
        posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, O_RDWR, 0)
      }
    }
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: Int(flags)))
    // The shell changes the directory, for which spawning has no portable way, and is gone.
    let words = ["-c", #"cd "$0" && exec "$@""#, directory, program] + arguments
    id = try Self.spawn("/bin/sh", words, environment, &actions, &attributes)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], _ actions: inout SpawnActions,
    _ attributes: inout SpawnAttributes
  ) throws -> pid_t {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, program, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw TestFailure("\(program): \(String(cString: strerror(code)))") }
    return id
  }

  /// How the process ended; nothing while it runs.
  func poll() -> ProgramEnd? {
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Ends a process that still runs, and takes it off the system's list: one left there would hold up all who wait for
  /// any child.
  func end() {
    send(SIGKILL)
    while poll() == nil { usleep(1000) }
  }

  func send(_ signal: Int32) { kill(id, signal) }
}

public enum ProgramEnd: Equatable, Sendable {
  case code(Int32)
  case signal(Int32)
}

/// What went wrong around a test, in words.
public struct TestFailure: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
