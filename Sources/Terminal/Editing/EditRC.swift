import CEditLine

/// The user's own settings for libedit: the commands of `$EDITRC`, or of `~/.editrc`.
///
/// libedit could read the file itself, but `bind -v` throws all earlier bindings away. So the choice of mode
/// is taken first, then come our defaults, then the rest of the file, which wins over them.
struct EditRC {
  /// The words of each command, its name first.
  let commands: [[String]]

  /// The mode that the file chooses last, `vi` or `emacs`.
  let mode: String?

  init(_ text: String) {
    let all = text.split(whereSeparator: \.isNewline).compactMap { words(of: String($0)) }
    mode = all.compactMap(Self.mode).last
    // With editing off the terminal would neither echo nor edit; a mode may not throw our bindings away.
    commands = all.filter { Self.mode($0) == nil && Self.name($0) != "edit" }.map(Self.withOurArrows)
  }

  /// The escape sequences that the commands bind, which must reach libedit as they are.
  var boundSequences: Set<[UInt8]> {
    Set(commands.filter { Self.name($0) == "bind" }.flatMap { $0.dropFirst() }.compactMap(escapeSequence))
  }

  /// The text of the user's file; empty when there is none.
  static func userText() -> String {
    let home = environmentVariable("HOME").map { $0 + "/.editrc" }
    guard let path = environmentVariable("EDITRC") ?? home, let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func name(_ command: [String]) -> String {
    command.first.map { String($0.split(separator: ":").last ?? "") } ?? ""
  }

  private static func mode(_ command: [String]) -> String? {
    guard name(command) == "bind" else { return nil }
    if command.contains("-v") { return "vi" }
    return command.contains("-e") ? "emacs" : nil
  }

  /// `bind -k up …` names a key that reaches libedit as one of our codes.
  private static func withOurArrows(_ command: [String]) -> [String] {
    let keys: [String: VirtualKey] = [
      "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "delete": .delete,
    ]
    guard let flag = command.firstIndex(of: "-k"), flag + 1 < command.count, let key = keys[command[flag + 1]]
    else { return command }
    return command[..<flag] + [key.name] + command[(flag + 2)...]
  }
}

/// The words of a line, quoted as in a shell; `nil` for a comment or an empty line.
private func words(of line: String) -> [String]? {
  guard let first = line.first(where: { !$0.isWhitespace }), first != "#", let tokenizer = tok_init(nil)
  else { return nil }
  defer { tok_end(tokenizer) }
  var count: Int32 = 0
  var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  guard tok_str(tokenizer, line, &count, &words) == 0, let words else { return nil }
  return (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
}

/// The bytes that a key in the notation of `bind` stands for, when it begins with an escape and is a
/// sequence.
func escapeSequence(_ notation: String) -> [UInt8]? {
  for escape in ["^[", "\\e", "\\E", "\\033", "\u{1b}"] where notation.hasPrefix(escape) {
    let rest = notation.dropFirst(escape.count)
    return rest.count > 1 && rest.utf8.allSatisfy { (0x20...0x7e).contains($0) } ? [0x1b] + rest.utf8 : nil
  }
  return nil
}
