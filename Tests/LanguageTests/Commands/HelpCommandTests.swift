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

  @Test(arguments: (Confusion.all + Confusion.symptoms).indices)
  func codeOfEachConfusionRuns(_ index: Int) {
    let code = (Confusion.all + Confusion.symptoms)[index].code
    let script = Script(code.joined(separator: "\n"))
    #expect(!code.isEmpty && script.outcomes.count == code.count)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    #expect(script.notes.isEmpty, "\(script.notes)")
  }

  /// The first finding is the trouble that was meant.
  @Test(arguments: [
    ("nan", "The loss is NaN or infinite."), ("my loss is nan", "The loss is NaN or infinite."),
    ("accuracy low", "Accuracy stays low"), ("low accuracy", "Accuracy stays low"),
    ("logits", "Does this loss want logits"), ("loss negative", "The loss is negative."),
    ("loss does not go down", "The loss does not fall."),
    ("loss is not decreasing", "The loss does not fall."),
    ("exploding loss", "The loss explodes."), ("diverges", "The loss explodes."),
    ("overfitting", "The test loss rises"), ("vanishing gradient", "The gradient is 0."),
    ("shape mismatch", "The shapes do not fit."), ("imbalanced classes", "One class has many more rows"),
    ("outliers", "A few outliers rule"), ("noisy loss", "The loss jumps up and down"),
    ("all predictions are the same", "All predictions are the same."), ("0.69", "Is a loss of 0.69"),
    ("batch size", "The loss changes with the batch size."), ("softmax twice", "Softmax is taken twice."),
  ])
  func symptomsAreFoundByMeaning(_ query: String, _ trouble: String) {
    let text = shown("help \(query)", width: 500)
    let first = text.split(separator: "\n").dropFirst().first ?? ""
    #expect(first.contains(trouble), "\(first)")
  }

  @Test(arguments: ["blorpity", "my loss is blorpity", "is it", "§"])
  func whatSpeaksOfNothingFindsNothing(_ query: String) {
    #expect(failure("help \(query)")?.code == .unknownTopic)
  }

  @Test(arguments: [
    "?bce", "bce?", "? bce", "??bce", "bce ?", "what is bce?", "  ?bce  # a comment", "help bce?",
    "how does bce work?",
  ])
  func aQuestionMarkAsksForHelp(_ line: String) {
    let text = shown(line)
    #expect(text == shown("help bce") || line.contains("work") && text.contains("Binary cross-entropy"))
  }

  @Test func aQuestionMarkAloneAsksForAll() { #expect(shown("?") == shown("help")) }

  @Test(arguments: ["1 + 2?", "x = 3?", "f(?)", "[1, ?]", "\"a\" ? 1"])
  func elsewhereAQuestionMarkIsAMistake(_ line: String) {
    #expect(failure(line)?.code == .foreignHabit)
  }

  @Test func namesOfTheReadersOwnAreExplained() {
    #expect(shown("y = [1, 2]\n?y").contains("y: a vector of 2, a name of yours"))
    #expect(shown("d = data circles n=20\nhelp d").contains(".x_train"))
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
