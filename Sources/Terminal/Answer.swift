/// Asks something on the terminal and waits for a line.
/// - Returns: the line; nothing where the terminal's end comes first, or Ctrl-C.
public func answer(to question: String) -> String? {
  let bytes = Array(question.utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  // Reading would go on after Ctrl-C.
  while !Interrupt.isRequested {
    let ready = poll(&input, 1, 50)
    if ready > 0 { return readLine() }
    if ready < 0 && errno != EINTR { return nil }
  }
  return nil
}
