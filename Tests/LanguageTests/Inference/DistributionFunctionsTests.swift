import LossMath
import Plotting
import Testing

@testable import Language

struct DistributionFunctionsTests {
  @Test(arguments: Distribution.all.map(\.name))
  func everyFamilyIsTypedShownAndAsked(_ name: String) throws {
    let family = try #require(Distribution.named(name))
    let script = Script(family.call)
    #expect(script.errors.isEmpty && script.outcomes.last?.value?.typeName == "distribution")
    #expect(script.shown().contains(name + "("))
    let logs = elements("log_prob(\(family.call), \(family.exampleData))")
    #expect(!logs.isEmpty && logs.allSatisfy(\.isFinite))
    #expect(isNear(number("log_likelihood(\(family.call), \(family.exampleData))"), logs.reduce(0, +)))
    #expect(elements("sample(\(family.call), 7)").count == 7)
    #expect(shown("help \(name)").contains("fit \(name)("))
  }

  @Test func poissonIsADistributionOfOneArgumentAndALossOfTwo() {
    #expect(shown("poisson(4)").contains("mean 4, variance 4"))
    #expect(shown("poisson(rate=4)").hasPrefix("poisson(rate=4)"))
    #expect(isNear(number("poisson([2], [1.5])"), 1.5 - 2 * 0.405_465_108_108_164_4))
    #expect(failure("poisson_nll(4)")?.code == .missingArgument)
    let help = shown("help poisson")
    #expect(help.contains("Poisson loss") && help.contains("With one argument, poisson(rate)"))
  }

  @Test func numbersStandInTheFormula() {
    #expect(shown("normal(-2, 3)").contains("-(x - (-2))^2 / (2 * 3^2) - log(3 * sqrt(2 * pi))"))
    #expect(shown("binomial(10, 0.25)").contains("mean 2.5, variance 1.875"))
    #expect(shown("categorical([0.2, 0.5, 0.3])").contains("3 classes, the likeliest is 1"))
    #expect(number("d = laplace(1, b=2)\nd.mu + d.b") == 3)
    #expect(number("norm([3, 4])") == 5)
  }

  @Test func gradientsFlowToParametersAndData() {
    let setup = "mu = 0.5; sigma = 2; x = [1, 2, 3]\n"
    // d/dμ = Σ(x − μ)/σ², d/dσ = Σ(((x − μ)/σ)² − 1)/σ
    #expect(isNear(number(setup + "grad(log_likelihood(normal(mu, sigma), x), mu)"), 4.5 / 4))
    #expect(isNear(number(setup + "grad(log_likelihood(normal(mu, sigma), x), sigma)"), (8.75 / 4 - 3) / 2))
    #expect(
      areNear(
        elements(setup + "grad(log_likelihood(normal(mu, sigma), x), x)"), [-0.125, -0.375, -0.625]))
    #expect(isNear(number("r = 2\ngrad(grad(log_likelihood(poisson(r), [3, 5]), r), r)"), -2))
    #expect(isNear(number("m = 1\ngrad(sum(log_prob(normal([m, 2 * m], 1), 0)), m)"), -5))
  }

  @Test func samplesAreNumPysAndRepeatable() {
    let first = elements("sample(normal(0, 1), 3)")
    #expect(areNear(first, [1.624_345_363_663_241_7, -0.611_756_413_650_076_3, -0.528_171_752_263_557_5]))
    #expect(elements("sample(normal(0, 1), 3, seed=1)") == first)
    #expect(elements("sample(normal(0, 1), 3, seed=2)") != first)
    #expect(elements("sample(poisson(3), 0)").isEmpty)
  }

  @Test func entropiesInBits() {
    #expect(isNear(number("jensen_shannon([1, 0], [0, 1], units=\"bits\")"), 1))
    #expect(
      isNear(number("jensen_shannon([0.5, 0.5], [1, 0])"), number("jensen_shannon([1, 0], [0.5, 0.5])")))
    #expect(isNear(number("kl([1, 0], [0.25, 0.75], units=\"bits\")"), 2))
    #expect(
      isNear(
        number("cross_entropy([0.5, 0.5], [0.25, 0.75], units=\"bits\")"),
        number("entropy([0.5, 0.5], units=\"bits\") + kl([0.5, 0.5], [0.25, 0.75], units=\"bits\")")))
    #expect(failure("explain kl([1, 0], [0.5, 0.5], units=\"bits\")")?.code == .badArgument)
  }

  @Test func dataThatCannotBeAreNamed() {
    let script = Script("log_prob(exponential(1), [2, -1])")
    #expect(script.outcomes.last?.value?.asTensor?.value.elements == [-2, -.infinity])
    #expect(script.notes.first?.contains("x[1] is -1") == true)
    #expect(failure("log_prob(poisson(2), 1.5)")?.message.contains("whole numbers") == true)
  }

  @Test(
    arguments: [
      ("normal(0, -1)", DiagnosticCode.badArgument), ("normal(0)", .missingArgument),
      ("normal(0, 1, 2)", .wrongArgumentCount), ("normal(0, std=1)", .unknownArgument),
      ("bernoulli(1.5)", .badArgument), ("categorical([0.5, 0.4])", .rowSum), ("normal([], 1)", .badArgument),
      ("log_prob([1], normal(0, 1))", .wrongType), ("log_prob(normal(0, 1), \"a\")", .wrongType),
      ("normal(0, 1) + 1", .wrongType), ("log_prob(bernoulli(0.5), 2.5)", .outsideSupport),
      ("sample(normal(0, 1), -1)", .badArgument), ("sample(normal(0, 1), 1e12)", .badArgument),
      ("sample(normal([0, 1], 1), 3)", .badArgument), ("sample(poisson(1e16), 3)", .tooLarge),
      ("sample(normal(0, 1), 3, seed=-1)", .badArgument), ("entropy([0.5, 0.4])", .rowSum),
      ("jensen_shannon([0.5, 0.5], [1.5, -0.5])", .probabilityOutOfRange),
      ("d = normal(0, 1)\nd.x", .unknownField),
      ("entropy(0.5)", .needsRows), ("plot normal(0, 1), [1, 2]", .wrongType),
      ("plot normal([0, 1], 1)", .badCommand),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }

  @Test func programsReadThem() {
    let value = Script("normal(0, 2)").outcomes.last?.value
    #expect(value?.json == .object(["distribution": .text("normal"), "mu": .number(0), "sigma": .number(2)]))
  }
}
