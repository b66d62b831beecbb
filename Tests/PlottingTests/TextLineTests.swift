import Testing

@testable import Plotting

@Suite("Lines of text")
struct TextLineTests {
  private let line = TextLine([
    TextLine.Span("ab", .label), TextLine.Span("cd", .series(1)), TextLine.Span("  ", .plain),
  ])

  @Test("Text of the same kind joins the last piece")
  func append() {
    var line = TextLine("a", .label)
    line.append("b", .label)
    line.append("", .axis)
    line.append("c", .axis)
    #expect(line.spans == [TextLine.Span("ab", .label), TextLine.Span("c", .axis)])
  }

  @Test("A line is cut inside a piece")
  func clipped() {
    #expect(line.clipped(to: 3).spans == [TextLine.Span("ab", .label), TextLine.Span("c", .series(1))])
    #expect(line.clipped(to: 0).spans.isEmpty)
    #expect(line.clipped(to: 9) == line)
  }

  @Test("A wide character that does not fit ends the line")
  func wide() {
    let line = TextLine([TextLine.Span("损失", .label), TextLine.Span("x", .axis)])
    #expect(line.clipped(to: 3).plain == "损")
  }

  @Test("Blanks at the end go, whatever their kind")
  func trimmed() {
    #expect(line.trimmed.spans == [TextLine.Span("ab", .label), TextLine.Span("cd", .series(1))])
    #expect(TextLine("  ", .axis).trimmed.spans.isEmpty)
  }

  @Test("Only a piece of a series has a colour")
  func series() {
    #expect(line.spans.map(\.series) == [nil, 1, nil])
  }
}
