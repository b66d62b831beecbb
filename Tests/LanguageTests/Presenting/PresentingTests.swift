import Testing

@testable import Language

struct PresentingTests {
  private static let wide = [
    "linspace(0, 1, 30)", "linspace(-1e-9, 1, 99)", "1..200", "m = reshape(1..60, [3, 20]); m / 7",
    "reshape(1..1000, [500, 2])", "one_hot(zeros(30), 40)", "\"short\"", "(1..30) > 4",
    "reshape(1..24, [2, 3, 4])",
    "explain mse(1..20, 2..21)", "explain cce([[0, 1], [1, 0]], [[0.2, 0.8], [0.5, 0.5]])", "compare a, b",
    "vars", "a",
    "data blobs n=60", "data regression n=20", "plot a, b", "help bce",
  ]

  @Test(arguments: [40, 80, 33], wide)
  func noLineIsWiderThanItsWindow(_ width: Int, _ text: String) {
    let setup = "a = train circles loss=bce n=20 epochs=2\nb = train circles loss=hinge n=20 epochs=2\n"
    for line in shown(setup + text, width: width).split(separator: "\n") {
      #expect(Wrapping.cells(String(line)) <= width, "\(line)")
    }
  }

  @Test func longVectorsAreCutInTheMiddle() {
    #expect(shown("1..101") == "[1, 2, 3, 4, 5, 6, ..., 96, 97, 98, 99, 100, 101]\n(vector of 101)")
    #expect(!shown("1..100").contains("..."))
    #expect(shown("zeros(50, 2)").split(separator: "\n").count == 14)
  }

  @Test func vectorsWrapInColumns() {
    #expect(shown("[1, 22, 333, 4, 5]", width: 12) == "[  1,  22,\n 333,   4,\n   5]")
    #expect(shown("[[1, 2.5], [-3, 4]]") == "[[  1, 2.5],\n [ -3,   4]]")
  }

  @Test func narrowTablesAreStacked() {
    let table = Table(header: ["name", "value"], rows: [["a", "1"], ["b", "2"]])
    let wide = [Piece.table(table)].plainText(Layout(width: 20))
    #expect(wide == "name  value\n────  ─────\na         1\nb         2")
    let narrow = [Piece.table(table)].plainText(Layout(width: 10))
    #expect(narrow == "name a:\n  value 1\nname b:\n  value 2")
    #expect([Piece.table(table)].plainText(Layout(width: 20, ascii: true)).contains("----  -----"))
  }

  @Test func emptyCellsAreLeftOutOfSentences() {
    let table = Table(header: ["", "lesson", "", "value"], rows: [["1", "one", "", "2"]])
    #expect([Piece.table(table)].plainText(Layout(width: 15)) == "1: lesson one,\n  value 2")
  }

  @Test func widestColumnOfWordsIsWrapped() {
    let words = "a title of several words that is long"
    let table = Table(
      header: ["", "lesson", "state"], rows: [["1", words, "done"], ["2", "short", ""]], leftAligned: [1, 2])
    let lines = [Piece.table(table)].plainText(Layout(width: 40)).split(separator: "\n").map(String.init)
    #expect(lines.count == 5 && lines[2].hasPrefix("1  a title of") && lines[2].hasSuffix("  done"))
    #expect(lines[3].hasPrefix("   ") && lines[4] == "2  short")
  }

  @Test func paragraphsWrapAtBlanks() {
    let piece = Piece.paragraph([StyledRun("one two "), StyledRun("three", .code)], first: 2, indent: 4)
    #expect([piece].plainText(Layout(width: 10)) == "  one two\n    three")
    #expect(piece.lines(Layout(width: 80)).first?.runs.contains(StyledRun("three", .code)) == true)
  }

  @Test func codeIsBrokenWhereItReadsWell() {
    func wrapped(_ text: String, _ width: Int) -> [String] {
      [Piece.paragraph([StyledRun(text, .code)])].plainText(Layout(width: width)).split(separator: "\n").map(
        String.init)
    }
    #expect(wrapped("torch.nn.HuberLoss(delta=1.0)", 26) == ["torch.nn.HuberLoss(delta=", "1.0)"])
    #expect(wrapped("torch.nn.HuberLoss(delta=1.0)", 14) == ["torch.nn.", "HuberLoss(", "delta=1.0)"])
    #expect(wrapped("binary_crossentropy", 12) == ["binary_", "crossentropy"])
    for line in shown("conventions bce(1, 0)", width: 40).split(separator: "\n") {
      #expect(!line.hasSuffix("entrop") && !line.hasSuffix("cross_ent"), "\(line)")
    }
    #expect(wrapped("abcdefghijklmnopqrst", 12) == ["abcdefghijkl", "mnopqrst"])
    #expect(wrapped("x 日本日本日本日本", 10).allSatisfy { Wrapping.cells($0) <= 10 })
  }

  @Test func wideCharactersTakeTwoCells() {
    #expect(Wrapping.cells("日本") == 4)
    #expect(Wrapping.cells("e\u{301}") == 1)
    #expect(Wrapping.cells("😀") == 2)
  }

  @Test func figuresAreDescribedOnRequest() {
    let pieces = Script("plot z^2 for z in -1..1").outcomes.last?.pieces ?? []
    let described = pieces.plainText(Layout(describesFigures: true))
    #expect(described.contains("z^2") && !described.contains("┤"))
    let ascii = pieces.plainText(Layout(ascii: true))
    #expect(ascii.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func seriesAreDescribedOnLinesOfTheirOwn() {
    let pieces = Script("plot bce(1, p), bce(0, p) for p in 0.01..0.99").outcomes.last?.pieces ?? []
    func described(_ width: Int) -> String {
      pieces.flatMap { $0.lines(Layout(width: width, describesFigures: true)) }.map(\.plain)
        .joined(separator: "\n")
    }
    #expect(
      described(80) == """
        bce(1, p): from 4.605 at 0.01 to 0.01005 at 0.99
        bce(0, p): from 0.01005 at 0.01 to 4.605 at 0.99
        """)
    #expect(
      described(24) == """
        bce(1, p): from 4.605 at
          0.01 to 0.01005 at
          0.99
        bce(0, p): from 0.01005
          at 0.01 to 4.605 at
          0.99
        """)
  }
}
