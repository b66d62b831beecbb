import LossMath
import Testing

@testable import Language

struct ChooseCommandTests {
  private func shown(_ text: String) -> String {
    let script = Script(text)
    #expect(script.errors.isEmpty, "\(script.errors)")
    return script.shown(width: 200).replacing("\u{A0}", with: " ")
  }

  @Test(arguments: LossCase.all.map(\.name)) func everyCaseNamesALossOfTheCatalogue(_ name: String) throws {
    let found = try #require(LossCase.named(name))
    for loss in [found.loss] + found.variants.map(\.loss) {
      let entry = try #require(Loss.all.first { $0.name == loss })
      #expect(entry.trains || name == "order" || name == "likeness")
    }
    let text = shown("choose \(name)")
    for label in ["output layer", "labels", "loss", "Keras", "PyTorch", "why"] {
      #expect(text.split(separator: "\n").contains { $0.hasPrefix(label) }, "\(text)")
    }
    for (circumstance, loss, _) in found.variants {
      #expect(shown("choose \(name) \(circumstance.rawValue)=on").contains("\(loss): "))
    }
  }

  @Test func sameLossUnderACircumstanceIsNamed() {
    let lines = shown("choose yes_no").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("imbalance     bce still. Weigh the rare class more") }, "\(lines)")
  }

  @Test func namesAreNoCommandsOrDataSets() {
    let names = LossCase.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for name in names { #expect(DataSource.named(name) == nil) }
  }

  @Test func aloneItListsTheCases() {
    let text = shown("choose")
    for found in LossCase.all { #expect(text.contains(found.name)) }
  }

  @Test func dataAreLookedAt() {
    #expect(shown("choose circles").contains("y has 2 classes in the 500 training rows"))
    #expect(shown("d = data blobs n=30\nchoose d").contains("train d loss=sparse_cce"))
    #expect(shown("d = data regression n=40 outliers=0.1\nchoose d").contains("huber: "))
    let plain = shown("d = data regression n=40\nchoose d")
    #expect(plain.contains("mse: ") && plain.contains("d2 = data d standardize=train; train d2 loss=mse"))
  }

  @Test func rareClassIsSeen() {
    let file = "x,broken\n" + (0..<60).map { "\($0),\($0 % 20 == 0 ? 1 : 0)\n" }.joined()
    let host = Host { (_) throws(FileProblem) in Array(file.utf8) }
    let script = Script("d = data load \"f.csv\" target=broken\nchoose d", host: host)
    let text = script.shown(width: 200)
    #expect(text.contains("0 28, 1 2. One is rare."), "\(text)")
    #expect(text.contains("train d loss=bce class_weights=[1, 14]"))
  }

  @Test(arguments: [
    ("choose yes", "knows no case"), ("choose amount imbalance=on", "changes nothing for amount"),
    ("choose 3", "wants a case or a data set"), ("choose amount, count", "wants one case"),
  ])
  func mistakesAreExplained(_ line: String, _ message: String) {
    #expect(failure(line)?.message.contains(message) ?? false)
  }
}
