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

  @Test func aDivergenceMayBeInBits() {
    #expect(number("kl([1, 0], [0.5, 0.5], units=\"bits\")") == 1)
  }

  @Test func nameOfADataSetIsToldAsOne() {
    #expect(failure("moons")?.message == "`moons` is a data set, not a value")
    #expect(
      failure("mean(blobs)")?.hint == "name it in a command: data blobs, or train blobs loss=...")
    #expect(shown("moons = 3\nmoons") == "3")
  }

  @Test func firstLetterIsSeldomTheWrongOne() {
    #expect(Suggestions.nearest(to: "hello", among: ["cells", "help"]) == "help")
    #expect(Suggestions.nearest(to: "hello", among: ["cello", "help"]) == "cello")
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
