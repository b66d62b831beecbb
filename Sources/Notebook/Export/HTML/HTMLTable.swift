import Language

/// A table that a cell shows. What is too wide for a narrow window scrolls within itself.
struct HTMLTable {
  private let table: Table
  /// In columns of text; a telephone has about as many.
  private static let narrow = 40
  /// Longer texts are broken into lines.
  private static let short = 24

  init(_ table: Table) { self.table = table }

  var markup: String {
    let head = row(table.header.indices.map { headCell(table.header[$0], $0) })
    let body = table.rows.map { cells in row(cells.indices.map { cell(cells[$0], $0) }) }
    let content = Markup.element("thead", head) + Markup.element("tbody", body.joined(separator: "\n"))
    let element = Markup.element("table", content)
    guard width > Self.narrow else { return Markup.element("div", ["class": "scroll"], element) }
    // Without a place for the keyboard's focus only a pointer could scroll it.
    return Markup.element(
      "div", ["class": "scroll", "role": "group", "aria-label": "table", "tabindex": "0"], element)
  }

  private var width: Int {
    table.header.indices.reduce(0) { sum, column in
      let cells = ([table.header] + table.rows).map { column < $0.count ? $0[column].count : 0 }
      return sum + min(cells.max() ?? 0, Self.short) + 2
    }
  }

  private func row(_ cells: [String]) -> String { Markup.element("tr", cells.joined()) }

  private func headCell(_ text: String, _ column: Int) -> String {
    guard !text.isEmpty else { return Markup.element("td", "") }
    return isLeft(column)
      ? Markup.text("th", ["scope": "col", "style": Self.left], text)
      : Markup.text("th", ["scope": "col"], text)
  }

  private func cell(_ text: String, _ column: Int) -> String {
    if column == 0, isLeft(0), table.header.count > 1 {
      return Markup.text("th", ["scope": "row", "style": Self.left], text)
    }
    guard isLeft(column) else { return Markup.text("td", text) }
    return text.count > Self.short
      ? Markup.text("td", ["class": "long", "style": Self.left], text)
      : Markup.text("td", ["style": Self.left], text)
  }

  // Not a class: notebooks elsewhere have style sheets of their own.
  private static let left = "text-align:left"

  private func isLeft(_ column: Int) -> Bool { table.leftAligned.contains(column) }
}
