import Plotting

/// A part of what a cell shows. Nothing here is formatted for a width yet.
public enum Piece: Sendable {
  /// Text that is wrapped to the window, indented by some columns (the first line by `first`).
  case paragraph([StyledRun], first: Int = 0, indent: Int = 0)
  /// Lines that stay as they are.
  case lines([StyledLine])
  case table(Table)
  case figure(Figure)
  /// Numbers between brackets, wrapped so that the columns line up.
  case numbers(NumberBlock)
  case blank
}

/// Rows under headings. Columns of numbers are aligned at the right.
public struct Table: Equatable, Sendable {
  public var header: [String]
  public var rows: [[String]]
  /// Which columns are aligned at the left.
  public var leftAligned: Set<Int>
  /// A column that is left out where the table would be too wide with it.
  public var dispensable: Int?

  public init(header: [String], rows: [[String]], leftAligned: Set<Int> = [0]) {
    self.header = header
    self.rows = rows
    self.leftAligned = leftAligned
  }
}

/// A vector or matrix as text, its elements formatted.
public struct NumberBlock: Equatable, Sendable {
  /// One list for a vector, several for a matrix.
  public var rows: [[String]]
  public var isMatrix: Bool
}

/// How wide, and with which characters.
public struct Layout: Equatable, Sendable {
  public var width: Int
  /// Only ASCII, for terminals that have nothing else and for screen readers.
  public var ascii: Bool
  /// Figures as sentences, for screen readers.
  public var describesFigures: Bool
  /// How many rows the inside of a panel takes; nothing for as many as suit the width.
  public var figureHeight: Int?

  public init(
    width: Int = 80, ascii: Bool = false, describesFigures: Bool = false, figureHeight: Int? = nil
  ) {
    self.width = max(width, 10)
    self.ascii = ascii
    self.describesFigures = describesFigures
    self.figureHeight = figureHeight
  }
}

extension Piece {
  static func text(_ text: String, _ style: TextStyle = .plain) -> Piece {
    .paragraph([StyledRun(text, style)])
  }

  /// The lines this piece takes on a screen.
  public func lines(_ layout: Layout) -> [StyledLine] {
    switch self {
    case .paragraph(let runs, let first, let indent):
      return Wrapping.wrap(runs, width: layout.width, first: first, indent: indent)
    case .lines(let lines): return lines
    case .table(let table): return table.lines(layout)
    case .numbers(let block): return block.lines(width: layout.width)
    case .figure(let figure): return figure.styledLines(layout)
    case .blank: return [StyledLine()]
    }
  }
}

extension Sequence<Piece> {
  /// The pieces as plain text, each line without blanks at its end.
  public func plainText(_ layout: Layout = Layout()) -> String {
    var lines: [String] = []
    for piece in self {
      for line in piece.lines(layout) { lines.append(line.plain.withoutTrailingBlanks) }
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    var text = self[...]
    while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
    return String(text)
  }
}
