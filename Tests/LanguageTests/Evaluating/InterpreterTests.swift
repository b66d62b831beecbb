import TestSupport
import Testing
import Training

@testable import Language

struct InterpreterTests {
  @Test func theDesignsOwnLines() {
    let script = Script(
      """
      y = [1, 0, 1]                      # assignment
      p = sigmoid([2.0, -1.0, 0.3])
      bce(y, p)
      x = [1, 2, 3]; y = [2, 4, 6]; w = 0
      f(w) = mse(y, w * x)
      grad(f(w), w)
      for i in 1..100 { w = w - 0.1 * grad(f(w), w) }
      assert abs(f(w)) < 1e-6            # in scripts and lessons
      plot hinge(1, z), squared_hinge(1, z) for z in -3..3
      explain kl([0.1, 0.4, 0.5], [0.8, 0.15, 0.05])
      d = data circles n=300 noise=0.2 seed=7
      run1 = train circles loss=hinge epochs=2 seed=3
      mine(y, p) = mean(abs(y - p)^1.5)
      train regression loss=mine epochs=2
      """)
    #expect(script.errors.isEmpty)
    #expect(script.outcomes.count == 14)
    #expect(
      number("x = [1, 2]; y = [2, 4]; w = 0\nfor i in 1..100 { w = w - 0.1 * grad(mse(y, w*x), w) }\nw") == 2)
  }

  @Test func ansAndOut() {
    #expect(number("2 + 3\nans * 2") == 10)
    #expect(number("2 + 3\nx = 7\n8\nout[1] + out[3]") == 13)
    #expect(number("5\nf(x) = { y = x }\nf(1)\nans") == 5)
    #expect(failure("x = 1\nout[1]")?.code == .badIndex)
  }

  @Test func assignmentsShowNothing() {
    #expect(Script("x = 3").outcomes.first?.pieces.isEmpty == true)
    #expect(Script("x = 3; 4").shown() == "4")
    #expect(Script("x = 3").outcomes.first?.value == nil)
  }

  @Test func functions() {
    #expect(number("f(x, y) = x - y\nf(y=1, x=5)") == 4)
    #expect(number("f(x) = {\n  a = x * 2\n  for i in 1..3 { a = a + i }\n  a\n}\nf(1)") == 8)
    #expect(number("fact(n) = if n <= 1 { 1 } else { n * fact(n - 1) }\nfact(10)") == 3_628_800)
    #expect(number("f() = 4\nf()") == 4)
    #expect(number("f(x) = { if x > 0 { 1 } else if x < 0 { -1 } else { 0 } }\nf(-3)") == -1)
  }

  @Test func localsDoNotLeak() {
    #expect(failure("f(x) = { a = x; a }\nf(1)\na")?.code == .unknownName)
    #expect(number("a = 5\nf(x) = { a = x; a }\nf(1)\na") == 5)
    #expect(failure("f(x) = { for k in 1..3 { } ; x }\nf(1)\nk")?.code == .unknownName)
  }

  @Test func scopesAreNotDynamic() {
    #expect(failure("g() = hidden\nf(x) = { hidden = x; g() }\nf(1)")?.code == .unknownName)
    #expect(number("v = 1\ng() = v\nf(v) = g()\nf(9)") == 1)
  }

  @Test func errorsLeaveNothingBehind() {
    let script = Script("f(x) = missing + x\nf(1)\nx = 4\ngrad(f(x) + x, x)\ngrad(x^2, x)\nx")
    #expect(script.errors.count == 2)
    #expect(script.outcomes[4].value?.asTensor?.value.single == 8)
    #expect(script.outcomes[5].value?.asTensor?.value.single == 4)
    #expect(failure("for i in 1..3 { missing }\ni")?.code == nil)
  }

  @Test func builtInNamesMayBeTaken() {
    let script = Script("mean = 3\nmean\nmean = 4")
    #expect(script.notes.count == 1)
    #expect(number("mse(y, p) = 7\nmse([1], [2])") == 7)
    #expect(number("f(e) = e + 1\nf(1)") == 2)
    #expect(failure("pi = 3")?.code == .reservedName)
    #expect(failure("for e in 1..3 { }")?.code == .reservedName)
    #expect(failure("plot = 3")?.code == .reservedName)
  }

  @Test func loops() {
    #expect(number("s = 0\nfor v in [1, 2, 4] { s = s + v }\ns") == 7)
    #expect(number("s = 0\nfor row in [[1, 2], [3, 4]] { s = s + row[1] }\ns") == 6)
    #expect(number("s = 0\nfor i in 3..1 step -1 { s = s * 10 + i }\ns") == 321)
    #expect(number("s = 0\nfor i in 3..1 { s = 1 }\ns") == 0)
    #expect(failure("for i in 3 { }")?.code == .wrongType)
  }

  @Test func conditionsShowTheirValue() {
    #expect(shown("x = 3\nif x > 2 { 5 } else { 6 }") == "5")
    #expect(Script("if 1 > 2 { 5 }").outcomes.first?.value == nil)
  }

  @Test func assertions() {
    #expect(Script("assert [1, 2] > 0").errors.isEmpty)
    #expect(failure("assert [1, -2] > 0")?.code == .assertionFailed, "all must hold")
    let error = failure("x = 2\nassert x == 3")
    #expect(error?.code == .assertionFailed)
    #expect(error?.hint == "left is 2, right is 3")
  }

  @Test func nothingHasNoName() {
    #expect(failure("f(x) = { a = x }\ny = f(1)")?.code == .noValue)
    #expect(failure("f(x) = { a = x }\nf(1) + 1")?.message.hasSuffix("nothing") == true)
  }

  @Test func cancelling() {
    for text in ["for i in 1..1e6 { }", "for i in 1..1e6 { i }", "f(x) = x\nfor i in 1..1e6 { f(i) }"] {
      let polls = Counter()
      let host = Host(
        readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
        cancel: CancelToken { polls.next() > 50 })
      #expect(failure(text, host: host)?.code == .cancelled)
    }
  }

  @Test func loopsWithoutEndAreRefusedBeforeTheyBegin() {
    let polls = Counter()
    let host = Host(
      readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
      cancel: CancelToken { polls.next() > 50 })
    for text in ["for i in 1..1e18 { }", "for i in 1..1e12 { i }"] {
      #expect(failure(text, host: host)?.code == .tooManyTurns)
    }
  }

  @Test func turnsAddUpWithinACell() {
    #expect(failure("for i in 1..1e4 { }; for i in 1..3 { }; for i in 1..9995000 { }")?.code == .tooManyTurns)
    #expect(Script("for i in 1..1e4 { }\nfor i in 1..1e4 { }").interpreter.turns == 0)
  }

  @Test(arguments: [
    "f(x) = f(x)\nf(1)", "f(x) = 1 + abs(f(x + 1))\nf(1)",
    "f(x) = { for i in 1..2 { if x > 0 { f(x) } } }\nf(1)",
    "f(x) = grad(f(x), x)\nx = 1\nf(1)", "f(x) = mse([f(x)], [max(f(x), 1)])\nf(1)",
    "f(x) = where(1 > 0, max([f(x)][0], 1), 2)\nf(1)",
    "g(x) = f(x)\nf(x) = if x > 0 { g(x)^2 + 1 } else { 0 }\nf(1)",
    "f(x) = " + String(repeating: "1 + abs(", count: 90) + "f(x)" + String(repeating: ")", count: 90)
      + "\nf(1)",
    "f(x) = " + String(repeating: "mse(1, ", count: 90) + "f(x)" + String(repeating: ")", count: 90)
      + "\nf(1)",
  ])
  func endlessRecursionEnds(_ text: String) { #expect(failure(text)?.code == .callsTooDeep) }

  @Test func laterCommandsReplaceEarlierOnes() {
    let own = Command(name: "vars", form: .words, topic: .notebook, syntax: "vars", summary: "other") {
      (_, _) throws(Diagnostic) in CommandResult(pieces: [.text("mine")])
    }
    let script = Script("vars", extraCommands: [own])
    #expect(script.shown() == "mine")
    #expect(script.interpreter.commandOrder.filter { $0 == "vars" }.count == 1)
  }

  @Test(arguments: ["f(1, x=2)", "f(x=1, x=2)", "exp(x=1, x=2)", "exp(1, x=2)"])
  func anArgumentIsGivenOnce(_ call: String) {
    #expect(failure("f(x, y) = x + y\n" + call)?.message == "`x` is given twice")
  }
}
