import Language
import Plotting
import Testing

@testable import LossbookKernel

@Suite struct PieceBundlesTests {
  private let figure = Piece.figure(
    Figure(panels: [Panel(marks: [.line(label: nil, x: [0, 1], y: [1, 2])])]))

  @Test func figuresStandByThemselves() {
    let text = Piece.paragraph([StyledRun("before")])
    let bundles = PieceBundles.bundles([text, figure, .blank, figure, text, text])
    #expect(bundles.map { $0.data["image/svg+xml"] != nil } == [false, true, true, false])
    #expect(bundles.map(\.text).first == "before")
    #expect(bundles.last?.text == "before\nbefore")
  }

  @Test func figuresHaveTheirSizeBeside() throws {
    let bundle = try #require(PieceBundles.bundles([figure]).first)
    guard case .object(let size)? = bundle.metadata["image/svg+xml"] else {
      Issue.record("there is no size")
      return
    }
    #expect(size.keys.sorted() == ["height", "width"])
  }

  @Test func numbersAreText() {
    let bundles = PieceBundles.bundles([.lines([StyledLine("0.375")])])
    #expect(bundles == [MimeBundle(text: "0.375")])
  }

  @Test func tablesEscapeWhatTheyHold() throws {
    let table = Piece.table(Table(header: ["a & b"], rows: [["<script>"]]))
    let bundle = try #require(PieceBundles.bundles([table]).first)
    guard case .text(let html)? = bundle.data["text/html"] else {
      Issue.record("there is no HTML")
      return
    }
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
