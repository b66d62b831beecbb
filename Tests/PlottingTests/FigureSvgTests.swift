import Plotting
import TestSupport
import Testing

@Suite("Figures as SVG")
struct FigureSvgTests {
  @Test("Every kind of figure has its tags in balance", arguments: Samples.all)
  func balanced(figure: Figure) {
    #expect(tagProblem(in: figure.svg(width: 640, height: 400)) == nil)
  }

  @Test("The check of tags finds what is wrong")
  func checker() {
    #expect(tagProblem(in: "<svg><g></svg>") != nil)
    #expect(tagProblem(in: "<svg>a & b</svg>") != nil)
    #expect(tagProblem(in: "<svg><rect x=\"1/></svg>") != nil)
    #expect(tagProblem(in: "<svg><rect x=\"1\"/></svg>") == nil)
  }

  @Test("Text from outside is escaped")
  func escaping() {
    let hostile = "</text><script>alert('1')</script> & \"x\""
    let marks: [Mark] = [
      .line(label: hostile, x: [0, 1], y: [0, 1]), .points(label: hostile + "2", x: [0], y: [1]),
    ]
    let panel = Panel(title: hostile, xLabel: hostile, yLabel: hostile, marks: marks)
    let bars = Panel(marks: [.bars(label: hostile, names: [hostile], values: [1])])
    let svg = Figure(title: hostile, panels: [panel, bars]).svg(width: 2_000, height: 400)
    #expect(tagProblem(in: svg) == nil)
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;"))
  }

  @Test("It needs nothing from outside and follows the page")
  func selfContained() {
    let svg = Samples.run.svg(width: 640, height: 300)
    #expect(svg.contains("viewBox=\"0 0 640 300\""))
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("@import"))
    #expect(svg.components("http") == 2)
  }

  @Test("A run has two panels, four curves, their names and the summary")
  func run() {
    let svg = Samples.run.svg(width: 640, height: 300)
    #expect(svg.components("<polyline class=\"line") == 9)
    #expect(svg.components(">train</text>") == 3)
    #expect(svg.contains("<desc>loss, train: from 0.6748 at 1 to 0.3991 at 200; "))
    #expect(svg.contains(">accuracy</text>") && svg.contains(">epoch</text>") && svg.contains(">0.8</text>"))
  }

  @Test("Nothing outside the frame is drawn")
  func clipped() {
    let panel = Panel(
      marks: [.line(x: [0, 1], y: [-1e300, 1e300]), .points(x: [0.5, 9], y: [0.5, 0.5])],
      xRange: 0...1, yRange: 0...1)
    let svg = Figure(panels: [panel]).svg(width: 300, height: 200)
    #expect(svg.components("<circle") == 2)
    #expect(!svg.contains("100000"))
  }
}

extension String {
  /// How many parts the text falls into at `separator`.
  fileprivate func components(_ separator: String) -> Int {
    var count = 1
    var rest = self[...]
    while let match = rest.firstRange(of: separator) {
      count += 1
      rest = rest[match.upperBound...]
    }
    return count
  }
}
