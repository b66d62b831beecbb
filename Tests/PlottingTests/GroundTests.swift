import Testing

@testable import Plotting

@Suite("Heat maps, contour lines and regions")
struct GroundTests {
  private static let heat = Figure(panels: [
    Panel(
      xLabel: "x", yLabel: "y",
      marks: [
        .heat(label: "loss", grid: Grid(xs: [0, 1, 2], ys: [0, 1], values: [0, 5, 10, 2, .nan, 8]))
      ])
  ])

  @Test("A heat map with its values and its bar, in blocks")
  func blocks() {
    #expect(
      Self.heat.picture(30, height: 4) == """
        y
          ┌──────────────────────────┐
          │░░░░░░░░░        █████████│
        1 ┤░░░ 2 ░░░        ███ 8 ███│
        0 ┤    0    ▒▒▒ 5 ▒▒██ 10 ███│
          │         ▒▒▒▒▒▒▒▒█████████│
          └────┬────────┬───────┬────┘
               0        1       2
                       x
           0 │ ░░▒▒▒▓▓██│ 10  loss
        """)
  }

  @Test("The same in ASCII")
  func ascii() {
    let picture = Self.heat.picture(30, height: 4, .ascii)
    #expect(picture.contains("0 | .:-=+*#%@| 10  loss"))
    #expect(picture.contains(":::::::::        %%%%%%%%%"))
  }

  @Test("A matrix runs downward and has names on its axes")
  func matrix() {
    var panel = Panel(marks: [.heat(grid: Grid(xs: [0, 1], ys: [0, 1], values: [1, 2, 3, 4]))])
    panel.runsDown = true
    (panel.xNames, panel.yNames) = (["cat", "狗"], ["cat", "狗"])
    let lines = Figure(panels: [panel]).text(TextOptions(width: 30, height: 4)).map(\.plain)
    let first = lines.firstIndex { $0.contains("cat ┤") }
    let second = lines.firstIndex { $0.contains("狗 ┤") }
    #expect(first != nil && second != nil && (first ?? 0) < (second ?? 0))
    #expect(lines.contains { $0.contains("cat") && $0.contains("狗") })
    #expect(lines.contains { $0.contains(" 1 ") && $0.contains(" 2 ") })
  }

  @Test("Regions differ without colour, and points in them are named with their ground")
  func regions() {
    let grid = { (sign: Double) in Grid(xs: [0, 1], ys: [0], values: [sign, -sign]) }
    let panel = Panel(
      marks: [
        .region(label: "a", grid: grid(1)), .region(label: "b", grid: grid(-1)),
        .points(label: "a", x: [0], y: [0.2]), .points(label: "b", x: [1], y: [0.2]),
      ])
    let picture = Figure(panels: [panel]).picture(40, height: 3)
    #expect(picture.contains("● a   ⠄ ○ ⠄ b"))
    #expect(Figure(panels: [panel]).picture(40, height: 3, .ascii).contains("* a"))
    let svg = Figure(panels: [panel]).svg(width: 400, height: 300)
    #expect(svg.contains("class=\"cell f0\"") && svg.contains("class=\"cell f1\""))
  }

  @Test(
    "Each of six textures is another, and all but the first have dots", arguments: [Charset.braille, .ascii])
  func textures(charset: Charset) {
    let patterns = (0..<6).map { rank in
      let texture = Texture(rank, charset)
      return (0..<64).map { texture.has($0 % 8, $0 / 8) ? texture.glyph : " " }
    }
    #expect(Set(patterns).count == 6)
    #expect(patterns.dropFirst().allSatisfy { $0.contains { $0 != " " } })
  }

  @Test("Contour lines carry their heights; a single one does not")
  func contours() {
    let places = Grid.places(-1...1, 21)
    let grid = Grid(xs: places, ys: places, values: places.flatMap { y in places.map { $0 * $0 + y * y } })
    let many = Figure(panels: [Panel(marks: [.contour(grid: grid, levels: [0.25, 0.75])])])
    #expect(many.picture(60).contains("0.25") && many.picture(60).contains("0.75"))
    #expect(many.svg(width: 400, height: 300).contains("class=\"level\""))
    let one = Figure(panels: [Panel(marks: [.contour(grid: grid, levels: [0.25])])])
    #expect(!one.svg(width: 400, height: 300).contains("class=\"level\""))
  }

  @Test("In SVG runs of one shade are one piece, and a large grid stays small")
  func runs() {
    let places = (0..<1_000).map(Double.init)
    let values = places.flatMap { y in places.map { $0 + y } }
    let heat = Panel(marks: [.heat(grid: Grid(xs: places, ys: places, values: values))])
    #expect(Figure(panels: [heat]).svg(width: 640, height: 420).utf8.count < 300_000)
    let flat = Panel(marks: [.heat(grid: Grid(xs: [0, 1, 2], ys: [0], values: [1, 1, 1]))])
    #expect(Figure(panels: [flat]).svg(width: 300, height: 200).contains("d=\"M0 0H"))
  }

  @Test("Names with one colour belong together")
  func colors() {
    var panel = Panel(
      marks: [
        .points(label: "a", x: [0], y: [0]), .points(label: "a, test", x: [0], y: [1]),
        .points(label: "b", x: [0], y: [2]),
      ])
    panel.colors = ["a": 0, "a, test": 0]
    #expect(panel.series.map(\.color) == [0, 0, 1])
  }

  @Test("Points on a heat map share no sign with it in ASCII")
  func signs() {
    let heat = Mark.heat(grid: Grid(xs: [0, 1], ys: [0, 1], values: [1, 2, 3, 4]))
    let marks = (0..<8).map { Mark.points(label: "\($0)", x: [0], y: [0]) }
    let shades = Set((0..<TextLine.Span.shades).map(Charset.ascii.shade))
    let glyphs = Panel(marks: [heat] + marks).series.dropFirst().map(Charset.ascii.glyph)
    #expect(Set(glyphs).isDisjoint(with: shades) && Set(glyphs).count == 8)
  }
}
