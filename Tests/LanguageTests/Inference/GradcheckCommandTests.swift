import LossMath
import Testing

@testable import Language

struct GradcheckCommandTests {
  /// The loss of an example with its predictions under the name `q`, and what gives them to it.
  private static func script(_ loss: Loss) -> String? {
    let inner = loss.example.dropFirst(loss.name.count + 1).dropLast()
    var (parts, part, depth) = ([String](), "", 0)
    for character in inner {
      if character == "[" || character == "(" { depth += 1 }
      if character == "]" || character == ")" { depth -= 1 }
      if character == "," && depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part)
    guard parts.count > 1 else { return nil }
    let arguments = [parts[0], "q"] + parts.dropFirst(2)
    return "q = \(parts[1])\ngradcheck \(loss.name)(\(arguments.joined(separator: ", "))) over q"
  }

  @Test(arguments: Loss.all.map(\.name))
  func everyLossAgrees(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let text = try #require(Self.script(loss))
    let script = Script(text)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
    #expect(script.outcomes.last?.value?.asTensor?.value.single == 1, "\(script.shown())")
    #expect(script.shown(width: 1000).contains("agree"))
  }

  @Test(arguments: [
    ("mae([1, 2], p)", "[1, 2.5]"), ("hinge([1, -1], p)", "[1, 0.5]"), ("quantile([1], p)", "[1]"),
    ("sum(relu(p))", "[0, 3]"), ("categorical_hinge([0, 1], p)", "[1, 2]"), ("sum(abs(p))", "[0, -1]"),
  ])
  func kinksAreNamed(_ expression: String, _ point: String) {
    let script = Script("p = \(point)\ngradcheck \(expression) over p")
    #expect(script.outcomes.last?.value?.asTensor?.value.single == 1)
    let text = script.shown(width: 1000)
    #expect(text.contains("kink") && text.contains("from the left and"), "\(text)")
  }

  @Test(arguments: ["squared_hinge([1, -1], p)", "huber([0, 0], p)", "smooth_l1([0, 0], p)"])
  func smoothJoinsAreNoKinks(_ expression: String) {
    #expect(shown("p = [1, -1]\ngradcheck \(expression) over p").contains("Both slopes agree"))
  }

  @Test func nearKinksItStillSeesTheSlope() {
    for offset in ["1e-3", "-1e-3", "1e-5"] {
      let text = shown("p = [1 + \(offset), 3]\ngradcheck mae([1, 2], p) over p")
      #expect(text.contains("Both slopes agree"), "\(offset): \(text)")
    }
  }

  @Test func edgesAndInfinities() {
    #expect(shown("w = 4\ngradcheck sqrt(w - 4) + w over w").contains("not finite"))
    #expect(shown("w = 1\ngradcheck floor(w) over w", width: 1000).contains("jumps"))
    #expect(shown("w = 0\ngradcheck where(w >= 0, w, nan) over w", width: 1000).contains("the function ends"))
  }

  @Test func severalVariablesAndParameters() {
    let text = shown(
      "mu = 1; sigma = 0.2; x = [1, 2, 3]\ngradcheck log_likelihood(normal(mu, sigma), x) over mu, sigma")
    #expect(text.contains("mu") && text.contains("Both slopes agree"), "\(text)")
    let matrix = shown("m = [[1, 2], [3, 4]]\ngradcheck sum(m @ m) over m")
    #expect(matrix.contains("m[1, 0]") && matrix.contains("All 4 slopes agree"))
    #expect(shown("v = linspace(0.1, 1, 30)\ngradcheck sum(log(v)) over v").contains("shows 20 of 30"))
  }

  @Test func anInnerGradientIsCheckedToo() {
    #expect(shown("w = 2\ngradcheck grad(w^3, w) over w").contains("agrees"))
  }

  @Test func noVariableIsMovedAndNoNoteLeft() {
    let script = Script("p = [0.9, 0.2]\ngradcheck bce([1, 0], p) over p\np")
    #expect(script.outcomes.last?.value?.asTensor?.value.elements == [0.9, 0.2])
    #expect(script.notes.isEmpty)
  }

  @Test(
    arguments: [
      ("gradcheck", DiagnosticCode.badCommand), ("p = 1\ngradcheck p^2", .badCommand),
      ("p = [1, 2]\ngradcheck p^2 over p", .gradientOfMany), ("gradcheck p^2 over p", .unknownName),
      ("p = 1\ngradcheck p^2 over p tolerance=-1", .badArgument),
      ("p = zeros(2000)\ngradcheck sum(p) over p", .tooLarge),
      ("p = [1.5]\ngradcheck bce([1], p) over p", .probabilityOutOfRange),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }
}
