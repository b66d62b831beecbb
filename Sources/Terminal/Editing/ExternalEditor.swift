/// The editor that the user has chosen for longer texts.
public enum ExternalEditor {
  /// Opens a text in the editor that `$VISUAL` or `$EDITOR` names, and waits until it is left.
  ///
  /// The editor gets the terminal as it was found, and a file of its own that nobody else may read.
  /// - Parameter suffix: how the file's name ends, for editors that go by that.
  /// - Returns: what stands in the file then, without the line end that editors add.
  public static func edit(_ text: String, suffix: String) throws(ExternalEditorError) -> String {
    guard let command else { throw .notChosen }
    let path = try makeFile(text, suffix: suffix)
    defer { unlink(path) }
    TerminalGuard.restore()
    let status = run(command, path)
    // Keys that were meant for the editor are no wish to stop anything here.
    Interrupt.clear()
    guard status == 0 else { throw .failed(command) }
    return try contents(path)
  }

  private static var command: String? { variable("VISUAL") ?? variable("EDITOR") }

  private static func variable(_ name: String) -> String? {
    environmentVariable(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func makeFile(_ text: String, suffix: String) throws(ExternalEditorError) -> String {
    var template = Array(((variable("TMPDIR") ?? "/tmp") + "/lossbook-XXXXXX" + suffix).utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array((text + "\n").utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      let code = errno
      unlink(path)
      throw .system(code)
    }
    return path
  }

  private static func contents(_ path: String) throws(ExternalEditorError) -> String {
    guard let file = fopen(path, "r") else { throw .system(errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    while text.hasSuffix("\n") || text.hasSuffix("\r\n") { text.removeLast() }
    return text
  }

  /// The exit status of the editor, or -1. The shell takes the words of the command apart: it may hold options.
  private static func run(_ command: String, _ path: String) -> Int32 {
    let words = ["/bin/sh", "-c", command + " \"$1\"", "sh", path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id: pid_t = 0
    guard posix_spawn(&id, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(id, &status, 0) != id {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}

/// Why a text could not be edited elsewhere. In each case it is as it was.
public enum ExternalEditorError: Error, CustomStringConvertible {
  case notChosen
  case failed(String)
  case notText
  case system(Int32)

  public var description: String {
    switch self {
    case .notChosen: "no editor is chosen; set $VISUAL or $EDITOR, or edit the cell on the line: edit N"
    case .failed(let command): "\(command) ended with an error, so the cell is as it was"
    case .notText: "what the editor wrote is not UTF-8 text, so the cell is as it was"
    case .system(let code): "no file for the editor: \(String(cString: strerror(code)))"
    }
  }
}
