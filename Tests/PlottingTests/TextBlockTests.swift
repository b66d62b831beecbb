import Testing

@testable import Plotting

@Suite("Blocks of text")
struct TextBlockTests {
  private func lines(_ texts: String...) -> [TextLine] {
    texts.map { TextLine($0, .plain) }
  }

  @Test("Side by side, the bodies start on one line and the shorter block ends early")
  func beside() {
    let left = TextBlock(header: lines("t"), body: lines("ab", "cd"), footer: lines("x"))
    let right = TextBlock(header: [], body: lines("ef"), footer: [])
    #expect(
      TextBlock.beside([left, right], width: 3, gap: 1).map(\.plain) == ["t   ", "ab  ef", "cd  ", "x   "])
  }

  @Test("As many panels as have room stand side by side", arguments: [(73, 1), (74, 2), (111, 2), (112, 3)])
  func panels(width: Int, beside: Int) {
    let figure = Figure(panels: [Panel(), Panel(), Panel()])
    let first = figure.text(TextOptions(width: width)).first?.plain ?? ""
    #expect(first.filter { $0 == "┌" }.count == beside)
  }
}
