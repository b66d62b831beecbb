import Testing

@testable import Language

struct GradientTests {
  /// Expressions in `w`, with a value for it.
  private static let expressions: [(setup: String, expression: String, at: Double)] = [
    ("", "w^3 - 2*w", 1.5), ("", "exp(sin(w)) / w", 0.7), ("", "log(w) * sqrt(w)", 2.5),
    ("", "sigmoid(w) * tanh(w)", -0.4),
    ("", "softplus(w) + relu(w - 1)", 2), ("", "sum([w, w^2, 3] * [1, 2, w])", 1.2),
    ("", "mean(softmax([w, 1, 2])^2)", 0.3),
    ("", "logsumexp([w, 2 * w])", 0.5), ("", "max([w, 0.2]) + min(w^2, 3)", 0.9),
    ("", "var([w, 2, w^2])", 1.1),
    ("", "std([w, 2, 5])", 1.1), ("", "median([w, 3, w^2])", 2), ("", "norm([w, 2])", 1.3),
    ("", "prod([w, w, 2])", 1.4),
    ("", "clip(w, 0, 2)^2", 1), ("", "where(w > 0, w^2, w)", 1.5), ("", "mod(w, 2) * w", 5.3),
    ("", "abs(w)^1.5", 2.2), ("", "w^w", 1.7),
    ("", "2^w + log2(w) + log10(w) + log1p(w) + expm1(w)", 1.3), ("", "tan(w) + cos(w)", 0.4),
    ("", "entropy([w, 1 - w])", 0.3), ("", "cross_entropy([0.5, 0.5], [w, 1 - w])", 0.3),
    ("", "sum(log_softmax([w, 1]))", 0.2),
    ("", "([[w, 1], [2, w]] @ [w, 3])[0]", 1.1), ("", "sum(transpose([[w, 2], [3, 4]])[0]^2)", 1.1),
    ("", "sum(reverse(sort([w, 1, 3]))[0..1]^2)", 2), ("", "concat([w], [w^2])[-1]", 1.1),
    ("", "[w, 2 * w, 3][[1, 1, 0]] @ [1, 2, 3]", 1.1),
    ("", "sum(reshape([w, 1, 2, w], [2, 2])[.., 1])", 1.1), ("", "sum(flatten([[w], [w]])^2)", 1.1),
    ("", "([w, 5][[w, 5] > 2])[0]^2", 3),
    ("", "mse([1, 2], [w, w^2])", 1.3), ("", "msle([1, 2], [w, w^2])", 1.3),
    ("", "mae([1, 2], [w, w^2])", 1.3),
    ("", "bce([1, 0], [w, w^2])", 0.3), ("", "bce([1, 0], [w, w^2], from_logits=true)", 0.3),
    ("", "hinge([1, -1], [w, w^2])", 0.3),
    ("", "squared_hinge([1, -1], [w, w^2])", 0.3), ("", "cce([0, 1], [w, 1 - w])", 0.3),
    ("", "sparse_cce([1], [[w, 1 - w]])", 0.3),
    ("", "kl([0.2, 0.8], [w, 1 - w])", 0.3),
    ("", "cce([0.5, 0.5], [w, 2], from_logits=true, reduction=\"sum\")", 0.3),
    ("f(w) = w^2 * exp(w)", "f(w)", 0.8),
    ("f(w) = { s = 0; for i in 1..4 { s = s + w^i / i }; s }", "f(w)", 0.8),
    ("f(x) = if x > 1 { x^2 } else { 3 * x }", "f(w) + f(w / 2)", 1.5),
    ("f(n, x) = if n == 0 { 1 } else { x * f(n - 1, x) }", "f(5, w)", 1.1),
    ("f(a) = grad(a^3, a)", "f(w) * w", 1.2), ("f() = w^2", "f() + w", 1.2),
  ]

  @Test(arguments: expressions.indices)
  func agreesWithCentralDifferences(_ index: Int) {
    let (setup, expression, w) = Self.expressions[index]
    func value(_ w: Double) -> Double { number("w = \(w)\n\(setup)\n\(expression)") }
    let h = 1e-5
    let expected = (value(w + h) - value(w - h)) / (2 * h)
    let found = number("w = \(w)\n\(setup)\ngrad(\(expression), w)")
    #expect(isNear(found, expected, 1e-8), "\(expression): \(found), \(expected)")
  }

  @Test(arguments: expressions.indices)
  func secondDerivativesAgreeToo(_ index: Int) {
    let (setup, expression, w) = Self.expressions[index]
    func slope(_ w: Double) -> Double { number("w = \(w)\n\(setup)\ngrad(\(expression), w)") }
    let h = 1e-5
    let expected = (slope(w + h) - slope(w - h)) / (2 * h)
    let found = number("w = \(w)\n\(setup)\ngrad(grad(\(expression), w), w)")
    #expect(isNear(found, expected, 1e-7), "\(expression): \(found), \(expected)")
  }

  @Test func closedForms() {
    #expect(elements("p = [2.5, 0, 2, 8]\ngrad(mse([3, -0.5, 2, 7], p), p)") == [-0.25, 0.25, 0, 0.5])
    #expect(elements("m = [[1, 2], [3, 4]]\ngrad(sum(m^2), m)") == [2, 4, 6, 8])
    #expect(elements("m = [[1, 2], [3, 4]]\ngrad(sum(m @ [1, 10]), m)") == [1, 10, 1, 10])
    #expect(number("x = 2\ngrad(grad(grad(x^4, x), x), x)") == 48)
    #expect(elements("y = [1, 2]; p = [2, 2]\ngrad(mse(y, p), y)") == [-1, 0])
    #expect(elements("y = [1, 2]; b = 0\ngrad(sum((y - b)^2), b)") == [-6])
  }

  @Test(arguments: [
    ("mean((w * [1, 2] > 0) == [1, 0])", ">"), ("round(w)^2", "round"), ("argmax([w, 1]) + 0", "argmax"),
    ("if w > 1 { 2 } else { 3 }", ">"), ("floor(w) + sign(w)", "sign"),
  ])
  func stepFunctionsAreNamed(_ expression: String, _ step: String) {
    let script = Script("w = 0.3\nf(w) = { \(expression) }\ngrad(f(w), w)")
    #expect(script.outcomes.last?.value?.asTensor?.value.single == 0)
    #expect(
      script.notes.count == 1 && script.notes.first?.contains("`\(step)` makes a step function") == true)
  }

  @Test(arguments: ["where(w > 0, w^2, 0)", "(w - 1)^2", "round(w) + w", "where(w > 0, (w - 1)^2, w)"])
  func slopesThatHappenToBeZeroAreNoSteps(_ expression: String) {
    #expect(Script("w = 1\ngrad(\(expression), w)").notes.isEmpty)
    #expect(Script("w = 1\ngrad(round(w), w) + grad((w - 1)^2, w)").notes.count == 1)
  }

  @Test func constantsAreStillNoSteps() {
    let notes = Script("w = 1; v = 2\ngrad(v > 1, w)").notes
    #expect(notes.count == 1 && notes[0].contains("does not change with `w`"))
  }

  @Test func descentConverges() {
    let setup = "x = [1, 2, 3]; y = [1, 3, 5]; w = [0, 0]\nf(w) = mse(y, w[0] * x + w[1])\n"
    let found = elements(setup + "for i in 1..2000 { w = w - 0.1 * grad(f(w), w) }\nw")
    #expect(areNear(found, [2, -1], 1e-9))
  }

  @Test func gradientInsideALoopInsideAGradient() {
    let text = "step(w) = { for i in 1..3 { w = w - 0.1 * grad(w^2, w) }; w }\nw = 2\ngrad(step(w)^2, w)"
    // Each step takes w to 0.8 w, so the whole is 0.8^6 w^2.
    #expect(isNear(number(text), 2 * 2 * 0.262144))
  }

  @Test func aValueComputedEarlierIsANumber() {
    let script = Script("p = [1, 2]\nL = mse([1, 1], p)\ngrad(L, p)")
    #expect(script.notes.count == 1)
    #expect(script.notes.first?.contains("computed from `p` earlier") == true)
    #expect(script.shown() == "[0, 0]")
    let constant = Script("p = 3\ngrad(sign(p), p)")
    #expect(constant.notes.first?.contains("earlier") != true)
    #expect(Script("p = 3\ngrad(p^2, p)").notes.isEmpty)
  }

  /// Each name once took a part of the stack.
  @Test func manyVariables() {
    let names = (0..<2_000).map { "a\($0)" }
    let script = Script(
      "a = 2\n" + names.map { "\($0) = a; " }.joined() + "\n"
        + "g = grad(a0 * a1999, \(names.joined(separator: ", ")))\ng.a0 + g.a1999\na0")
    #expect(script.errors.isEmpty)
    #expect(script.outcomes.suffix(2).compactMap { $0.value?.asTensor?.value.single } == [4, 2])
  }

  @Test func theVariableKeepsItsValue() {
    #expect(number("w = 3\ng = grad(w^2, w)\nw") == 3)
    #expect(number("w = 3\nf(w) = grad(w^2, w) + w\nf(5)\nw") == 3)
    #expect(number("w = 3\nf(w) = grad(w^2, w) + w\nf(5)") == 15)
  }

  @Test(arguments: [
    ("grad(p^2, p)", DiagnosticCode.gradientOfMany), ("grad(1, [2])", .gradientOfNoVariable),
    ("grad(1)", .wrongArgumentCount),
    ("grad(p)", .wrongArgumentCount), ("grad(1, q)", .unknownName), ("grad(1, mse)", .gradientOfNoVariable),
    ("grad(\"a\", p)", .wrongType), ("grad(sum(p), x=p)", .wrongArgumentCount),
  ])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    #expect(failure("p = [1, 2]\n" + text)?.code == code)
  }
}
