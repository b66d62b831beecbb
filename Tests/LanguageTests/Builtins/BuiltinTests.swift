import LossMath
import Testing

@testable import Language

struct BuiltinTests {
  /// Values for the names that examples use.
  private static let setup =
    "p = [0.5, 0.25]; w = 2; y = [1, 0]; run1 = train circles loss=bce n=40 epochs=1\n"

  @Test(arguments: Builtin.all.map(\.name))
  func exampleRuns(_ name: String) throws {
    let builtin = try #require(Builtin.named(name))
    let script = Script(Self.setup + builtin.example)
    #expect(script.errors.isEmpty)
    let value = try #require(script.outcomes.last?.value)
    #expect(value.asTensor != nil || value.typeName == "distribution")
    #expect(builtin.example.hasPrefix(name + "("))
    #expect(!builtin.summary.isEmpty)
  }

  @Test func namesAreDifferent() {
    let names = Builtin.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    let verbs = Set(Interpreter(host: .isolated).commandOrder)
    #expect(verbs.isDisjoint(with: names))
    #expect(verbs.isDisjoint(with: Parser.keywords))
    #expect(Set(names).isDisjoint(with: Parser.keywords))
  }

  @Test func seeAlsoLeadsSomewhere() {
    let interpreter = Interpreter(host: .isolated)
    for builtin in Builtin.all {
      for name in builtin.seeAlso {
        #expect(HelpText.entry(name, interpreter) != nil, "\(builtin.name) speaks of \(name)")
      }
    }
  }

  @Test(arguments: Loss.all.map(\.name))
  func aliasesMeanTheSame(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let arguments = loss.example.dropFirst(name.count)
    for alias in loss.aliases { #expect(elements(alias + arguments) == elements(loss.example)) }
  }

  @Test(
    arguments: [
      ("sum([[1, 2], [3, 4]], axis=0)", [4.0, 6]), ("sum([[1, 2], [3, 4]], axis=-1)", [3, 7]),
      ("mean([1, 2, 6])", [3]),
      ("var([1, 2, 6])", [4.666666666666667]), ("var([1, 2, 6], ddof=1)", [7]),
      ("median([1, 2, 60, 3])", [2.5]), ("median([nan, 1])", [.nan]),
      ("argmax([[1, 5], [7, 2]], axis=1)", [1, 0]), ("max([1, 5], 3)", [3, 5]),
      ("min([[1, 5], [0, 9]], axis=0)", [0, 5]),
      ("sort([3, nan, 1])", [1, 3, .nan]), ("linspace(0, 1, 1)", [0]), ("linspace(0, 1, 3)", [0, 0.5, 1]),
      ("mod(-1, 3)", [2]),
      ("shape([[1, 2, 3]])", [1, 3]), ("len([[1, 2, 3]])", [1]), ("one_hot([1], 2)", [0, 1]),
      ("round([0.5, 1.5])", [0, 2]),
      ("clip([-1, 5], 0, 1)", [0, 1]), ("concat([[1, 2]], [[3, 4]])", [1, 2, 3, 4]), ("all([1, 0])", [0]),
      ("any([1, 0])", [1]),
      ("entropy([0.5, 0.5], units=\"bits\")", [1]),
      ("cross_entropy([0, 1], [0.5, 0.5], units=\"bits\")", [1]),
      ("softmax([[0, 0], [1, 1]])", [0.5, 0.5, 0.5, 0.5]), ("softplus(1000)", [1000]), ("log1p(0)", [0]),
      ("ones(2, 2)", [1, 1, 1, 1]),
      ("cross_entropy([0.2, 0.8], [0.5, 0.5]) - entropy([0.2, 0.8]) - kl([0.2, 0.8], [0.5, 0.5])", [0]),
    ] as [(String, [Double])])
  func values(_ text: String, _ expected: [Double]) { #expect(areNear(elements(text), expected, 1e-15)) }

  @Test(
    arguments: [
      ("exp()", DiagnosticCode.missingArgument), ("exp(1, 2)", .wrongArgumentCount),
      ("exp(x=1, x=2)", .wrongArgumentCount),
      ("exp(y=1)", .unknownArgument), ("exp(\"a\")", .wrongType), ("exp(exp)", .wrongType),
      ("sum([1], axis=0.5)", .badArgument),
      ("sum([1], axis=1)", .badAxis), ("sum(1, axis=0)", .badAxis), ("mean([])", .emptyVector),
      ("max([])", .emptyVector),
      ("median([])", .emptyVector), ("entropy([1], units=\"dits\")", .badArgument),
      ("entropy([1], units=2)", .wrongType),
      ("mse([1], [1], reduction=1)", .wrongType), ("bce([1], [1], from_logits=2)", .badArgument),
      ("bce([1], [1], epsilon=0.7)", .badArgument),
      ("mse([1], [1], epsilon=0)", .unknownArgument), ("concat([1], [[2]])", .raggedRows),
      ("linspace(0, 1, 2.5)", .badArgument),
    ] as [(String, DiagnosticCode)])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text)
    #expect(error?.code == code, "\(error?.message ?? "no error")")
  }
}
