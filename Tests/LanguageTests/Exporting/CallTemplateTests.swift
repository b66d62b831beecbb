import Testing

@testable import Language

struct CallTemplateTests {
  @Test(arguments: [
    ("torch.clamp({x!}, {low}, {high})", "torch.clamp(x, low)"),
    ("ops.zeros([{x%}, {missing%}])", "ops.zeros([x])"), ("torch.sort({x!}).values", "torch.sort(x).values"),
    ("ops.one_hot(ops.cast({x}, \"int32\"), {low%})", "ops.one_hot(ops.cast(x, \"int32\"), low)"),
    ("F.one_hot({x!}.long(), {low%}).float()", "F.one_hot(x.long(), low).float()"),
    ("f({x}, dim={missing%}, correction={missing%|0})", "f(x, correction=0)"), ("{x!}.shape[0]", "x.shape[0]"),
    ("torch.flip({x!}, [0])", "torch.flip(x, [0])"),
  ])
  func placesAreFilled(_ template: String, _ text: String) {
    let values: [String: PythonExpression] = ["x": .atom("x"), "low": .atom("low")]
    #expect(CallTemplate(template).filled(values).text == text)
  }

  @Test func placesSayWhatTheyNeed() {
    let places = CallTemplate("f({a}, {b!}, [{c%}], {d?}, n={e#})").places
    #expect(places.map(\.name) == ["a", "b", "c", "d", "e"])
    #expect(places.map(\.need) == [.any, .tensor, .integer, .condition, .number])
  }
}
