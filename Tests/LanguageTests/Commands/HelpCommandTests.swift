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
    let script = Script(example.replacingEpochs, host: MemoryFiles().host)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
  }

  @Test(arguments: HelpPage.all.map(\.names[0]))
  func codeOfEachPageRuns(_ name: String) throws {
    let code = try #require(HelpPage.named(name)).code.map {
      $0.hasPrefix("train ") ? $0 + " epochs=1" : $0
    }
    let script = Script(code.joined(separator: "\n"))
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    #expect(script.outcomes.count == code.count)
  }

  @Test(arguments: Confusion.all.indices)
  func codeOfEachConfusionRuns(_ index: Int) {
    let code = Confusion.all[index].code
    let script = Script(code.joined(separator: "\n"))
    #expect(!code.isEmpty && script.outcomes.count == code.count)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    #expect(script.notes.isEmpty, "\(script.notes)")
  }

  @Test func confusionsAreListedAndFound() {
    let page = shown("help confusions", width: 200)
    #expect(Confusion.all.count == 24 && Confusion.all.allSatisfy { page.contains($0.trouble) })
    #expect(shown("help nan", width: 200).contains("The loss is NaN or infinite."))
    #expect(shown("help logits", width: 200).contains("Does this loss want logits or probabilities?"))
    #expect(shown("help accuracy", width: 200).contains("Accuracy is wrong with hinge"))
  }

  @Test(arguments: [
    ("for", "repeats"), ("for loops", "repeats"), ("assert", "stops"), ("if", "chooses"),
    ("lambda", "of your own"), ("Ranges", "both included"), ("train  regression", "nine experiments"),
  ])
  func wordsOfTheLanguageHavePages(_ query: String, _ part: String) {
    #expect(shown("help \(query)").contains(part))
  }

  @Test(arguments: [
    ("split", "data"), ("missing", "data"), ("standardize", "train"), ("patience", "compare"),
  ])
  func optionsOfCommandsHavePages(_ name: String, _ command: String) {
    let text = shown("help \(name)", width: 200)
    #expect(text.hasPrefix("\(name): ") && text.contains(command) && text.contains("has the others."))
  }

  @Test func wordsOfOtherLanguagesHaveARemedy() {
    #expect(failure("help print")?.hint?.contains("write the expression alone") == true)
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
