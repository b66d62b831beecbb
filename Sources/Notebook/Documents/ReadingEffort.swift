/// How long the Markdown library would take for a text, at worst.
///
/// It reads most texts in a moment; but some, made for the purpose, take it time that grows with the square of their
/// length, or blow up what they refer to. It cannot be stopped once it reads, so such texts are refused before.
/// What is counted here is bounded by blank lines, because no paragraph and no table goes across one.
struct ReadingEffort {
  /// Steps that are taken in about a second.
  static let limit = 1e9
  /// What references may become, in bytes.
  static let referenceLimit = 5e7

  private var steps = 0.0
  private var brackets = 0
  /// The longest piece in which a reference may be defined, in bytes.
  private var definition = 0
  private var block = Block()

  /// The piece between two blank lines.
  private struct Block {
    var firstLine = 1
    var bytes = 0
    var lines = 0
    var brackets = 0
    var bars = 0
    var hasDefinition = false
    /// What looking for the head of a table takes, at each line that could stand below one.
    var tableSteps = 0.0

    var steps: Double {
      let (brackets, bars) = (Double(brackets), Double(bars))
      return 6 * brackets * brackets + bars * bars + tableSteps
    }
  }

  /// Why a text is not read, and at which line, counted from 1; nothing where it may be.
  static func refusal(_ text: String) -> NotebookProblem? {
    var effort = ReadingEffort()
    var line = 1
    var found: NotebookProblem?
    var bytes: [UInt8] = []
    func end() {
      if found == nil, let reason = effort.take(bytes, line) {
        found = NotebookProblem(line: effort.block.firstLine, message: reason)
      }
      bytes.removeAll(keepingCapacity: true)
      line += 1
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { end() } else { bytes.append(byte) }
    }
    end()
    return found ?? effort.finish()
  }

  private mutating func take(_ line: [UInt8], _ number: Int) -> String? {
    if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }) {
      closeBlock()
      block.firstLine = number + 1
      return nil
    }
    block.bytes += line.count
    block.lines += 1
    var last: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "["): block.brackets += 1
      case UInt8(ascii: "|"): block.bars += 1
      case UInt8(ascii: ":") where last == UInt8(ascii: "]"): block.hasDefinition = true
      default: break
      }
      last = byte
    }
    if Self.mayStandBelowHead(line) { block.tableSteps += Double(block.lines) * Double(block.bytes) }
    guard steps + block.steps > Self.limit else { return nil }
    let (most, name) = block.bars > block.brackets ? (block.bars, "bars") : (block.brackets, "brackets")
    return block.tableSteps > Self.limit / 2
      ? "a paragraph of \(block.lines) lines above what may be a table is too long to be read"
      : "\(most) \(name) between two blank lines are too many to be read"
  }

  /// Whether a line may be the one below the head of a table: bars, colons and dashes, behind the marks of quotes and
  /// lists.
  private static func mayStandBelowHead(_ line: [UInt8]) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.drop(while: marks.contains).allSatisfy(dashes.contains)
  }

  private static let marks = Set(">*+-.)0123456789 \t".utf8)
  private static let dashes = Set("|:- \t\r".utf8)

  private mutating func closeBlock() {
    steps += block.steps
    brackets += block.brackets
    if block.hasDefinition { definition = max(definition, block.bytes) }
    block = Block()
  }

  private mutating func finish() -> NotebookProblem? {
    closeBlock()
    guard Double(brackets) * Double(definition) > Self.referenceLimit else { return nil }
    return NotebookProblem(
      line: 1,
      message:
        "\(brackets) brackets may refer to an address of up to \(definition) characters, which is too much")
  }
}
