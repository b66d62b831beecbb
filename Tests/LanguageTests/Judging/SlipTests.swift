import Testing

@testable import Language

/// Every slip has a solution, and the value that a learner who makes it comes to.
@Suite struct SlipTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let solution: String
    /// What the learner computed.
    let answer: String
    let says: String
    var testDescription: String { "\(solution) / \(answer)" }
  }

  private static let setup = """
    y = [1, 0, 1]; p = [0.9, 0.2, 0.6]
    t = [2, 4, 7]; g = [3, 4, 5.5]
    s = [-1, 1, 1]; m = [0.3, 0.8, -0.4]
    a = [0.5, 0.25, 0.25]; b = [0.25, 0.25, 0.5]; c = [0.7, 0.2, 0.1]
    z = [2, 1, -0.5]
    f(w) = mean((t - w * g)^2)
    """

  static let cases: [Case] = [
    Case(solution: "mse(t, g)", answer: "3.25", says: "the sum of the terms"),
    Case(solution: "mean(t)", answer: "13", says: "the sum of the terms"),
    Case(solution: "f(0)", answer: "69", says: "the sum of the terms"),
    Case(solution: "grad(f(w), w)[0]", answer: "grad(sum((t - w * g)^2), w)", says: "the sum of the terms"),
    Case(solution: "sum(t)", answer: "13 / 3", says: "the mean of the terms"),
    Case(solution: "mse(t, g, reduction=\"sum\")", answer: "3.25 / 3", says: "the mean of the terms"),
    Case(solution: "mean((t - mean(t))^2)", answer: "sum((t - mean(t))^2) / 2", says: "n - 1"),
    Case(
      solution: "cce([[1, 0], [0, 1]], [[0.9, 0.1], [0.4, 0.6]])", answer: "-(log(0.9) + log(0.6)) / 4",
      says: "all entries"),
    Case(solution: "kl(a, c)", answer: "kl(c, a)", says: "swapped"),
    Case(solution: "msle(t, 2 * g)", answer: "-1", says: ""),
    Case(solution: "cross_entropy(a, c)", answer: "cross_entropy(c, a)", says: "swapped"),
    Case(solution: "hinge(s, m)", answer: "mean(relu(1 - [0, 1, 1] * m))", says: "labels 0 and 1"),
    Case(
      solution: "bce(y, p)", answer: "-mean([1, -1, 1] * log(p) + (1 - [1, -1, 1]) * log(1 - p))",
      says: "labels -1 and +1"),
    Case(solution: "kl(a, c)", answer: "cross_entropy(a, c)", says: "That is the cross-entropy"),
    Case(solution: "cross_entropy(a, c)", answer: "kl(a, c)", says: "That is the divergence"),
    Case(solution: "cross_entropy(a, c)", answer: "entropy(a)", says: "the entropy of the truth alone"),
    Case(solution: "-log(0.7)", answer: "-log2(0.7)", says: "base 2"),
    Case(solution: "-log2(0.7)", answer: "-log(0.7)", says: "the natural logarithm"),
    Case(solution: "entropy(c, units=\"bits\")", answer: "entropy(c)", says: "in nats"),
    Case(solution: "kl(a, c)", answer: "kl(a, c) / log(2)", says: "in bits"),
    Case(solution: "bce(y, p)", answer: "bce(y, p) / log(2)", says: "in bits"),
    Case(solution: "-log(0.7)", answer: "-log10(0.7)", says: "base 10"),
    Case(solution: "softmax(z)", answer: "softmax(softmax(z))", says: "softmax was taken twice"),
    Case(
      solution: "cce([1, 0, 0], z, from_logits=true)", answer: "cce([1, 0, 0], softmax(z), from_logits=true)",
      says: "softmax was taken twice"),
    Case(solution: "sigmoid(2)", answer: "sigmoid(sigmoid(2))", says: "sigmoid was taken twice"),
    Case(
      solution: "bce(y, z, from_logits=true)", answer: "bce(y, sigmoid(z), from_logits=true)",
      says: "sigmoid was taken twice"),
    Case(
      solution: "bce(y, p)", answer: "bce(y, p, from_logits=true)", says: "one sigmoid or softmax too many"),
    Case(solution: "2 * sigmoid(0.3)", answer: "0.6", says: "their sigmoid or softmax is missing"),
    Case(solution: "mse(t, g)", answer: "mae(t, g)", says: "the absolute errors"),
    Case(solution: "mae(t, g)", answer: "mse(t, g)", says: "the squared errors"),
    Case(solution: "mae(t, g)", answer: "mean(g - t)", says: "cancel"),
    Case(solution: "mean(abs(t - g))", answer: "mean(t - g)", says: "cancel"),
    Case(solution: "bce(y, p)", answer: "-mean(y * log(p))", says: "term of the zeros"),
    Case(solution: "hinge([1, 1], [3, 0.5])", answer: "mean(1 - [3, 0.5])", says: "max(0, ...)"),
    Case(solution: "relu(-3) + 4", answer: "1", says: "max(0, ...)"),
    Case(solution: "log1p(3)", answer: "log(3)", says: "log(1 + y)"),
    Case(solution: "-log(0.7)", answer: "-0.7", says: "The logarithm is missing"),
    Case(solution: "msle(t, g)", answer: "mse(t, g)", says: "The logarithm is missing"),
    Case(solution: "exp(0.3) + 1", answer: "1.3", says: "The exponential is missing"),
    Case(solution: "sqrt(7)", answer: "7", says: "The square root is missing"),
    Case(solution: "(5 - 2)^2 + 1", answer: "4", says: "The square is missing"),
    Case(solution: "t[1]", answer: "7", says: "the first element has the index 0"),
    Case(solution: "3 - 0.1 * 5", answer: "3.5", says: "One sign inside"),
    Case(solution: "mse(t, g) * 7", answer: "-mse(t, g) * 7", says: "The sign is the wrong way round"),
    Case(solution: "7.3", answer: "3.65", says: "half of it"),
    Case(solution: "7.3", answer: "14.6", says: "twice of it"),
    Case(solution: "7.3", answer: "sqrt(7.3)", says: "the square root as well"),
    Case(solution: "7.3", answer: "7.3^2", says: "the square of it"),
    Case(solution: "0.83", answer: "83", says: "in percent"),
    Case(solution: "83", answer: "0.83", says: "a share"),
    Case(solution: "7.3", answer: "1 / 7.3", says: "upside down"),
    Case(solution: "0.83", answer: "0.17", says: "what is left to 1"),
    Case(solution: "mse(t, g)", answer: "12.3456", says: ""),
  ]

  private func sentence(_ example: Case) throws -> String? {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: Self.setup + "\nw = 0.3")
    let solution = example.solution.hasSuffix("w)[0]") ? "grad(f(w), w)" : example.solution
    let answer = try interpreter.result(of: example.answer)
    return try interpreter.slip(in: solution, giving: [answer])
  }

  @Test(arguments: cases)
  func slipIsNamed(_ example: Case) throws {
    let sentence = try sentence(example)
    if example.says.isEmpty {
      #expect(sentence == nil)
    } else {
      #expect(sentence?.contains(example.says) == true, "\(sentence ?? "nothing")")
    }
  }

  /// No slip stands in the tables untested.
  @Test(arguments: Slip.all.map(\.sentence) + ValueSlip.all.map(\.sentence))
  func slipHasACase(_ sentence: String) {
    #expect(Self.cases.contains { !$0.says.isEmpty && sentence.contains($0.says) })
  }

  /// The right value is never called a slip, and no sentence tells it.
  @Test(arguments: cases)
  func rightValueIsNoSlip(_ example: Case) throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: Self.setup + "\nw = 0.3")
    let solution = example.solution.hasSuffix("w)[0]") ? "grad(f(w), w)" : example.solution
    let right = try interpreter.remembering(interpreter.memory) { () throws(Diagnostic) in
      try interpreter.result(of: solution)
    }
    #expect(try interpreter.slip(in: solution, giving: [right]) == nil)
  }

  @Test func functionIsSearchedThroughItsProbes() throws {
    let interpreter = Interpreter(host: .isolated)
    let probes = ["cubed([1, 2], [3, 4])", "cubed([0, 1], [1, 5])"]
    let answers = try ["16", "65"].map { try interpreter.result(of: $0) }
    let sentence = try interpreter.slip(
      in: "cubed(y, p) = mean(abs(y - p)^3)", probes: probes, giving: answers)
    #expect(sentence?.contains("the sum of the terms") == true)
    #expect(interpreter.variables.isEmpty)
  }

  @Test(arguments: [
    ("400", "4", true), ("400", "4", false), ("83", "0.83", false), ("7.3", "730", true),
    ("-20", "-0.2", true),
  ])
  func numbersThatAreNoSharesAreNotCalledSo(_ solution: String, _ answer: String, _ percent: Bool) throws {
    let interpreter = Interpreter(host: .isolated)
    let given = try interpreter.result(of: answer)
    #expect(try interpreter.slip(in: solution, giving: [given], speaksOfPercent: percent) == nil)
  }

  @Test func variablesStayAsTheyWere() throws {
    let interpreter = Interpreter(host: .isolated)
    _ = try interpreter.result(of: "x = 3; f(a) = mean([a, x])")
    _ = try interpreter.slip(in: "f(2)", giving: [try interpreter.result(of: "5")])
    #expect(try interpreter.result(of: "f(2)").shortText == "2.5")
    #expect(interpreter.variables.map(\.name) == ["f", "x"])
  }

  @Test func solutionThatFailsHasNoSlip() throws {
    let interpreter = Interpreter(host: .isolated)
    let five = try interpreter.result(of: "5")
    for code in ["nope", "1 +", "", "x = 3", "f(1)", "mse([1], [1, 2])"] {
      #expect(try interpreter.slip(in: code, giving: [five]) == nil)
    }
  }
}
