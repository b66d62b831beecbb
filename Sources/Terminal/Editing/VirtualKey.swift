/// The keys that terminals send as escape sequences, and the editor's own steps, as single codes.
///
/// libedit binds single bytes in any of its modes, but sequences only where the escape key itself means
/// nothing. So sequences are decoded before libedit sees them, and reach it as C1 control codes: nothing
/// typed or pasted ever gives one of these.
enum VirtualKey: UInt8, CaseIterable {
  case up = 0x80
  case down, left, right, home, end, delete, wordLeft, wordRight, deleteWord, pageUp, pageDown
  case newline, paste
  // Steps that a function of the editor queues for after libedit has moved the cursor.
  case prefill, accept, list, suspend, typed

  var code: UInt32 { UInt32(rawValue) }

  /// The key as the `bind` command spells it.
  var name: String { "\\" + String(rawValue, radix: 8) }

  /// The key of a control or application sequence without its leading escape, such as `[1;5C` or `OP`.
  ///
  /// `nil` stands for the many keys that do nothing here.
  init?(sequence: String) {
    // After one of these marks stands a terminal's answer to a question, and no key.
    guard let final = sequence.last, !sequence.contains(where: { "<=>?".contains($0) }) else { return nil }
    let numbers = sequence.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? 0 }
    // A modifier is sent as one more than the sum of 1 for shift, 2 for alt, 4 for control, 8 for meta.
    let isModified = numbers.count > 1 && (numbers[1] - 1) & 0b1110 != 0
    guard
      let key = final == "~"
        ? Self.numbered(numbers, isModified: isModified)
        : Self.lettered(final, numbers, isModified: isModified)
    else { return nil }
    self = key
  }

  private static func lettered(_ final: Character, _ numbers: [Int], isModified: Bool) -> VirtualKey? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": isModified || numbers == [5] ? .wordRight : .right
    case "D": isModified || numbers == [5] ? .wordLeft : .left
    case "c": .wordRight
    case "d": .wordLeft
    case "H": .home
    case "F": .end
    // Enter with a modifier, from terminals that tell it apart.
    case "u": numbers.first == 13 && numbers.count > 1 ? .newline : nil
    default: nil
    }
  }

  private static func numbered(_ numbers: [Int], isModified: Bool) -> VirtualKey? {
    switch numbers.first {
    case 1, 7: .home
    case 3: isModified ? .deleteWord : .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 27: numbers.count == 3 && numbers[2] == 13 ? .newline : nil
    case 200: .paste
    default: nil
    }
  }
}
