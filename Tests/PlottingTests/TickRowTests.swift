import Testing

@testable import Plotting

@Suite("Rows of tick labels")
struct TickRowTests {
  private let ticks = [
    Tick(position: 0, label: "0"), Tick(position: 0.5, label: "50"), Tick(position: 1, label: "100"),
  ]

  @Test("Labels stand under their ticks and inside the width")
  func places() {
    let row = TickRow(ticks, length: 21, indent: 3, width: 25, .braille)
    #expect(row.columns == [0, 10, 20])
    #expect(row.line.plain == "   0        50        100")
    #expect(row.isComplete)
  }

  @Test("A label that would touch another is left out, with its tick")
  func crowded() {
    let row = TickRow(ticks, length: 6, indent: 0, width: 6, .braille)
    #expect(row.columns == [0, 5])
    #expect(row.line.plain == "0  100")
    #expect(!row.isComplete)
  }

  @Test("Without ticks there is nothing, which is not complete")
  func empty() {
    let row = TickRow([], length: 5, indent: 0, width: 5, .braille)
    #expect(row.line.plain.isEmpty)
    #expect(!row.isComplete)
  }
}
