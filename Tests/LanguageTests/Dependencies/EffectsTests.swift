import Testing

@testable import Language

@Suite struct EffectsTests {
  /// The effects of the cells of a text, numbered from 1.
  private func effects(_ text: String) throws -> ([Effects], Interpreter) {
    let interpreter = Interpreter(host: .isolated)
    let cells = try interpreter.cells(of: text)
    let effects = cells.enumerated().map { interpreter.runNoting($0.element, number: $0.offset + 1).effects }
    return (effects, interpreter)
  }

  @Test func namesAreThoseThatWereGivenAValue() throws {
    let (effects, _) = try effects(
      "x = 1\nx + 1\nfor i in 1..3 { y = i }\nf(a) = a\nif x > 5 { z = 1 }\nw = 1; nope")
    #expect(
      effects.map { $0.names(number: 0) } == [["x"], ["ans", "out[0]"], ["i", "y"], ["f"], [], ["w"]])
    #expect(effects[1].names(number: 2) == ["ans", "out[2]"])
  }

  @Test func functionsAndGradientsLeaveNothingBehind() throws {
    let (effects, _) = try effects("w = 2; f(x) = { t = x; t * w }\nf(3)\ng = grad(f(w), w)")
    #expect(effects.map { $0.names(number: 2) } == [["w", "f"], ["ans", "out[2]"], ["g"]])
  }

  @Test func laidOverEachOtherTheyMakeTheMemory() throws {
    let (effects, interpreter) = try effects("x = 1\nx + 41\nx = 7\nans + x")
    var memory = Memory()
    for (index, effect) in effects.enumerated() { memory.apply(effect, number: index + 1) }
    let other = Interpreter(host: .isolated)
    other.memory = memory
    #expect(other.variables.map(\.name) == ["x"])
    #expect(try other.holds("x == 7 and ans == 49 and out[2] == 42 and out[4] == 49"))
    #expect(other.origin(of: "x") == 3 && interpreter.origin(of: "x") == 3)
  }

  @Test func sameValuesAreKnownBitForBit() throws {
    let (a, _) = try effects("x = [1, nan]\ny = \"a\"\nz = 1 > 0\nf(x) = x\nv = 0\n1 + 1")
    let (b, _) = try effects("x = [1, nan]\ny = \"a\"\nz = 2 > 0\nf(x) = x\nv = -0\n2")
    func agree(_ cell: Int, _ name: String) -> Bool {
      a[cell].agrees(with: b[cell], on: name, number: cell + 1)
    }
    #expect(agree(0, "x") && agree(1, "y") && agree(2, "z") && agree(5, "ans") && agree(5, "out[6]"))
    #expect(!agree(3, "f") && !agree(4, "v") && !agree(0, "missing"))
  }

  @Test func settingsAreEffects() throws {
    let (effects, interpreter) = try effects("set digits 10\nset reactive off\nset pager off\n1/3")
    #expect(effects.map { $0.names(number: 0).contains(CellUse.settings) } == [true, false, false, false])
    var memory = Memory()
    memory.apply(effects[0], number: 1)
    interpreter.settings = Settings()
    (interpreter.settings.reactive, interpreter.settings.pager) = (false, false)
    interpreter.memory = memory
    #expect(interpreter.settings.digits == 10)
    #expect(!interpreter.settings.reactive && !interpreter.settings.pager)
  }
}
