import TestSupport
import Testing
import Training

@testable import Language

/// What the reader stops leaves no value behind, whatever was under way.
@Suite struct StoppingTests {
  /// The statement itself asks once, before anything is computed.
  @Test(arguments: [
    "y = ones(300, 300) @ ones(300, 300)", "y = exp(x) * 2", "y = sort(x)", "y = median(x)", "y = sum(x)",
    "y = linspace(0, 1, 300000)", "y = 0..300000", "y = x[1..199999]", "y = reverse(x)", "y = prod(x)",
    "y = grad(mse(x, x + 1), x)", "y = bce(x, x)", "y = zeros(400000)", "y = transpose(ones(500, 500))",
    "y = one_hot(zeros(300), 1000)", "y = not x", "y = x > 0.5", "y = x[x > 0.5]", "y = entropy(x / sum(x))",
    "y = fit normal to x", "y = fit laplace to x", "explain mse(x, x)", "y = softmax(x)",
    "y = where(x > 0.5, x, 1)", "y = m[m > 0]", "y = m[.., 1]", "y = x[0 * x]", "plot x",
    "y = sample(normal(0, 1), 300000)",
  ])
  func computationStops(_ line: String) {
    let (outcome, interpreter, _) = run(line, stoppingAfter: 1)
    #expect(outcome?.error?.code == .cancelled)
    #expect(outcome?.value == nil)
    #expect(!interpreter.variables.contains { $0.name == "y" })
  }

  /// Every pass over 200000 elements looks three times.
  @Test(arguments: [
    ("y = x[1..199999]", 4), ("y = x[x >= 0]", 5), ("y = x[0 * x]", 6), ("y = m[m >= 0]", 4),
    ("y = m[.., 0]", 2), ("y = m[0..99999]", 4), ("plot x", 1),
  ])
  func everyPassLooks(_ line: String, _ passes: Int) { expect(passes, line) }

  @Test(arguments: [("fit normal(mu, 1) to x", 2), ("fit bernoulli to round(x)", 1)])
  func theDrawingOfAFitLooks(_ fit: String, _ passes: Int) { expect(passes, "plot f", after: "f = " + fit) }

  private func expect(_ passes: Int, _ line: String, after setup: String = "") {
    let (outcome, _, questions) = run(line, after: setup, stoppingAfter: .max)
    #expect(outcome?.error == nil)
    #expect(questions >= 3 * passes, "\(questions)")
  }

  private func run(
    _ line: String, after setup: String = "", stoppingAfter most: Int
  ) -> (outcome: Outcome?, interpreter: Interpreter, questions: Int) {
    let script = Script("x = linspace(0.001, 0.999, 200000); m = reshape(x, [100000, 2])\n" + setup)
    #expect(script.errors.isEmpty)
    let asked = Counter()
    script.interpreter.host.cancel = CancelToken { asked.next() > most }
    var parser = Parser(SourceText(line), verbs: script.interpreter.verbs)
    guard let cell = try? parser.nextCell() else {
      Issue.record("\(line) cannot be read")
      return (nil, script.interpreter, 0)
    }
    let outcome = script.interpreter.run(cell, number: 3)
    return (outcome, script.interpreter, asked.count)
  }
}
