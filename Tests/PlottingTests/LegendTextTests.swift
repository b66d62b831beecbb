import Testing

@testable import Plotting

@Suite("Legends as text")
struct LegendTextTests {
  private let panel = Panel(marks: [
    .line(label: "train", x: [], y: []), .points(label: "path", x: [], y: []),
    .band(label: "spread", x: [], low: [], high: []), .vertical(label: "chance", x: 0),
  ])

  private func legend(_ width: Int, _ charset: Charset) -> [String] {
    legendLines(panel, width: width, indent: 2, charset).map(\.plain)
  }

  @Test("Each name has a sample of its own kind")
  func samples() {
    #expect(legend(60, .braille) == ["  ⠤⠤⠤⠤⠤ train   ● path   ⠅⡂⠅⡂⠅ spread   ⠄⠄⠄⠄⠄ chance"])
    #expect(legend(60, .ascii) == ["  *** train   o path   ::: spread   ||| chance"])
  }

  @Test("Names that do not fit go to the next line, and long ones are cut")
  func wraps() {
    #expect(legend(26, .ascii) == ["  *** train   o path", "  ::: spread   ||| chance"])
    #expect(legend(8, .ascii) == ["*** tra~", "o path", "::: spr~", "||| cha~"])
  }
}
