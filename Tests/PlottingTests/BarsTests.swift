import Testing

@testable import Plotting

@Suite("Bars")
struct BarsTests {
  @Test("Bars start at zero, wherever that is")
  func scale() {
    let scale = BarScale([3, -1, .nan, .infinity])
    #expect(scale.zero == 0.25)
    #expect(scale.share(3) == 0.75)
    #expect(scale.share(-1) == -0.25)
    #expect(scale.share(.nan) == 0)
    #expect(scale.share(.infinity) == 0.75)
    #expect(scale.share(-.infinity) == -0.25)
  }

  @Test("All zero, all missing and the largest numbers have a scale too")
  func extremes() {
    #expect(BarScale([0, 0]).share(0) == 0)
    #expect(BarScale([]).zero == 0)
    let limit = Double.greatestFiniteMagnitude
    #expect(BarScale([-limit, limit]).zero == 0.5)
    #expect(BarScale([-limit, limit]).share(limit) == 0.5)
  }

  @Test("So many bars are drawn, and the rest is counted")
  func omitted() {
    let names = (0..<1_000).map { "b\($0)" }
    let figure = Figure(panels: [Panel(marks: [.bars(names: names, values: names.map { _ in 1 })])])
    let lines = figure.picture(40).split(separator: "\n")
    #expect(lines.count == BarGroup.most + 1)
    #expect(lines.last == "and 800 more")
  }

  @Test("Two marks of bars have a heading each")
  func groups() {
    let marks: [Mark] = [
      .bars(label: "train", names: ["a"], values: [1]), .bars(label: "test", names: ["a"], values: [2]),
    ]
    #expect(
      Figure(panels: [Panel(marks: marks)]).picture(20, .ascii) == """
        train
        a 1 |########
        test
        a 2 |###############
        """)
  }
}
