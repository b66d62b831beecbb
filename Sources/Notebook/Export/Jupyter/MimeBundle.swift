import Language
import Plotting

/// The same thing in several forms, of which a front end of Jupyter takes the richest that it knows.
public struct MimeBundle: Equatable, Sendable {
  /// The text of each form, by its media type.
  public private(set) var forms: [String: String]
  /// The pixels of the picture, where there is one.
  public private(set) var size: Size?

  public struct Size: Equatable, Sendable {
    public let width: Int
    public let height: Int
  }

  /// Plain text alone.
  public init(text: String) { forms = ["text/plain": text] }

  /// Plain text, and the picture.
  public init(_ figure: Figure) {
    self.init(text: [Piece.figure(figure)].plainText(NotebookCheck.layout))
    let width = HTMLFigure.wide
    let size = Size(width: width, height: figure.suitableHeight(width: width))
    forms["image/svg+xml"] = figure.svg(width: size.width, height: size.height)
    self.size = size
  }

  /// What stands between figures: plain text, and markup where that says more.
  init(_ pieces: [Piece], marksUpProse: Bool) {
    self.init(text: pieces.plainText(NotebookCheck.layout))
    if pieces.contains(where: { $0.isTable || marksUpProse && $0.isParagraph }) {
      forms["text/html"] = HTMLPieces { _ in "" }.markup(pieces)
    }
  }

  public var text: String { forms["text/plain"] ?? "" }

  /// What goes with the forms: the size of the picture.
  public var metadata: JSONValue {
    guard let size else { return .object([:]) }
    let numbers: [String: JSONValue] = [
      "width": .number(Double(size.width)), "height": .number(Double(size.height)),
    ]
    return .object(["image/svg+xml": .object(numbers)])
  }

  /// What a cell shows: a figure is a bundle of its own, what stands between figures is one together.
  /// - Parameter marksUpProse: whether paragraphs alone are a reason for markup.
  public static func bundles(_ pieces: [Piece], marksUpProse: Bool = false) -> [MimeBundle] {
    grouped(pieces).map { group in
      if case .figure(let figure)? = group.first { return MimeBundle(figure) }
      return MimeBundle(group, marksUpProse: marksUpProse)
    }
  }

  private static func grouped(_ pieces: [Piece]) -> [[Piece]] {
    pieces.reduce(into: []) { groups, piece in
      if piece.isFigure || groups.last?.last?.isFigure ?? true {
        groups.append([piece])
      } else {
        groups[groups.count - 1].append(piece)
      }
    }
  }
}

extension Piece {
  fileprivate var isFigure: Bool { if case .figure = self { true } else { false } }
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
