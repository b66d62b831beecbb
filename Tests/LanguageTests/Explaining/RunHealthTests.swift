import Testing

@testable import Language

@Suite struct RunHealthTests {
  private func text(_ script: String) -> String {
    shown(script).split(separator: "\n").joined(separator: " ")
  }

  @Test(arguments: ["why", "why a"]) func whyTellsHowARunBroke(_ why: String) {
    let text = text("1 + 1\na = train regression loss=mse lr=0.3\n\(why)")
    #expect(text.contains("Diverged in epoch 1"))
    #expect(text.contains("lr=0.01"))
    #expect(text.contains("before the first step"))
  }

  @Test func whyLooksAtARunWithoutAName() {
    #expect(text("train regression loss=mse lr=0.3\nwhy").contains("Diverged in epoch"))
    #expect(text("train regression loss=mse epochs=1\nwhy").contains("nothing to explain"))
    #expect(text("train regression loss=mse lr=0.3\n1 / 0\nwhy").contains("division by 0"))
  }

  @Test func lossesBeforeTheBreakAreTold() {
    let text = text("d = data regression\na = train d loss=mse lr=0.002\nwhy")
    #expect(text.contains("After each epoch before it the training loss was"))
  }

  /// What the sentence proposes can be typed, and gives no number.
  @Test func aLossWithoutAValueIsShownARowOfItsOwn() throws {
    let script = "ratio(y, p) = mean((log(1 + p) - log(1 + y))^2)\na = train regression loss=ratio"
    let text = text(script)
    let code = try #require(text.split(separator: "`").first { $0.hasPrefix("why ratio(") })
    let told = self.text(script + "\n" + code)
    #expect(told.contains("log(1 +") && told.contains("from (1 +"), "\(told)")
  }

  @Test func aLossThatFailsOnlyTogetherNamesItsDefinition() {
    let text = text("odd(y, p) = where(len(p) > 1, nan, mean(p^2))\na = train regression loss=odd")
    #expect(text.contains("the definition of `odd`"), "\(text)")
  }

  @Test(arguments: ["e = train circles loss=bce", "pi = 1 + 1", "out = data circles"])
  func reservedNamesAreRefusedBeforeTheWork(_ line: String) {
    let script = Script(line)
    #expect(script.errors.first?.code == .reservedName)
    #expect(script.outcomes.first?.pieces.isEmpty == true)
  }
}
