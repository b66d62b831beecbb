// What differs between Glibc, Musl and Darwin, and nothing else. The C library is exported from here so that
// no other file of the module has to ask which one it is.

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif

#if canImport(Musl)
  typealias CStream = OpaquePointer
#else
  typealias CStream = UnsafeMutablePointer<FILE>
#endif

#if canImport(Glibc)
  let stackResource = __rlimit_resource_t(RLIMIT_STACK.rawValue)
#else
  let stackResource = RLIMIT_STACK
#endif

typealias SignalHandler = @convention(c) (Int32) -> Void

/// Installs `handler` for `signal` and returns what was there; `nil` stands for the default action.
///
/// Safe to call from a signal handler.
@discardableResult
func setHandler(_ handler: SignalHandler?, for signal: Int32, flags: Int32) -> sigaction {
  var action = sigaction()
  sigemptyset(&action.sa_mask)
  action.sa_flags = flags
  #if canImport(Glibc)
    action.__sigaction_handler.sa_handler = handler ?? SIG_DFL
  #elseif canImport(Musl)
    action.__sa_handler.sa_handler = handler ?? SIG_DFL
  #else
    action.__sigaction_u.__sa_handler = handler ?? SIG_DFL
  #endif
  var previous = sigaction()
  sigaction(signal, &action, &previous)
  return previous
}

/// Lets the calling thread receive `signals`: a thread of a dispatch queue starts with nearly all of them
/// blocked, and the main actor may run on one.
func unblock(_ signals: [Int32]) {
  var set = sigset_t()
  sigemptyset(&set)
  signals.forEach { sigaddset(&set, $0) }
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
}

/// Whether nobody has yet chosen what `signal` does, neither this program nor, with `nohup`, its parent.
func hasDefaultHandler(_ signal: Int32) -> Bool {
  var action = sigaction()
  guard sigaction(signal, nil, &action) == 0 else { return false }
  #if canImport(Glibc)
    let handler = action.__sigaction_handler.sa_handler
  #elseif canImport(Musl)
    let handler = action.__sa_handler.sa_handler
  #else
    let handler = action.__sigaction_u.__sa_handler
  #endif
  return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self)
}

/// The flags of `sigaction` are signed in one C library and unsigned in another.
enum HandlerFlags {
  static let restart = Int32(truncatingIfNeeded: SA_RESTART)
  static let onOwnStack = Int32(truncatingIfNeeded: SA_ONSTACK)
}

/// The size that the kernel keeps for the terminal at `descriptor`.
func kernelWindowSize(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
  return (Int(size.ws_col), Int(size.ws_row))
}

/// Whether the process is in the foreground of the terminal at `descriptor`, or that cannot be told. Safe to call from
/// a signal handler.
func isForeground(_ descriptor: Int32) -> Bool {
  let owner = tcgetpgrp(descriptor)
  return owner == -1 || owner == getpgrp()
}

/// The value of an environment variable.
func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
