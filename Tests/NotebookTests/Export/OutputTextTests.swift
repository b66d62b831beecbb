import Language
import Testing

@testable import Notebook

@Suite struct PainterTests {
  private let line = StyledLine([
    StyledRun("a", .heading), StyledRun("b", .heading), StyledRun(" plain\u{A0}", .plain),
    StyledRun("\u{1B}[2J", .series(7)), StyledRun("x", .shade(99)), StyledRun("y", .shade(-1)),
    StyledRun("!", .error), StyledRun("s", .strong), StyledRun("e", .emphasis), StyledRun("c", .code),
    StyledRun("m", .muted), StyledRun("g ", .good),
  ])

  @Test func withoutColourThereIsNoEscape() {
    let text = Painter(colour: false, layout: Layout(width: 80)).text(line)
    #expect(!text.contains("\u{1B}"))
    #expect(text.hasPrefix("ab plain ") && text.hasSuffix("g"))
  }

  @Test func stylesHaveTheirColoursAndTextsAreNotObeyed() {
    let text = Painter(colour: true, layout: Layout(width: 80)).text(line)
    #expect(text.contains("\u{1B}[1;36mab\u{1B}[0m"))
    #expect(!text.contains("\u{1B}[2J"))
    for code in ["1;31", "1", "3", "36", "2", "32", "38;5;208", "38;5;220", "38;5;54"] {
      #expect(text.contains("\u{1B}[\(code)m"), "\(code)")
    }
  }
}

@Suite struct ManualPageTests {
  @Test func hostileWordsAreText() {
    let command = ManualCommand(
      synopsis: "lossbook check FILE", abstract: "Runs every cell.",
      discussion: ".so /etc/passwd\n'ab \\fB -x",
      entries: [ManualEntry(form: "--digits <n>", summary: "How many \"digits\".")])
    let page = ManualPage(main: command, commands: [command]).source
    #expect(page.hasPrefix(".TH"))
    let lines = page.split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix(".so") || $0.hasPrefix("'ab") })
    #expect(page.contains("\\-\\-digits"))
    for section in ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS"] {
      #expect(page.contains(".SH \"\(section)\""))
    }
  }
}
