import Testing

@testable import Language

@Suite struct CellUseTests {
  private func use(_ text: String) -> CellUse { Script(text).cells.last?.use ?? CellUse() }

  private func expect(_ text: String, reads names: Set<String>, _ location: SourceLocation = #_sourceLocation)
  {
    // What a name means decides nothing here, and a built-in is a name like any other.
    let found = use(text)
    #expect(
      found.names.filter { Builtin.named($0) == nil && $0 != CellUse.settings } == names,
      sourceLocation: location)
    #expect(!found.isOfEverything, sourceLocation: location)
  }

  @Test func namesAreReadBeforeTheyAreGivenAValue() {
    expect("a + b[0] * c.n", reads: ["a", "b", "c"])
    expect("x = y + 1", reads: ["y"])
    expect("x = 1; x + y", reads: ["y"])
    expect("w = w - 1", reads: ["w"])
    expect("[a, -b, a > c and not d, e..f step g]", reads: ["a", "b", "c", "d", "e", "f", "g"])
    expect("assert a < 1", reads: ["a"])
    expect("if a { b } else { c }", reads: ["a", "b", "c"])
  }

  @Test func loopsHaveTheirOwnVariable() {
    expect("for i in 1..n { s = s + i }", reads: ["n", "s"])
    expect("for i in 1..3 { x = i }; x + i", reads: ["x", "i"])
  }

  @Test func whatABranchAssignsMayBeMissing() {
    expect("if a > 0 { x = 1 }; x", reads: ["a", "x"])
    expect("if a > 0 { x = 1; x + 1 }", reads: ["a"])
  }

  @Test func functionsReadWhenTheyAreCalled() {
    expect("f(x) = x * k", reads: [])
    expect("f(x) = x * k; f(2)", reads: ["k"])
    expect("f(2)", reads: ["f"])
    expect("grad(f(w), w)", reads: ["f", "w"])
  }

  @Test func commandsReadWhatStandsBehindThem() {
    expect("plot f(z) for z in a..b", reads: ["f", "a", "b"])
    expect("train d loss=mine epochs=n", reads: ["d", "mine", "n"])
    expect("minimize f(w) over w lr=r", reads: ["f", "w", "r"])
    expect("m = compare mine, run1 on d", reads: ["mine", "run1", "d"])
  }

  @Test func timeIsThatOfItsLine() { expect("time y = f(x)", reads: ["f", "x"]) }

  @Test func lastValueAndNumberedOnesAreNames() {
    expect("ans * 2", reads: ["ans"])
    expect("out[3] + out[4]", reads: ["out[3]", "out[4]"])
  }

  @Test func settingReadsTheSettingsAlone() {
    expect("set digits 4", reads: [])
    #expect(use("set digits 4").names == [CellUse.settings])
  }

  @Test(arguments: ["why", "out[n]", "vars", "help"])
  func someLookAtEverything(_ text: String) { #expect(use(text).isOfEverything) }

  @Test func hidingABuiltInIsReadingIt() { #expect(use("mean = 3").names == ["mean", CellUse.settings]) }

  @Test func functionsAreFollowed() {
    let script = Script("k = 2\ng(x) = x * k\nf(x) = { y = 3; g(x) + y + q }\nf(1)")
    let reach = script.interpreter.reach(of: script.cells[3].use)
    #expect(reach == CellUse(names: ["f", "g", "k", "q", CellUse.settings]))
  }

  @Test func functionsThatCallThemselvesEnd() {
    let script = Script(
      "f(x) = if x > 0 { g(x - 1) } else { 0 }\ng(x) = { if x > 0 { f(x) } else { h } }\nf(3)")
    #expect(script.interpreter.reach(of: CellUse(names: ["g"])).names.isSuperset(of: ["g"]))
  }
}
