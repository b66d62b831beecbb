#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A directory of this process for files that are only read from disk.
struct ScratchDirectory: Sendable {
  static let shared = ScratchDirectory()

  private let root: String

  private init() {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    root = "\(parent)/lossbook-fuzz-\(getpid())"
    mkdir(root, 0o700)
  }

  func path(_ name: String) -> String { root + "/" + name }

  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen(path(name), "w") else { fatalError("\(path(name)) cannot be written") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
