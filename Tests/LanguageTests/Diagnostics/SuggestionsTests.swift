import Testing

@testable import Language

struct SuggestionsTests {
  @Test(arguments: [
    ("mes", "mse"), ("sigmiod", "sigmoid"), ("Mean", "mean"), ("crossentropy", "cross_entropy"),
    ("hinje", "hinge"),
    ("softmx", "softmax"), ("cross", "cross_entropy"),
  ])
  func nearest(_ typed: String, _ meant: String) {
    #expect(Suggestions.nearest(to: typed, among: Builtin.names) == meant)
  }

  @Test(arguments: ["y", "q", "blorpity", "xyz", "nope", "oops", "lr", "data"])
  func nothingNear(_ typed: String) {
    #expect(Suggestions.nearest(to: typed, among: Builtin.names + ["e", "x"]) == nil)
  }

  @Test func unknownVariableOfAGradientWantsAValue() {
    #expect(failure("f(v) = v^2\nd = 3\ngrad(f(w), w)")?.hint == "give w a value first: w = 0")
    #expect(failure("weight = 3\ngrad(weihgt^2, weihgt)")?.hint == "did you mean `weight`?")
    #expect(failure("hessian(w^2, w)")?.hint == "give w a value first: w = 0")
  }

  @Test func ownNamesAreSuggested() {
    #expect(failure("labels = [1]\nlables")?.hint?.contains("`labels`") == true)
    #expect(failure("mes([1], [2])")?.hint?.contains("`mse`") == true)
    #expect(failure("train circles loss=bse")?.hint?.contains("`bce`") == true)
    #expect(failure("train circle loss=bce")?.hint?.contains("`circles`") == true)
    #expect(failure("help sigmod")?.hint?.contains("sigmoid") == true)
    #expect(failure("data circles nosie=0.2")?.hint?.contains("`noise`") == true)
    #expect(failure("r = train circles loss=bce epochs=1\nr.test_los")?.hint?.contains(".test_loss") == true)
  }
}
