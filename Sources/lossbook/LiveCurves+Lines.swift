import Language
import Notebook

extension LiveCurves {
  /// Rows inside the frame; around them are its two edges, the ticks and the legend.
  private static let height = 6
  private static let leastRows = 15
  private static let leastColumns = 30

  /// The curves as lines; none where there are no curves, or a window too small for them.
  func lines(_ layout: Layout, rows: Int) -> [StyledLine] {
    guard let figure, rows >= Self.leastRows, layout.width >= Self.leastColumns else { return [] }
    var layout = layout
    layout.figureHeight = Self.height
    return Piece.figure(figure).lines(layout)
  }
}
