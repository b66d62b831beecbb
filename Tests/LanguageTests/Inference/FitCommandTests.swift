import LossMath
import Plotting
import Testing

@testable import Language

struct FitCommandTests {
  @Test(arguments: Distribution.all.map(\.name))
  func everyFamilyFindsItsClosedForm(_ name: String) throws {
    let family = try #require(Distribution.named(name))
    let parameter = try #require(family.parameters.last?.name)
    let setup = "m = \(FitRequest.example(family)) to \(family.exampleData)\n"
    let found = elements(setup + "m.\(parameter)")
    #expect(!found.isEmpty && areNear(found, elements(setup + "m.closed_form.\(parameter)"), 1e-8))
    #expect(elements(setup + "m.errors.\(parameter)").allSatisfy { $0 > 0 })
    let likelihood = number(setup + "log_likelihood(m.distribution, \(family.exampleData))")
    #expect(isNear(likelihood, number(setup + "m.log_likelihood")))
    #expect(try !drawn(setup + "plot m").panels.isEmpty)
  }

  @Test func theNormalsEstimateIsMeanAndDeviation() {
    let setup = "x = sample(normal(3, 2), 100); m = fit normal(mu, sigma) to x\n"
    #expect(isNear(number(setup + "m.mu - mean(x)"), 0, 1e-9))
    #expect(isNear(number(setup + "m.sigma - std(x)"), 0, 1e-9))
    #expect(isNear(number(setup + "m.errors.mu - m.sigma / 10"), 0, 1e-9))
    #expect(number(setup + "m.count") == 100)
  }

  @Test func numbersFixParameters() {
    for call in ["normal(mu, 1)", "normal(sigma=1)", "normal(mu, sigma=1)", "normal(mu=mu, sigma=1)"] {
      #expect(number("m = fit \(call) to [1, 5]\nm.sigma") == 1)
      #expect(isNear(number("m = fit \(call) to [1, 5]\nm.mu"), 3, 1e-9))
      #expect(shown("fit \(call) to [1, 5]").contains("given"))
    }
    #expect(number("s = 2\nm = fit normal(mu, s) to [1, 5]\nm.sigma") == 2)
    #expect(isNear(number("mu = 40\nm = fit normal(mu, sigma) to [1, 5]\nm.mu"), 3, 1e-9))
    #expect(isNear(number("m = fit normal to [1, 5]\nm.sigma"), 2, 1e-9))
    #expect(elements("m = fit categorical(p) to [0, 1, 1, 0] classes=3\nm.p").count == 3)
  }

  @Test func showsPathEstimateErrorsAndLoss() {
    let text = shown("fit normal(mu, sigma) to [1, 2, 6]", width: 1000)
    for part in [
      "step", "log-likelihood", "closed form", "standard error", "mu = mean(x)",
      "As a loss: Minimising the squared",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(shown("fit bernoulli(p) to [1, 1, 1]").contains("at the edge of its range"))
    #expect(shown("fit laplace(mu, b) to [1, 2, 6]", width: 1000).contains("expected curvature"))
  }

  @Test(arguments: [40, 60, 80])
  func keepsToTheWidth(_ width: Int) {
    for call in ["normal(mu, sigma) to [1, 2, 6]", "categorical(p) to [0, 1, 2, 3, 3]"] {
      for line in shown("fit \(call)", width: width).split(separator: "\n") {
        #expect(Wrapping.cells(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func theDrawingHasTheAreaOne() throws {
    let panel = try #require(
      try drawn("x = sample(exponential(2), 200); m = fit exponential(rate) to x; plot m").panels.first)
    guard case .band(_, let x, _, let heights) = panel.marks[0] else { return #expect(Bool(false)) }
    let area = zip(zip(x, x.dropFirst()).map { $1 - $0 }, heights.dropFirst()).map(*).reduce(0, +)
    #expect(isNear(area, 1, 1e-9))
    #expect(try drawn("m = fit poisson(rate) to [1, 2, 2]\nplot m").panels[0].marks.count == 2)
    #expect(try !drawn("m = fit normal(mu, 1) to [1e300, 1e300]\nplot m").panels.isEmpty)
  }

  /// A bar for each of hundreds of numbers would be a page of lines, each as long as the others.
  @Test(arguments: ["poisson(50000)", "binomial(1000, 0.9)"])
  func manyCountsAreDrawnAsAHistogram(_ distribution: String) throws {
    let name = distribution.prefix { $0 != "(" }
    let fitted = name == "binomial" ? "binomial(1000, p)" : "poisson(rate)"
    let panel = try #require(
      try drawn("x = sample(\(distribution), 300); m = fit \(fitted) to x; plot m").panels.first)
    guard case .band(_, let x, _, let heights) = panel.marks[0],
      case .line(_, let counts, let shares) = panel.marks[1]
    else { return #expect(Bool(false)) }
    let area = zip(zip(x, x.dropFirst()).map { $1 - $0 }, heights.dropFirst()).map(*).reduce(0, +)
    #expect(isNear(area, 1, 1e-9))
    #expect(counts.allSatisfy { $0 == $0.rounded() && $0 >= 0 } && shares.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(name != "binomial" || (counts.last ?? 0) <= 1000)
  }

  @Test(
    arguments: [
      ("fit", DiagnosticCode.badCommand), ("fit normal(mu, sigma)", .badCommand),
      ("fit 3 to [1]", .badCommand), ("fit mse(y, p) to [1]", .badCommand),
      ("fit normal(mu, sigma) to [2, 2]", .badFit), ("fit normal(mu, sigma) to [2]", .badFit),
      ("fit normal(mu, sigma) to []", .badFit), ("fit binomial(n, p) to [3]", .badFit),
      ("fit binomial(2, p) to [3]", .outsideSupport), ("fit bernoulli(p) to [0.5]", .outsideSupport),
      ("fit exponential(rate) to [1, -2]", .outsideSupport), ("fit exponential(rate) to [0]", .badFit),
      ("fit normal(mu, sigma) to [1, nan]", .outsideSupport),
      ("fit normal(sigma, mu) to [1, 2]", .badArgument),
      ("fit normal(a, b) to [1, 2]", .badArgument), ("fit normal(mu, -1) to [1, 2]", .badArgument),
      ("fit normal(mu, [1, 2]) to [1, 2]", .badFit), ("fit normal(mu, sigma, 3) to [1]", .wrongArgumentCount),
      ("fit normal(mu=1, mu=2) to [1]", .wrongArgumentCount), ("fit normal(tau=3) to [1]", .unknownArgument),
      ("fit categorical(p) to [500]", .tooLarge), ("fit normal(mu, \"a\") to [1, 2]", .wrongType),
      ("fit normal(mu, sigma) to \"a\"", .wrongType), ("fit normal(mu, sigma) over [1]", .badCommand),
      ("fit normal(mu, sigma) to [1, 2] steps=3", .unknownOption),
      ("fit categorical(p) to [0, 1] classes=0", .badArgument),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }
}
