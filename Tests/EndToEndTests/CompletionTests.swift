import TestSupport
import Testing

@Suite struct CompletionTests {
  private func completed(_ typed: String, _ expected: String, after setUp: [String] = []) throws {
    let sitting = try Sitting()
    for (index, line) in setUp.enumerated() { try sitting.enter(line, next: index + 2) }
    sitting.type(typed + Key.tab)
    try sitting.waitForPrompt(setUp.count + 1, expected)
  }

  @Test func lossName() throws { try completed("bc", "bce(") }
  @Test func commandName() throws { try completed("expl", "explain ") }
  @Test func optionInsideACall() throws { try completed("bce([1], [0.5], red", "bce([1], [0.5], reduction=") }
  @Test func optionOfACommand() throws { try completed("train circles epo", "train circles epochs=") }
  @Test func variable() throws { try completed("1 + temper", "1 + temperature", after: ["temperature = 3"]) }
  @Test func ownFunction() throws {
    try completed("myl", "myloss(", after: ["myloss(y, p) = mean(abs(y - p))"])
  }
  @Test func dataSet() throws { try completed("train cir", "train circles ") }
  @Test func lossOfATraining() throws {
    try completed("train circles loss=squ", "train circles loss=squared_hinge ")
  }

  @Test func fieldAfterADot() throws {
    try completed("d.fea", "d.features", after: ["d = data circles n=10"])
  }

  @Test func fileNameInQuotes() throws {
    let home = try TemporaryDirectory()
    try home.write("weights-of-mine.json", "{}")
    let sitting = try Sitting(home: home)
    sitting.type("train circles loss=bce weights=\"wei" + Key.tab)
    try sitting.waitForPrompt(1, "train circles loss=bce weights=\"weights-of-mine.json\"")
  }

  @Test func runsHaveFieldsThatSayWhatTheyAre() throws {
    let sitting = try Sitting()
    try sitting.enter("run1 = train circles loss=bce n=20 epochs=1", next: 2)
    sitting.type("run1.train_" + Key.tab + Key.tab)
    try sitting.terminal.wait("the list") {
      $0.text.contains("train_loss      the loss on the training rows after each epoch")
        && $0.beforeCursor == "[2]> run1.train_"
    }
    sitting.type("lo" + Key.tab)
    try sitting.waitForPrompt(2, "run1.train_loss")
  }

  @Test func optionInsideACallBehindACommand() throws {
    try completed("explain bce([1], [0.5], red", "explain bce([1], [0.5], reduction=")
  }
  @Test func wordOfAnOption() throws {
    try completed("bce([1], [0.5], reduction=\"n", "bce([1], [0.5], reduction=\"none\"")
  }
  @Test func nameOfASetting() throws { try completed("set rea", "set reactive ") }

  @Test func severalCandidatesAreListedWithTheirNotes() throws {
    let sitting = try Sitting()
    sitting.type("hing" + Key.tab)
    try sitting.waitForPrompt(1, "hinge")
    sitting.type(Key.interrupt)
    try sitting.waitForPrompt(1)
    sitting.type("train circles loss=s" + Key.tab + Key.tab)
    try sitting.terminal.wait(for: "squared_hinge")
    try sitting.waitForPrompt(1, "train circles loss=s")
    let listed = sitting.screen.lines.filter {
      $0.hasPrefix("sparse_cce  ") || $0.hasPrefix("squared_hinge  ")
    }
    #expect(Set(listed.map { $0.prefix(8) }).count == 2)
    #expect(listed.allSatisfy { $0.split(separator: " ").count > 4 })
  }
}
