import Plotting
import TestSupport
import Testing

@Suite("Any figure at any width")
struct RobustnessTests {
  private static let special: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1, 1 + 1e-15, 1e16, 9.3e18, -9.3e18,
  ]

  private func values(_ random: inout Random) -> [Double] {
    let kind = random.below(4)
    return (0..<random.below(40)).map { index in
      switch kind {
      case 0: return Self.special[random.below(Self.special.count)]
      case 1: return Double(index)
      case 2: return 0.25
      default: return (random.unit() - 0.5) * Double(index * index)
      }
    }
  }

  private func label(_ random: inout Random) -> String? {
    [nil, "", "train", "a rather long name for a series", "损失函数", "\u{1B}[31m\n", "e\u{301}<&>"][
      random.below(7)]
  }

  private func mark(_ random: inout Random) -> Mark {
    let label = label(&random)
    switch random.below(9) {
    case 0: return .line(label: label, x: values(&random), y: values(&random))
    case 1: return .points(label: label, x: values(&random), y: values(&random))
    case 2: return .band(label: label, x: values(&random), low: values(&random), high: values(&random))
    case 3: return .horizontal(label: label, y: values(&random).first ?? 0)
    case 4: return .vertical(label: label, x: values(&random).first ?? 0)
    case 5: return .heat(label: label, grid: grid(&random), scale: random.below(3) == 0 ? .log : .linear)
    case 6:
      let grid = grid(&random)
      let levels = random.below(2) == 0 ? grid.contourLevels(random.below(9)) : values(&random)
      return .contour(label: label, grid: grid, levels: levels)
    case 7: return .region(label: label, grid: grid(&random))
    default:
      let isRare = random.below(4) == 0
      let values = isRare ? values(&random) : []
      return .bars(label: label, names: values.map { _ in label ?? "b" }, values: values)
    }
  }

  private func places(_ random: inout Random) -> [Double] {
    switch random.below(5) {
    case 0: return values(&random)
    case 1:
      return [[], [0], [1e300], [-1e300, 1e300], [0, .leastNonzeroMagnitude], [1, 1 + 1e-15]][random.below(6)]
    default: return (0..<random.below(60)).map { Double($0) * 0.25 - 2 }
    }
  }

  private func grid(_ random: inout Random) -> Grid {
    let (xs, ys) = (places(&random), places(&random))
    let special = random.below(3) == 0
    return Grid(
      xs: xs, ys: ys,
      values: (0..<xs.count * ys.count).map { index in
        special ? Self.special[random.below(Self.special.count)] : random.unit() + Double(index / 7)
      })
  }

  private func range(_ random: inout Random) -> ClosedRange<Double>? {
    let ends = [0, 1].map { _ in Self.special[random.below(Self.special.count)] }.filter { !$0.isNaN }
      .sorted()
    return random.below(3) == 0 && ends.count == 2 ? ends[0]...ends[1] : nil
  }

  private func figure(_ random: inout Random) -> Figure {
    let panels = (0..<random.below(4)).map { _ in
      Panel(
        title: label(&random), xLabel: label(&random), yLabel: label(&random),
        marks: (0..<random.below(5)).map { _ in mark(&random) },
        xScale: random.below(3) == 0 ? .log : .linear, yScale: random.below(3) == 0 ? .log : .linear,
        xRange: range(&random), yRange: range(&random), hasWholeX: random.below(5) == 0)
    }.map { panel in dressed(panel, &random) }
    return Figure(title: label(&random), panels: panels)
  }

  private func dressed(_ panel: Panel, _ random: inout Random) -> Panel {
    var panel = panel
    panel.hasWholeY = random.below(5) == 0
    panel.runsDown = random.below(3) == 0
    panel.colors = random.below(4) == 0 ? ["train": 3, "": 0, "损失函数": 3] : [:]
    if random.below(6) == 0 { panel.xNames = (0..<random.below(5)).map { _ in label(&random) ?? "n" } }
    if random.below(6) == 0 { panel.yNames = (0..<random.below(5)).map { _ in label(&random) ?? "n" } }
    let names = (0..<panel.nameCount).map { _ in label(&random) ?? "n" }
    return random.below(5) == 0 ? panel.named(names) ?? panel : panel
  }

  @Test("No line is wider than asked for, ASCII is ASCII, SVG is whole, and nothing traps", arguments: 0..<8)
  func everything(seed: UInt64) {
    var random = Random(seed: seed)
    for _ in 0..<60 {
      let figure = figure(&random)
      let width = [1, 2, 3, 5, 10, 11, 17, 40, 80, 133, 1 + random.below(200)][random.below(11)]
      let height = [nil, 0, 1, 4, -7][random.below(5)]
      for charset in [Charset.braille, .ascii] {
        let lines = figure.text(TextOptions(width: width, height: height, charset: charset))
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.plain.isEmpty || $0.plain.last != " " })
        #expect(lines.allSatisfy { cells($0.plain) <= width }, "\(figure)")
        guard charset == .ascii else { continue }
        #expect(lines.allSatisfy { $0.plain.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
      }
      #expect(tagProblem(in: figure.svg(width: width * 8, height: 300)) == nil)
      #expect(!figure.summary.isEmpty)
    }
  }

  /// Counted apart from the module's own measure: wide are only the characters that this suite uses.
  private func cells(_ text: String) -> Int {
    text.reduce(0) { $0 + ("损失函数".contains($1) ? 2 : 1) }
  }

  @Test("Every kind of figure at widths to 200")
  func widths() {
    for figure in Samples.all {
      for width in Array(1...30) + stride(from: 31, through: 200, by: 13) {
        for charset in [Charset.braille, .ascii] {
          let lines = figure.text(TextOptions(width: width, height: 5, charset: charset))
          #expect(lines.allSatisfy { cells($0.plain) <= width })
        }
      }
    }
  }

  @Test("Sizes beyond reason are held back", arguments: [Int.min, -1, 0, Int.max])
  func sizes(size: Int) {
    let figure = Samples.run
    #expect(!figure.text(TextOptions(width: size, height: size)).isEmpty)
    #expect(tagProblem(in: figure.svg(width: size, height: size)) == nil)
  }

  @Test("A million points are drawn")
  func million() {
    let xs = (0..<1_000_000).map(Double.init)
    let panel = Panel(marks: [
      .band(label: "b", x: xs, low: xs, high: xs.map { $0 + 1 }), .line(label: "y", x: xs, y: xs),
      .points(label: "p", x: xs, y: xs),
    ])
    let picture = Figure(panels: [panel]).picture(40, height: 4)
    #expect(picture.contains("●"))
    #expect(Figure(panels: [panel]).svg(width: 300, height: 200).utf8.count < 200_000)
  }
}
