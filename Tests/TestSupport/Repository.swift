import Foundation

/// The source tree that the tests belong to.
public enum Repository {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file or directory of the repository.
  public static func path(_ relative: String) -> String { root.appending(path: relative).path }

  public static func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  /// The Swift files below a directory of the repository.
  public static func swiftFiles(below relative: String) -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appending(path: relative), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }
}
