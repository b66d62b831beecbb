import Testing

@testable import Plotting

@Suite("Shades")
struct HeatScaleTests {
  private func made(_ values: [Double], _ scale: Scale = .linear) -> HeatScale? {
    let grid = Grid(xs: values.indices.map(Double.init), ys: [0], values: values)
    return HeatScale(Panel(marks: [.heat(grid: grid, scale: scale)]))
  }

  @Test("From the lowest to the highest value")
  func linear() throws {
    let scale = try #require(made([2, 4, .nan, 3, .infinity]))
    #expect(scale.range == 2...4)
    #expect(scale.share(2) == 0 && scale.share(3) == 0.5 && scale.share(4) == 1)
    #expect(scale.share(.infinity) == 1 && scale.share(-.infinity) == 0 && scale.share(.nan) == nil)
    #expect([2, 3, 4].map { scale.level($0, of: 10) } == [0, 5, 9])
  }

  @Test("Equal ratios on a logarithmic scale, where zero has no shade")
  func logarithmic() throws {
    let scale = try #require(made([0, 1, 10, 100], .log))
    #expect(scale.range == 1...100)
    #expect(scale.share(10) == 0.5 && scale.share(0) == nil && scale.share(-1) == nil)
  }

  @Test("A constant is in the middle, nothing at all has no scale")
  func special() throws {
    #expect(try #require(made([7, 7])).share(7) == 0.5)
    #expect(made([.nan]) == nil && made([]) == nil && made([-1], .log) == nil)
    #expect(HeatScale(Panel(marks: [.horizontal(y: 1)])) == nil)
    let huge = try #require(made([-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]))
    #expect(huge.share(0) == 0.5)
  }

  @Test("Every level has a character, in both sets fuller the higher it is")
  func characters() {
    let levels = 0..<TextLine.Span.shades
    #expect(String(levels.map(Charset.ascii.shade)) == " .:-=+*#%@")
    #expect(Set(levels.map(Charset.braille.shade)) == [" ", "░", "▒", "▓", "█"])
  }

  @Test("Browser colours rise from violet to yellow")
  func colours() {
    #expect(HeatPalette.color(0) == "#440154" && HeatPalette.color(HeatPalette.count - 1) == "#fde725")
    #expect(HeatPalette.color(-5) == "#440154" && HeatPalette.color(1_000) == "#fde725")
    #expect((0..<HeatPalette.count).allSatisfy { HeatPalette.color($0).count == 7 })
    #expect(HeatPalette.isDark(0) && !HeatPalette.isDark(HeatPalette.count - 1))
  }
}
