import LossMath

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The target that `LOSSBOOK_FUZZ` names, with limits that keep an input short. They hold for the whole process, so the
/// tests do without them.
private let entry: FuzzTarget = {
  let name = getenv("LOSSBOOK_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("LOSSBOOK_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  let values = [
    (Limits.elements, 20_000), (Limits.record, 4), (Limits.turns, 2_000), (Limits.depth, 60),
    (Limits.line, 20_000),
  ]
  for (limit, value) in values { Fuzzing.expect(limit.set(value), "\(limit.name) can be \(value)") }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  entry.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
