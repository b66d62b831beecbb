import Plotting
import Testing

@testable import Language

struct MinimizeCommandTests {
  @Test func findsTheMinimumAndLeavesTheVariable() {
    let setup = "w = 4\nm = minimize (w - 1)^2 over w lr=0.3\n"
    #expect(isNear(number(setup + "m.w"), 1, 1e-8))
    #expect(number(setup + "m.minimum") < 1e-16)
    #expect(number(setup + "w") == 4)
    #expect(areNear(Array(elements(setup + "m.path").prefix(3)), [4, 2.2, 1.48]))
    #expect(areNear(Array(elements(setup + "m.values").prefix(2)), [9, 1.44]))
    #expect(shown(setup + "m.outcome") == "\"converged\"")
  }

  @Test func severalVariablesAndVectors() {
    let setup = "w = [3, -2]; b = 1\nm = minimize sum((w - [1, 2])^2) + (b - 3)^2 over w, b lr=0.2\n"
    #expect(areNear(elements(setup + "m.w"), [1, 2], 1e-7))
    #expect(isNear(number(setup + "m.b"), 3, 1e-7))
    #expect(elements(setup + "shape(m.path)").last == 3)
  }

  @Test func momentumIsTheTextbooks() {
    // v ← 0.5 v − 0.1·2w, w ← w + v from w = 1: 0.8, then −0.1 − 0.16 more.
    let path = elements("w = 1\nm = minimize w^2 over w lr=0.1 momentum=0.5 steps=2\nm.path")
    #expect(areNear(path, [1, 0.8, 0.54]))
  }

  @Test func innerGradientsAndOwnFunctionsWork() {
    #expect(
      isNear(
        number("f(a) = (a - 1)^4\nw = 2\nm = minimize grad(f(w), w)^2 over w lr=0.001 steps=2000\nm.minimum"),
        0,
        1e-3))
  }

  @Test(arguments: [
    (0.01, "too small"), (0.3, "is right"), (0.5, "straight to the minimum"), (0.9, "is large"),
    (1.2, "too large"),
  ])
  func judgesTheStepSize(_ rate: Double, _ words: String) {
    let text = shown("w = 4\nminimize (w - 1)^2 over w lr=\(rate)", width: 1000)
    #expect(text.contains(words), "\(text)")
  }

  @Test func divergenceIsExplainedWithoutNaN() {
    let text = shown("w = 4\nminimize (w - 1)^2 over w lr=1.2", width: 1000)
    #expect(text.contains("Diverged") && text.contains("lr=0.5"))
    let wild = shown("w = 4\nminimize exp(w^2) over w lr=10", width: 1000)
    #expect(wild.contains("Diverged") && !wild.contains("nan") && !wild.contains("inf"))
    #expect(shown("w = 4\nminimize -exp(w) over w lr=1").contains("There is no minimum"))
    #expect(shown("w = 4\nminimize -w over w").contains("straight along the whole way"))
    #expect(shown("w = 4\nminimize abs(w) over w lr=0.3", width: 1000).contains("kinks"))
    #expect(shown("w = 1\nminimize (w - 1)^2 over w").contains("Already there"))
    #expect(shown("w = [1, 1]\nminimize sum(w^2 * [1, 50]) over w lr=0.01 steps=20").contains("valley"))
  }

  @Test func mistakesOnTheWayDownSaySo() throws {
    let error = try #require(
      failure("sigma = 0.5\nminimize -log_likelihood(normal(2, sigma), [1, 2, 3]) over sigma lr=5"))
    #expect(error.message.hasPrefix("on the way down, `sigma` of normal"))
    #expect(error.hint?.contains("exp(...)") == true)
  }

  @Test(
    arguments: [
      ("minimize", DiagnosticCode.badCommand), ("w = 1\nminimize w^2", .badCommand),
      ("minimize w^2 over w", .unknownName), ("w = 1\nminimize w^2 over w + 1", .gradientOfNoVariable),
      ("w = 1\nminimize w^2 over w, w", .badCommand), ("w = [1, 2]\nminimize w^2 over w", .gradientOfMany),
      ("w = 1\nminimize \"a\" over w", .wrongType), ("w = 1\nminimize w^2 over w lr=0", .badArgument),
      ("w = 1\nminimize w^2 over w momentum=1", .badArgument),
      ("w = 1\nminimize w^2 over w steps=0", .badArgument), ("minimize pi over pi", .gradientOfNoVariable),
      ("w = 1\nminimize w^2 over w tolerance=-1", .badArgument),
      ("w = 1\nminimize w^2, 3 over w", .badCommand),
      ("f(x) = x\nminimize 3 over f", .gradientOfNoVariable),
      ("w = 1\nminimize w^2 over w rate=1", .unknownOption),
      ("w = 1\nminimize w^2 over", .unexpectedEnd), ("w = 1\nminimize w^2 to w", .badCommand),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }

  @Test(arguments: [40, 60, 80])
  func keepsToTheWidth(_ width: Int) {
    let scripts = [
      "w = 4\nminimize (w - 1)^2 over w lr=1.2", "w = 4\nminimize (w - 1)^2 over w",
      "u = [3, -2]\nminimize sum(u^2 * [1, 5]) over u lr=0.02 momentum=0.5",
    ]
    for line in scripts.flatMap({ shown($0, width: width).split(separator: "\n") }) {
      #expect(Wrapping.cells(String(line)) <= width, "\(line)")
    }
  }
}
