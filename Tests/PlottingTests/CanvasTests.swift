import Testing

@testable import Plotting

@Suite("Canvases")
struct CanvasTests {
  @Test("Each dot of a braille cell has its own bit")
  func bits() {
    let scalars = (0..<8).map { index in
      var canvas = Canvas(columns: 1, rows: 1, charset: .braille)
      canvas.dot(x: index % 2, y: index / 2, ink: .series(0), glyph: "*")
      return canvas.line(0).plain
    }
    #expect(scalars == ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"])
  }

  @Test("In a shared cell the dots are united and the later colour wins")
  func shared() {
    var canvas = Canvas(columns: 1, rows: 1, charset: .braille)
    canvas.dot(x: 0, y: 0, ink: .series(0), glyph: "*")
    canvas.dot(x: 1, y: 3, ink: .series(1), glyph: "o")
    #expect(canvas.line(0) == TextLine([TextLine.Span("⢁", .series(1))]))
  }

  @Test("In ASCII two series on one path take turns")
  func turns() {
    var canvas = Canvas(columns: 4, rows: 1, charset: .ascii)
    for x in 0..<4 { canvas.dot(x: x, y: 0, ink: .series(0), glyph: "*") }
    for x in 0..<4 { canvas.dot(x: x, y: 0, ink: .series(1), glyph: "o") }
    #expect(canvas.line(0).plain == "o*o*")
  }

  @Test("What is outside is lost")
  func outside() {
    var canvas = Canvas(columns: 2, rows: 2, charset: .braille)
    for (x, y) in [(-1, 0), (4, 0), (0, 8), (0, -1), (Int.max, Int.min)] {
      canvas.dot(x: x, y: y, ink: .reference, glyph: "*")
      canvas.stamp(column: x, row: y, ink: .reference, glyph: "*")
    }
    #expect(canvas.isBlank)
    #expect(canvas.line(7) == TextLine())
  }
}
