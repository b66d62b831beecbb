import Synchronization
import Testing
import Training

@testable import Language

/// What the reader stops leaves no value behind, whatever was under way.
@Suite struct StoppingTests {
  @Test(arguments: [
    "y = ones(300, 300) @ ones(300, 300)", "y = exp(x) * 2", "y = sort(x)", "y = median(x)", "y = sum(x)",
    "y = linspace(0, 1, 300000)", "y = 0..300000", "y = x[1..199999]", "y = reverse(x)", "y = prod(x)",
    "y = grad(mse(x, x + 1), x)", "y = bce(x, x)", "y = zeros(400000)", "y = transpose(ones(500, 500))",
    "y = one_hot(zeros(300), 1000)", "y = not x", "y = x > 0.5", "y = x[x > 0.5]", "y = entropy(x / sum(x))",
    "y = fit normal to x", "y = fit laplace to x", "explain mse(x, x)", "y = softmax(x)",
    "y = where(x > 0.5, x, 1)",
    "y = sample(normal(0, 1), 300000)",
  ])
  func computationStops(_ line: String) {
    let before = "x = linspace(0.001, 0.999, 200000)\n"
    let asked = Questions()
    let script = Script(before)
    #expect(script.errors.isEmpty)
    script.interpreter.host.cancel = CancelToken { asked.next() > 1 }
    var parser = Parser(SourceText(line), verbs: script.interpreter.verbs)
    guard let cell = try? parser.nextCell() else {
      Issue.record("\(line) cannot be read")
      return
    }
    let outcome = script.interpreter.run(cell, number: 2)
    #expect(outcome.error?.code == .cancelled)
    #expect(outcome.value == nil)
    #expect(!script.interpreter.variables.contains { $0.name == "y" })
  }
}

/// The statement itself asks once, before anything is computed.
private final class Questions: Sendable {
  private let asked = Atomic<Int>(0)
  func next() -> Int { asked.add(1, ordering: .relaxed).newValue }
}
