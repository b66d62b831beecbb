import Foundation

// What differs between the C libraries, and nothing else.

#if canImport(Darwin)
  typealias SpawnActions = posix_spawn_file_actions_t?
  typealias SpawnAttributes = posix_spawnattr_t?
  let spawnsNewSession = POSIX_SPAWN_SETSID
#else
  typealias SpawnActions = posix_spawn_file_actions_t
  typealias SpawnAttributes = posix_spawnattr_t
  // `POSIX_SPAWN_SETSID`, which Glibc shows to GNU programs only and Musl has with the same value.
  let spawnsNewSession: Int32 = 0x80
#endif

extension SpawnActions {
  static func empty() -> SpawnActions {
    #if canImport(Darwin)
      var actions: SpawnActions
    #else
      var actions = SpawnActions()
    #endif
    posix_spawn_file_actions_init(&actions)
    return actions
  }
}

extension SpawnAttributes {
  /// Signals do what they do in a shell's child, whatever the test runner made of them.
  static func withDefaultSignals() -> SpawnAttributes {
    #if canImport(Darwin)
      var attributes: SpawnAttributes
    #else
      var attributes = SpawnAttributes()
    #endif
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    for signal in [SIGKILL, SIGSTOP] { sigdelset(&all, signal) }
    posix_spawnattr_setsigdefault(&attributes, &all)
    return attributes
  }
}

/// Opens a pseudo-terminal and gives its two ends and its name.
func openTerminal(columns: Int, rows: Int) throws -> (master: Int32, slave: Int32, name: String) {
  var ends: (master: Int32, slave: Int32) = (-1, -1)
  var size = windowSize(columns, rows)
  // `ttyname` has one answer for all threads.
  var name = [CChar](repeating: 0, count: 256)
  guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0,
    ttyname_r(ends.slave, &name, name.count) == 0
  else { throw TestFailure("there is no pseudo-terminal") }
  for descriptor in [ends.master, ends.slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return (ends.master, ends.slave, String(decoding: bytes, as: UTF8.self))
}

func windowSize(_ columns: Int, _ rows: Int) -> winsize {
  winsize(ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
}

public enum Locales {
  /// Whether the system knows a locale of that name.
  public static func isInstalled(_ name: String) -> Bool {
    #if canImport(Darwin)
      let category = LC_CTYPE_MASK
    #else
      let category = Int32(1) << LC_CTYPE
    #endif
    guard let found = newlocale(category, name, nil) else { return false }
    freelocale(found)
    return true
  }
}
