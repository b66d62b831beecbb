/// What was copied from a screen: cells behind their prompts, and between them what they showed.
///
/// 1. A line that begins with the prompt of a cell begins a cell; what stands before the first one was selected without
///    its prompt, and is a cell too.
/// 2. Lines go on with the cell where they have the prompt of a line that continues, or where the cell lacks them.
/// 3. Of all other lines it is known that they are outputs, and they are left out.
struct Transcript {
  /// The text of the cells; nothing where the text has no prompt in it.
  static func code(of text: String, isIncomplete: (String) -> Bool) -> String? {
    let lines = text.lines
    guard lines.contains(where: { begun($0) != nil }) else { return nil }
    var cells: [[String]] = []
    var isOpen = true
    for line in lines {
      if let first = begun(line) {
        cells.append([first])
        isOpen = isIncomplete(first)
      } else if let cell = cells.last {
        guard let next = continued(line) ?? (isOpen ? line : nil) else { continue }
        cells[cells.count - 1].append(next)
        isOpen = isOpen && isIncomplete((cell + [next]).joined(separator: "\n"))
      } else if !line.isBlank {
        cells.append([line])
        isOpen = isIncomplete(line)
      }
    }
    return cells.filter { !wasThrownAway($0) }.map { $0.joined(separator: "\n") }
      .filter { !$0.isBlank }.joined(separator: "\n")
  }

  /// What stands behind the prompt of a cell, such as `[3]> ` or `[3]? `.
  private static func begun(_ line: String) -> String? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let number = line[line.index(after: line.startIndex)..<end]
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return behindMark(line[line.index(after: end)...], marks: ">?")
  }

  /// What stands behind the prompt of a line that continues, such as `...> `.
  private static func continued(_ line: String) -> String? {
    let dots = line.prefix { $0 == "." }
    return dots.count < 3 ? nil : behindMark(line.dropFirst(dots.count), marks: ">")
  }

  private static func behindMark(_ text: Substring, marks: String) -> String? {
    guard let mark = text.first, marks.contains(mark) else { return nil }
    let rest = text.dropFirst()
    return rest.isEmpty ? "" : rest.first == " " ? String(rest.dropFirst()) : nil
  }

  /// Ctrl-C leaves its mark behind a line that was not run.
  private static func wasThrownAway(_ cell: [String]) -> Bool { cell.last?.hasSuffix("^C") ?? false }
}

extension Session {
  /// What was typed, or, where it was copied from a screen, its cells without their prompts and outputs.
  public func withoutPrompts(_ text: String) -> String {
    Transcript.code(of: text, isIncomplete: isIncomplete) ?? text
  }
}
