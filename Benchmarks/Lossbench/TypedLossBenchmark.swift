import Language

/// Whole training runs by a loss that was typed, beside the same run by a built-in one, on data that is there already.
/// Both are typed lines, so that reading the line and describing the run are in both.
enum TypedLossBenchmark {
  private struct Case {
    let name: String
    let definition: String
    let typed: String
    let builtin: String
  }

  private static let cases = [
    Case(
      name: "mean((y - p)^2)", definition: "mine(y, p) = mean((y - p)^2)",
      typed: "train regression1 loss=mine", builtin: "train regression1 loss=mse"),
    Case(
      name: "mean(abs(y - p)^1.5)", definition: "mine(y, p) = mean(abs(y - p)^1.5)",
      typed: "train regression1 loss=mine", builtin: "train regression1 loss=mae"),
    Case(
      name: "bce by its formula", definition: "mine(y, p) = -mean(y * log(p) + (1 - y) * log(1 - p))",
      typed: "train circles1 loss=mine", builtin: "train circles1 loss=bce"),
    Case(
      name: "hinge by its formula", definition: "mine(y, p) = mean(max(0, 1 - y * p))",
      typed: "train circles1 loss=mine output=tanh", builtin: "train circles1 loss=hinge"),
    Case(
      name: "cce by its formula", definition: "mine(y, p) = -mean(sum(y * log(p), axis=1))",
      typed: "train blobs1 loss=mine", builtin: "train blobs1 loss=cce"),
    Case(
      name: "cce from logits", definition: "mine(y, z) = -mean(sum(y * log_softmax(z), axis=1))",
      typed: "train blobs1 loss=mine output=linear", builtin: "train blobs1 loss=cce"),
  ]

  static func run() {
    Report.title("A typed loss beside a built-in one: the whole line `train DATA loss=...`")
    for test in cases {
      let interpreter = Interpreter(host: .isolated)
      let data = ["regression", "circles", "blobs"].map {
        "\($0)1 = data \($0)\($0 == "regression" ? " standardize=on" : "")"
      }
      guard (data + [test.definition, test.typed]).allSatisfy({ execute($0, interpreter) }) else {
        print("  \(test.name): does not run")
        continue
      }
      let pair = Pair(
        test.name, rounds: 5, ours: { _ = execute(test.typed, interpreter) },
        floor: { _ = execute(test.builtin, interpreter) })
      Report.row(pair.name, Report.milliseconds(pair.ours), Report.milliseconds(pair.floor), pair.ratio)
    }
  }

  private static func execute(_ line: String, _ interpreter: Interpreter) -> Bool {
    var parser = Parser(SourceText(line), verbs: interpreter.verbs)
    guard let cell = try? parser.nextCell() else { return false }
    let outcome = interpreter.run(cell, number: 1)
    if let error = outcome.error { print("  \(error.message)") }
    return outcome.error == nil
  }
}
