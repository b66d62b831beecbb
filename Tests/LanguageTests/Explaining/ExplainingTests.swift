import Testing

@testable import Language

@Suite struct ExplainingTests {
  private let line = "w = 2; b = 1; x = [1, 2, 3]; y = [2, 3, 5]\nf(w, b) = mse(y, w*x + b)\n"

  @Test func severalNamesGiveARecordOfGradients() {
    #expect(isNear(number(line + "g = grad(f(w, b), w, b)\ng.w"), 22.0 / 3))
    #expect(isNear(number(line + "g = grad(f(w, b), w, b)\ng.b"), 10.0 / 3))
    #expect(isNear(number(line + "grad(f(w, b), b, w).b"), 10.0 / 3))
  }

  @Test func hessiansAreSecondDerivatives() {
    #expect(elements(line + "hessian(f(w, b), w, b)").map { ($0 * 3).rounded() } == [28, 12, 12, 6])
    #expect(number("w = 2\nhessian(w^3, w)") == 12)
    #expect(elements("p = [1, 2]\nhessian(sum(p^3), p)") == [6, 0, 0, 12])
    #expect(number("w = 2\ngrad(hessian(w^4, w), w)") == 48)
    #expect(elements("p = [0.2, 0.7]\nhessian(bce([1, 0], p, reduction=\"sum\"), p)").count == 4)
  }

  @Test func explainFollowsTheChainRule() {
    let text = shown(line + "explain grad(f(w, b), w)")
    #expect(text.contains("w*x + b"))
    #expect(text.contains("[0.666667, 1.33333, 1.33333]"))
    #expect(text.contains("the other factor"))
    #expect(shown("w = 1\nexplain grad(3, w)").contains("no chain to follow"))
  }

  @Test(arguments: [
    ("log([1, 0, 2])\nwhy", ["-inf at index 1", "= 0", "above 0"]),
    ("p = [0.5, 0]\nbce([1, 1], p)\nwhy", ["y_true[1] = 1", "y_pred[1] = 0", "from_logits=true"]),
    ("w = 2\n1/(w - 2)\nwhy", ["w - 2 = 0", "division by 0"]),
    ("exp(1000)\nwhy", ["inf", "overflows"]),
    ("z = -2\ngrad(relu(z), z)\nwhy", ["relu(z)", "flat"]),
    ("w = 1\ngrad(bce(1, sigmoid(800*w)), w)\nwhy", ["sigmoid(800*w)", "flat"]),
    ("w = 0\nwhy grad(sqrt(w), w)", ["sqrt(w)", "slope"]),
    ("f(t) = log(t - 1)\nt = 1\nf(t) + 2\nwhy", ["log(t - 1)"]),
    ("q = log(0)\nq\nwhy", ["already holds -inf"]),
    ("1 + 1\nwhy", ["nothing to explain"]),
    ("p = [0.9, 0.2, 1]\nwhy log(1 - p)", ["from (1 - p)[2] = 0."]),
    (
      "hand(t, q) = -mean(t * log(q) + (1 - t) * log(1 - q))\ny = [1, 0, 1]; p = [0.9, 0.2, 1]\nwhy hand(y, p)",
      ["log(1 - q) gives -inf at index 2, from (1 - q)[2] = 0."]
    ),
    (
      "f(q) = { half = q / 2; 1 / half }\nwhy f([1, 0])",
      ["1 / half gives inf at index 1, from 1 and half[1] = 0."]
    ),
    ("f(t) = bce(t, 1 - t)\nwhy f([1, 0.5])", ["y_true[0] = 1 and y_pred[0] = 0"]),
    (
      "f(x) = sqrt(mean((x - 1)^2))\np = [1, 1]\nwhy grad(f(p), p)",
      ["slope of sqrt(mean((x - 1)^2)) breaks it"]
    ),
  ])
  func whyNamesTheCause(_ script: String, _ words: [String]) {
    let text = shown(script).split(separator: "\n").joined(separator: " ")
    for word in words { #expect(text.contains(word), "\(text) lacks \(word)") }
  }

  @Test func conventionsStandSideBySide() {
    let text = shown("conventions hinge([0, 1], [0.3, 0.2])")
    for word in ["exact", "Keras 3", "PyTorch", "optax", "scikit-learn", "the tutorial", "1.05", "0.9"] {
      #expect(text.contains(word))
    }
  }

  @Test func everyBuiltinExplainsOrRefuses() {
    for name in ["explain", "conventions", "why"] {
      #expect(Script(name).outcomes[0].error?.code == .badCommand)
      #expect(Script("\(name) 1 over 2").outcomes[0].error?.code == .badCommand)
      #expect(Script("\(name) mse([1], [2]) colour=3").outcomes[0].error?.code == .unknownOption)
    }
  }

  @Test func aLossThatIsNoOrdinaryNumberPointsToWhy() {
    #expect(Script("bce([1], [0])").notes.contains { $0.contains("`why`") && $0.contains("inf") })
    #expect(Script("bce([1], [0.5])").notes.isEmpty)
    #expect(Script("inf").notes.isEmpty)
  }

  @Test func aMeanTakenTwiceIsSaid() {
    #expect(Script("mean(mse([1, 2], [2, 4]))").notes.contains { $0.contains("reduction=\"none\"") })
    #expect(Script("mean(mse([1, 2], [2, 4], reduction=\"none\"))").notes.isEmpty)
  }

  @Test func warningsAreNotes() {
    let outcome = Script("kl([0.5, 0.5], [1, 0])").outcomes[0]
    #expect(outcome.error == nil)
    #expect(outcome.notes.contains { $0.text.contains("right order") })
  }
}
