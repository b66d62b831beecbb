import Language

/// A notebook as a file: Markdown with the prose, the cells, and what they showed below them.
///
/// Where a cell reads `out[n]`, comments keep the numbers that counting the cells would not give.
public struct NotebookText {
  public let text: String

  /// - Parameter lineEnd: of all lines.
  public init(_ items: [NotebookItem], lineEnd: String = "\n") {
    var writer = BlockWriter(keepsNumbers: items.contains(where: \.readsNumbered))
    for block in Self.blocks(items) { writer.write(block) }
    let lines = (writer.blocks + [NotebookFormat.mark]).joined(separator: "\n\n")
    text = (lineEnd == "\n" ? lines : lines.lines.joined(separator: lineEnd)) + lineEnd
  }

  /// Prose alone, and cells with those that stand in one block with them.
  private static func blocks(_ items: [NotebookItem]) -> [[NotebookItem]] {
    var blocks: [[NotebookItem]] = []
    for item in items {
      if case .cell(let cell) = item, cell.joinsPrevious, case .cell? = blocks.last?.last {
        blocks[blocks.count - 1].append(item)
      } else {
        blocks.append([item])
      }
    }
    return blocks
  }
}

extension NotebookItem {
  /// Whether it is a cell that speaks of another one by its number.
  fileprivate var readsNumbered: Bool {
    guard case .cell(let cell) = self else { return false }
    return cell.code.contains("out[") || cell.code.contains("out [")
  }
}

private struct BlockWriter {
  let keepsNumbers: Bool
  private(set) var blocks: [String] = []
  /// The number that counting gives to the next cell.
  private var next = 1

  init(keepsNumbers: Bool) { self.keepsNumbers = keepsNumbers }

  mutating func write(_ block: [NotebookItem]) {
    let cells = block.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    if case .prose(let text)? = block.first { return blocks.append(text) }
    // A block can give a number to its first cell only.
    var part: [KeptCell] = []
    for cell in cells {
      if keepsNumbers, let last = part.last, cell.number != last.number + 1 {
        write(part)
        part = []
      }
      part.append(cell)
    }
    write(part)
  }

  private mutating func write(_ cells: [KeptCell]) {
    guard let first = cells.first, let last = cells.last else { return }
    var lines: [String] = []
    if keepsNumbers {
      if first.number != next { lines.append(NotebookFormat.numberMark(first.number)) }
      next = last.number + 1
    }
    lines.append(Fence.block("loss", cells.map(\.code).joined(separator: "\n")))
    if let output = Self.output(cells) { lines.append(Fence.block("output", output)) }
    blocks.append(lines.joined(separator: "\n"))
  }

  /// What the cells of a block showed; nothing where they showed nothing, or not what running the file would show.
  private static func output(_ cells: [KeptCell]) -> String? {
    let ran = cells.prefix { $0.run != nil }
    let hasFailed = ran.last?.state == .failed
    guard ran.allSatisfy(\.isTrue), ran.count == cells.count || hasFailed else { return nil }
    let layout = NotebookCheck.layout
    let text = ran.flatMap { $0.output(width: layout.width) }.plainText(layout)
    return text.isEmpty ? nil : text
  }
}
