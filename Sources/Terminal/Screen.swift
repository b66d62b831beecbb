/// What the terminal behind a file descriptor can show.
public enum Screen {
  /// Whether `descriptor` is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The size of the terminal in character cells.
  ///
  /// Without an answer from the kernel it is `COLUMNS` and `LINES`, and without those 80 × 24.
  public static func size(_ descriptor: Int32 = STDOUT_FILENO) -> (columns: Int, rows: Int) {
    size(fromKernel: kernelWindowSize(descriptor), environment: environmentVariable)
  }

  /// Whether output to `descriptor` may hold colours.
  ///
  /// A non-empty `NO_COLOR` forbids them, then `CLICOLOR_FORCE` demands them; otherwise a terminal that is
  /// not dumb gets them.
  public static func supportsColour(_ descriptor: Int32 = STDOUT_FILENO) -> Bool {
    supportsColour(isTerminal: isTerminal(descriptor), environment: environmentVariable)
  }

  /// Whether the process may draw on the terminal at `descriptor` and change its modes: it is not in the background.
  public static func isForeground(_ descriptor: Int32) -> Bool { Terminal.isForeground(descriptor) }

  /// Whether lines that have become too long for a narrower window are broken anew, as nearly every terminal does
  /// but xterm and the Linux console, which cut them.
  public static var reflows: Bool {
    environmentVariable("XTERM_VERSION") == nil && environmentVariable("TERM") != "linux"
  }

  /// Whether the terminal understands no escape sequences: `TERM` is `dumb`, empty or missing.
  public static var isDumb: Bool { isDumb(environment: environmentVariable) }

  /// Whether the locale set by ``setUpLocale()`` encodes text as UTF-8.
  public static var usesUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    let codeset = String(cString: name).uppercased()
    return codeset == "UTF-8" || codeset == "UTF8"
  }

  typealias Environment = (String) -> String?

  static func size(
    fromKernel kernel: (columns: Int, rows: Int)?, environment: Environment
  ) -> (columns: Int, rows: Int) {
    let columns = kernel?.columns ?? 0
    let rows = kernel?.rows ?? 0
    return (
      columns > 0 ? columns : dimension(environment("COLUMNS")) ?? 80,
      rows > 0 ? rows : dimension(environment("LINES")) ?? 24
    )
  }

  static func supportsColour(isTerminal: Bool, environment: Environment) -> Bool {
    if let refused = environment("NO_COLOR"), !refused.isEmpty { return false }
    if let forced = environment("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0" { return true }
    return isTerminal && !isDumb(environment: environment)
  }

  static func isDumb(environment: Environment) -> Bool {
    let kind = environment("TERM") ?? ""
    return kind.isEmpty || kind == "dumb"
  }

  /// A size somebody may have set by hand: far-fetched ones do not count.
  private static func dimension(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}

/// Takes the character type from the environment, and UTF-8 where the environment has none.
///
/// The language's own text is Unicode whatever `LANG` says, and with the C locale the line editor would drop
/// what is typed outside ASCII.
public func setUpLocale() {
  setlocale(LC_CTYPE, "")
  for fallback in ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"] where !Screen.usesUTF8 {
    setlocale(LC_CTYPE, fallback)
  }
}
