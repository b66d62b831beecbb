import Language
import Notebook
import Plotting
import Testing

@testable import LossbookKernel

@Suite struct ShownTests {
  private let figure = Piece.figure(
    Figure(panels: [Panel(marks: [.line(label: nil, x: [0, 1], y: [1, 2])])]))

  @Test func figuresStandByThemselves() {
    let text = Piece.paragraph([StyledRun("before")])
    let bundles = Shown.bundles([text, figure, .blank, figure, text, text])
    #expect(bundles.map { $0.forms["image/svg+xml"] != nil } == [false, true, true, false])
    #expect(bundles.map(\.text).first == "before")
    #expect(bundles.last?.text == "before\nbefore")
  }

  @Test func figuresHaveTheirSizeBeside() throws {
    let bundle = try #require(Shown.bundles([figure]).first)
    let size = try #require(bundle.size)
    #expect(
      bundle.metadata.line == #"{"image/svg+xml":{"height":\#(size.height),"width":\#(size.width)}}"#)
    #expect(
      bundle.forms["image/svg+xml"]?.contains(#"width="\#(size.width)" height="\#(size.height)""#) == true)
  }

  @Test func numbersAreText() {
    let bundles = Shown.bundles([.lines([StyledLine("0.375")])])
    #expect(bundles == [MimeBundle(text: "0.375")])
  }

  @Test func tablesEscapeWhatTheyHold() throws {
    let table = Piece.table(Table(header: ["a & b"], rows: [["<script>"]]))
    let bundle = try #require(Shown.bundles([table]).first)
    let html = try #require(bundle.forms["text/html"])
    #expect(html.contains("a &amp; b") && html.contains("&lt;script&gt;") && !html.contains("<script>"))
  }
}

@Suite struct FailureTests {
  @Test func errorsHaveAName() {
    let source = SourceText("mse([1, 2], [1])")
    let failure = Failure(Diagnostic(.shapesDiffer, "they differ", at: Span(0, 3)), in: source)
    #expect(failure.name == "ShapesDiffer")
    #expect(failure.sentence == "they differ")
    #expect(failure.lines.contains { $0.contains("^^^") })
  }
}
