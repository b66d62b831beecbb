import Language

/// Pieces as HTML.
enum PieceHTML {
  /// Whether there is more in the pieces than plain text can say.
  static func isWorthwhile(_ pieces: [Piece]) -> Bool {
    pieces.contains { piece in
      switch piece {
      case .table, .paragraph: true
      default: false
      }
    }
  }

  static func text(_ pieces: [Piece]) -> String { pieces.map(text).joined(separator: "\n") }

  private static func text(_ piece: Piece) -> String {
    switch piece {
    case .paragraph(let runs, _, let indent):
      "<p style=\"margin-left:\(indent)ch\">\(runs.map(text).joined())</p>"
    case .table(let table): text(table)
    case .blank: ""
    default: "<pre>\(escaped([piece].plainText(PieceBundles.layout)))</pre>"
    }
  }

  private static func text(_ run: StyledRun) -> String {
    let text = escaped(run.text)
    switch run.style {
    case .heading, .strong: return "<strong>\(text)</strong>"
    case .emphasis: return "<em>\(text)</em>"
    case .code: return "<code>\(text)</code>"
    default: return text
    }
  }

  private static func text(_ table: Table) -> String {
    func row(_ cells: [String], _ name: String) -> String {
      let parts = cells.enumerated().map { column, cell in
        let side = table.leftAligned.contains(column) ? "left" : "right"
        return "<\(name) style=\"text-align:\(side)\">\(escaped(cell))</\(name)>"
      }
      return "<tr>\(parts.joined())</tr>"
    }
    let body = table.rows.map { row($0, "td") }.joined(separator: "\n")
    return "<table>\n<thead>\(row(table.header, "th"))</thead>\n<tbody>\n\(body)\n</tbody>\n</table>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
