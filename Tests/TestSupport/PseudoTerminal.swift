import Foundation

/// The program on a pseudo-terminal, with what its screen shows.
///
/// The screen is read while a test waits for something, so every look at it comes after a wait.
public final class PseudoTerminal {
  public private(set) var screen: VirtualScreen
  private var master: Int32
  private var slave: Int32
  private let child: ChildProcess
  private let home: TemporaryDirectory
  private var status: ProgramEnd?

  /// Starts the program with arguments.
  public convenience init(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, home: TemporaryDirectory,
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      program: Binary.path(), arguments, columns: columns, rows: rows, home: home, environment: environment)
  }

  public init(
    program: String, _ arguments: [String], columns: Int = 80, rows: Int = 24, home: TemporaryDirectory,
    environment: [String: String] = [:]
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    self.home = home
    let path: String
    (master, slave, path) = try openTerminal(columns: columns, rows: rows)
    child = try ChildProcess(
      program, arguments, environment: Binary.environment(home: home.path, environment),
      directory: home.path, .terminal(path))
  }

  deinit {
    if !hasEnded { child.end() }
    hangUp()
  }

  /// The terminal's settings, as another program would find them.
  public var modes: [UInt64] {
    var modes = termios()
    tcgetattr(slave, &modes)
    let flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt64($0) }
    return flags + withUnsafeBytes(of: modes.c_cc) { $0.map { UInt64($0) } }
  }

  public func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 256)) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
      // A terminal takes 4096 bytes ahead; the program must get to read, and its output be taken, in between.
      if !bytes.isEmpty { _ = receive(milliseconds: 5) }
    }
  }

  /// The window is closed: the terminal is gone.
  public func hangUp() {
    for descriptor in [slave, master] where descriptor >= 0 { close(descriptor) }
    (slave, master) = (-1, -1)
  }

  public func send(_ signal: Int32) { child.send(signal) }

  public func resize(columns: Int, rows: Int) {
    var size = windowSize(columns, rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: columns, rows: rows)
  }

  /// Waits until the screen is as it should be.
  public func wait(_ what: String, until isDone: (VirtualScreen) -> Bool) throws {
    let end = Date(timeIntervalSinceNow: Binary.patience / 5)
    while !isDone(screen) {
      guard Date() < end else { throw TestFailure("no \(what) on the screen:\n\(screen.text)") }
      if !receive(milliseconds: 20), hasEnded, !receive(milliseconds: 0),
        !isDone(screen)
      {
        throw TestFailure("the program ended before \(what):\n\(screen.text)")
      }
    }
  }

  /// Lets the program go on for so long.
  public func rest(milliseconds: Int32) {
    let end = Date(timeIntervalSinceNow: Double(milliseconds) / 1000)
    while Date() < end { _ = receive(milliseconds: 1) }
  }

  /// Waits until the screen shows a text.
  public func wait(for text: String) throws { try wait("\"\(text)\"") { $0.text.contains(text) } }

  /// Waits for the program to end.
  public func waitForEnd() throws -> ProgramEnd {
    let end = Date(timeIntervalSinceNow: Binary.patience / 5)
    while Date() < end {
      let received = receive(milliseconds: 20)
      if hasEnded, !received, let status { return status }
    }
    throw TestFailure("the program does not end:\n\(screen.text)")
  }

  private var hasEnded: Bool {
    // Only the first question after the end has an answer.
    if status == nil { status = child.poll() }
    return status != nil
  }

  private func receive(milliseconds: Int32) -> Bool {
    guard master >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.feed(bytes[..<count])
    return true
  }
}
