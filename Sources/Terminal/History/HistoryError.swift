/// Why the history could not be read or written.
public enum HistoryError: Error, Equatable, CustomStringConvertible {
  /// The file could not be opened or read; `code` is the system's error number.
  case cannotRead(path: String, code: Int32)
  /// The file or its directory could not be made or written, as on a full disk.
  case cannotWrite(path: String, code: Int32)
  /// A later version of the program wrote the file in a form this one does not know.
  case newerVersion(path: String)
  /// Something else stands at the path, and is left alone.
  case notHistory(path: String)

  /// The error as a sentence for the user.
  public var description: String {
    switch self {
    case .cannotRead(let path, let code): "cannot read the history \(path): \(reason(code))"
    case .cannotWrite(let path, let code): "cannot write the history \(path): \(reason(code))"
    case .newerVersion(let path): "the history \(path) was written by a newer version"
    case .notHistory(let path): "\(path) is not a history file"
    }
  }

  private func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
