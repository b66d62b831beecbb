/// The calls of the system that change the history file, as values: tests make each fail in its turn.
///
/// They mean what the functions of these names mean, and leave the reason of a failure in `errno`.
struct FileCalls: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
  var truncate: @Sendable (_ descriptor: Int32, _ length: off_t) -> Int32
  var lock: @Sendable (_ descriptor: Int32) -> Int32

  static let system = FileCalls(
    open: { systemOpen($0, $1) }, write: { systemWrite($0, $1, $2) }, truncate: { ftruncate($0, $1) },
    lock: { flock($0, LOCK_EX) })
}

// Inside the type the members of the same names would hide the functions.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
