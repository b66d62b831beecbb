#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls of the system that change files, as values: tests make each fail in its turn.
///
/// They mean what the functions of these names mean, and leave the reason of a failure in `errno`.
struct SystemCalls: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
  var synchronise: @Sendable (_ descriptor: Int32) -> Int32
  var changeMode: @Sendable (_ descriptor: Int32, _ mode: mode_t) -> Int32
  var truncate: @Sendable (_ descriptor: Int32, _ length: off_t) -> Int32
  var lock: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ path: String, _ other: String) -> Int32

  static let system = SystemCalls(
    open: { systemOpen($0, $1, $2) }, write: { systemWrite($0, $1, $2) }, synchronise: { fsync($0) },
    changeMode: { fchmod($0, $1) }, truncate: { ftruncate($0, $1) }, lock: { flock($0, LOCK_EX) },
    close: { systemClose($0) }, rename: { systemRename($0, $1) })
}

// Inside the type the members of the same names would hide the functions.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
