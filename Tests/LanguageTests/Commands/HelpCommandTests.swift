import LossMath
import Testing

@testable import Language

struct HelpCommandTests {
  private static func interpreter() -> Interpreter { Interpreter(host: .isolated) }

  @Test func overviewMentionsEverything() {
    let text = shown("help")
    for name in Loss.all.map(\.name) + Builtin.all.map(\.name) + Self.interpreter().commandOrder {
      #expect(text.contains(name))
    }
  }

  @Test(arguments: HelpText.topics(Interpreter(host: .isolated)) + DataSource.all.map(\.name))
  func everyNameHasAPage(_ name: String) { #expect(shown("help \(name)").count > 20) }

  @Test(arguments: Loss.all.map(\.name))
  func lossPagesSayWhatThereIsToKnow(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let text = shown("help \(name)", width: 1000)
    for part in [loss.formula, loss.gradient, loss.example, loss.keras, loss.torch] + loss.pitfalls
      + loss.aliases
    {
      #expect(text.contains(part))
    }
  }

  @Test(arguments: [40, 60, 80])
  func pagesKeepToTheWidth(_ width: Int) {
    for name in HelpText.topics(Self.interpreter()) + ["", "language"] {
      for line in shown("help \(name)", width: width).split(separator: "\n") {
        #expect(Wrapping.cells(String(line)) <= width, "help \(name): \(line)")
      }
    }
  }

  @Test func linesOfTheLanguagePageRunInOrder() {
    let script = Script(LanguageHelp.rows.map(\.code).joined(separator: "\n"))
    #expect(script.errors.isEmpty)
    #expect(script.outcomes.count == LanguageHelp.rows.count)
  }

  @Test func wordsAreSearchedFor() {
    #expect(shown("help outliers").contains("mae"))
    #expect(shown("help(mse)").contains("Mean squared error"))
    #expect(failure("help blorpity")?.code == .unknownTopic)
  }

  @Test(arguments: Command.builtin.compactMap { $0.example })
  func commandExamplesRun(_ example: String) {
    let script = Script(example.replacingEpochs)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
  }

  @Test func noBlanksThatDoNotBreakReachTheReader() {
    #expect(!shown("help").contains("\u{A0}") && !shown("help language").contains("\u{A0}"))
  }
}

extension String {
  /// An example with so few epochs that it takes no time.
  fileprivate var replacingEpochs: String {
    split(separator: " ").map { $0.hasPrefix("epochs=") ? "epochs=2" + ($0.hasSuffix(";") ? ";" : "") : $0 }
      .joined(separator: " ")
  }
}
