import Language
import Plotting

/// What a cell shows, as front ends take it: each figure by itself, what stands between them together.
enum PieceBundles {
  static let layout = Layout(width: 80)

  static func bundles(_ pieces: [Piece]) -> [MimeBundle] {
    var bundles: [MimeBundle] = []
    var between: [Piece] = []
    for piece in pieces {
      guard case .figure(let figure) = piece else {
        between.append(piece)
        continue
      }
      bundles += text(between) + [bundle(figure)]
      between = []
    }
    return bundles + text(between)
  }

  static func bundle(_ figure: Figure) -> MimeBundle {
    let (width, height) = size(figure)
    return MimeBundle(text: [Piece.figure(figure)].plainText(layout)).adding(
      "image/svg+xml", .text(figure.svg(width: width, height: height)),
      metadata: .object(["width": .whole(width), "height": .whole(height)]))
  }

  /// In pixels.
  private static func size(_ figure: Figure) -> (width: Int, height: Int) {
    (figure.panels.count > 1 ? 760 : 640, figure.panels.count > 2 ? 640 : 380)
  }

  private static func text(_ pieces: [Piece]) -> [MimeBundle] {
    let text = pieces.plainText(layout)
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    let bundle = MimeBundle(text: text)
    return [
      PieceHTML.isWorthwhile(pieces) ? bundle.adding("text/html", .text(PieceHTML.text(pieces))) : bundle
    ]
  }
}
