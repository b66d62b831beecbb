import Language
import Testing

@testable import Notebook

@Suite struct CompletionTests {
  private let session = Session(host: .isolated)

  private func texts(_ line: String, after setUp: String = "") -> [String] {
    session.run(SourceText(setUp)) { _ in true }
    return session.completions(for: line) { prefix in
      ["file.json", "folder/"].filter { $0.hasPrefix(prefix) }
    }
    .candidates.map(\.text)
  }

  @Test func wordBeginsWhereTheCandidatesReplace() {
    #expect(session.completions(for: "1 + mea", files: { _ in [] }).start == 4)
    #expect(session.completions(for: "", files: { _ in [] }).start == 0)
    #expect(session.completions(for: "é + b", files: { _ in [] }).start == 4)
  }

  @Test func lineBeginsWithCommandsAndNames() {
    let all = texts("")
    for name in ["train", "plot", "help", "lesson", "mse", "for", "quit"] { #expect(all.contains(name)) }
    #expect(Set(all).count == all.count)
    #expect(all.firstIndex(of: "quit") ?? all.count < all.firstIndex(of: "mse") ?? 0)
  }

  @Test func insideAnExpressionThereAreNoCommands() {
    let all = texts("1 + ")
    #expect(all.contains("mse") && all.contains("sum"))
    #expect(!all.contains("train") && !all.contains("quit"))
  }

  @Test func afterLossStandLossesAlone() {
    let all = texts("train circles loss=", after: "mine(y, p) = mean(abs(y - p))")
    #expect(all.contains("bce") && all.contains("mine"))
    #expect(!all.contains("sum") && !all.contains("binary_crossentropy"))
  }

  @Test func trainTakesADataSetFirstAndThenOptions() {
    #expect(texts("train c").contains("circles"))
    #expect(texts("r = train c").contains("circles"))
    let later = texts("train circles ")
    #expect(later.contains("epochs") && !later.contains("moons"))
    #expect(texts("d = data ").contains("moons"))
  }

  @Test func optionsWithFewWordsOfferThem() {
    #expect(texts("train circles loss=bce optimizer=").sorted() == ["adam", "momentum", "rmsprop", "sgd"])
    #expect(texts("train circles loss=bce init=he").sorted() == ["he_normal", "he_uniform"])
    #expect(texts("r = train circles activation=l").sorted() == ["leaky_relu", "linear"])
    #expect(texts("train circles labels=").contains("one_hot"))
    #expect(texts("train circles lr=", after: "rate = 0.1").contains("rate"))
  }

  @Test func compareTakesLossesAndRunsAndThenADataSet() {
    let setUp = "run1 = train circles loss=bce n=20 epochs=1\nd = data moons n=20"
    let first = texts("compare bce, ", after: setUp)
    for name in ["hinge", "run1", "on"] { #expect(first.contains(name)) }
    #expect(!first.contains("sum") && !first.contains("circles"))
    let data = texts("c = compare bce, hinge on ")
    #expect(data.contains("circles") && data.contains("d") && !data.contains("bce"))
    #expect(texts("compare bce, hinge on circles se").sorted() == ["seed", "seeds"])
  }

  @Test func sweepTakesAnOptionAndThenADataSet() {
    let options = texts("sweep ")
    #expect(options.contains("lr") && !options.contains("seeds") && !options.contains("sum"))
    #expect(session.completions(for: "sweep l", files: { _ in [] }).candidates.first?.suffix == " in [")
    #expect(texts("sweep lr in [0.1, 1] on c") == ["circles"])
    #expect(texts("sweep lr in [0.1, 1] on circles ep").contains("epochs"))
  }

  @Test func namedArgumentsBelongToTheInnermostCall() {
    #expect(texts("bce([1], [1], fr") == ["from_logits"])
    #expect(texts("sum(bce([1], [1], red").contains("reduction"))
    #expect(!texts("bce([1], sum(").contains("from_logits"))
    #expect(!texts("bce([1], [1]) + fr").contains("from_logits"))
    #expect(session.completions(for: "bce(1, 1, from", files: { _ in [] }).candidates.first?.suffix == "=")
  }

  @Test func whatThePlaceAsksForComesFirst() {
    #expect(texts("bce([1], [1], ").first == Builtin.named("bce")?.parameters.first { $0.isNamedOnly }?.name)
    #expect(texts("train ").first == DataNames.all.first?.name)
    let all = texts("sum(", after: "mine = 3")
    #expect(all.firstIndex(of: "mine") ?? all.count < all.firstIndex(of: "mse") ?? 0)
    #expect(all.firstIndex(of: "kl") ?? all.count < all.firstIndex(of: "MSE") ?? 0)
    #expect(texts("run1.", after: "run1 = train circles loss=bce n=20 epochs=1").first == "train_loss")
  }

  @Test func fieldsFollowADot() {
    #expect(texts("d.", after: "d = data circles n=10").contains("x"))
    #expect(texts("r.se", after: "r = train circles loss=bce n=20 epochs=1") == ["seed"])
    #expect(texts("nothing.").isEmpty)
  }

  @Test func helpTakesEverything() {
    let all = texts("help ")
    #expect(all.contains("train") && all.contains("mse"))
  }

  private func notes(_ line: String, after setUp: String = "") -> [String: String] {
    session.run(SourceText(setUp)) { _ in true }
    let found = session.completions(for: line) { prefix in
      ["data.csv", "folder/", "notes.md"].filter { $0.hasPrefix(prefix) }
    }.candidates
    return Dictionary(found.map { ($0.text, $0.note) }) { $1 }
  }

  @Test func fieldsSayWhatTheyAre() {
    let run = notes("run1.", after: "run1 = train circles loss=bce n=20 epochs=1 hidden=[2]")
    #expect(run["train_loss"] == "the loss on the training rows after each epoch")
    #expect(run["initial_test_accuracy"] == "the accuracy on the test rows before the first epoch")
    #expect(run["W2"] == "the weights of layer 2, a row for each input")
    let data = notes("d.", after: "d = data circles n=20")
    for (name, note) in run.merging(data, uniquingKeysWith: { $1 }) { #expect(!note.isEmpty, "\(name)") }
  }

  @Test func argumentsOfACallComeFirstBehindACommandToo() {
    for line in ["explain bce([1], [0.5], red", "time bce([1], [1], red", "x = grad(bce(1, p, red"] {
      #expect(texts(line).contains("reduction"), "\(line)")
    }
    #expect(texts("bce([1], [0.5], reduction=\"") == ["mean", "sum", "none"])
    #expect(texts("kl([1], [1], units=\"b") == ["bits"])
    #expect(texts("bce([1], [0.5], reduction=").prefix(3) == ["\"mean\"", "\"sum\"", "\"none\""])
    #expect(texts("bce([1], [0.5], from_logits=").prefix(2) == ["true", "false"])
  }

  @Test func wordsOfCommandsAreOffered() {
    #expect(texts("set ") == Setting.all.map(\.name))
    #expect(texts("set reactive o") == ["on", "off"])
    #expect(texts("export run1 to \"a.py\" as ").sorted() == ["keras", "pytorch"])
    #expect(texts("open ") == ["\""])
    #expect(texts("export ", after: "run1 = train circles loss=bce n=20 epochs=1\nx = 3") == ["run1", "\""])
    #expect(texts("timeit softm").contains("softmax"))
    #expect(texts("help sc").contains("scripts") && texts("?bc") == ["bce"])
    #expect(texts("vars ").isEmpty)
    #expect(texts("time tr").contains("train") && texts("time train circles epo") == ["epochs"])
  }

  @Test func cellsAreOfferedByTheirNumbers() {
    let session = Session(host: .isolated, keepsCells: true)
    session.run(SourceText((1...11).map { "x\($0) = \($0)" }.joined(separator: "\n"))) { _ in true }
    let found = session.completions(for: "rerun ", files: { _ in [] }).candidates
    #expect(found.map(\.text) == (1...11).map(String.init) + ["all", "failed", "stale"])
    #expect(found[1].note == "x2 = 2")
  }

  @Test func filesSayWhatTheyAre() {
    #expect(notes("open \"") == ["data.csv": "table", "folder/": "directory", "notes.md": "notebook"])
  }

  @Test func filesStandInQuotes() {
    let result = session.completions(for: "train circles weights=\"f") { _ in ["file.json", "folder/"] }
    #expect(result.start == 23)
    #expect(result.candidates.map(\.suffix) == ["\"", ""])
    #expect(!texts("\"closed\" + mea").contains("file.json"))
  }

  @Test(arguments: ["(", ")))", "\"", "=", "...", "a.b.c.", "\u{301}", "🐈‍⬛", "[[[[", ",", "train", "= ="])
  func nothingIsTooOdd(_ line: String) {
    #expect(session.completions(for: line, files: { _ in [] }).start <= line.count)
  }
}
