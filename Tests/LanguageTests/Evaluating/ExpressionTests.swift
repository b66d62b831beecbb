import Testing

@testable import Language

struct ExpressionTests {
  @Test(arguments: [
    ("[1, 2] + 1", [2.0, 3]), ("[[1, 2], [3, 4]] + [10, 20]", [11, 22, 13, 24]),
    ("[[1], [2]] * [3, 4]", [3, 4, 6, 8]), ("[1, 2, 3] @ [4, 5, 6]", [32]),
    ("[[1, 2], [3, 4]] @ [1, 1]", [3, 7]),
    ("2^[1, 2, 3]", [2, 4, 8]), ("-[1, 2]", [-1, -2]), ("[1, 5] > 2", [0, 1]),
    ("[true, false] or false", [1, 0]),
    ("not [1, 0]", [0, 1]), ("(1 > 2) + 1", [1]), ("[x^2, x + 1]", [9, 4]),
    ("where([1, -1] > 0, 5, [6, 7])", [5, 7]),
  ])
  func broadcasting(_ text: String, _ values: [Double]) { #expect(elements("x = 3\n" + text) == values) }

  @Test(arguments: [
    ("1..4", [1.0, 2, 3, 4]), ("0..1 step 0.25", [0, 0.25, 0.5, 0.75, 1]), ("3..1 step -1", [3, 2, 1]),
    ("3..1", []),
    ("0..0.3 step 0.1", [0, 0.1, 0.2, 0.3]), ("-1..1", [-1, 0, 1]), ("0..1 step 0.3", [0, 0.3, 0.6, 0.9]),
    ("2..2", [2]), ("0.5..2.2", [0.5, 1.5]),
  ])
  func ranges(_ text: String, _ values: [Double]) { #expect(areNear(elements(text), values, 1e-15)) }

  @Test func aRangeEndsAtItsEnd() {
    #expect(elements("0..0.3 step 0.1").last == 0.3)
    #expect(elements("0..1 step 0.1").count == 11)
  }

  @Test(arguments: [
    ("y[0]", [10.0]), ("y[-1]", [40]), ("y[1..2]", [20, 30]), ("y[..]", [10, 20, 30, 40]),
    ("y[2..]", [30, 40]),
    ("y[..1]", [10, 20]), ("y[-2..]", [30, 40]), ("y[..-2]", [10, 20, 30]), ("y[0..3 step 2]", [10, 30]),
    ("y[[3, 0, 0]]", [40, 10, 10]), ("y[y > 15]", [20, 30, 40]), ("y[2..1]", []), ("y[1..99]", [20, 30, 40]),
    ("m[1]", [3, 4]), ("m[1, 0]", [3]), ("m[.., 0]", [1, 3]), ("m[0, ..]", [1, 2]), ("m[m > 1]", [2, 3, 4]),
    ("m[m[.., 0] > 1]", [3, 4]), ("m[0][1]", [2]), ("[][..]", []), ("mask = m > 1; m[mask]", [2, 3, 4]),
    ("m[not (m > 1)]", [1]), ("m[m > 1 and m < 4]", [2, 3]),
  ])
  func indices(_ text: String, _ values: [Double]) {
    #expect(elements("y = [10, 20, 30, 40]; m = [[1, 2], [3, 4]]\n" + text) == values)
  }

  @Test(arguments: [
    ("y[4]", DiagnosticCode.indexOutOfRange), ("y[-5]", .indexOutOfRange), ("y[0.5]", .badIndex),
    ("y[nan]", .badIndex),
    ("y[1e300]", .badIndex), ("y[0, 0]", .badIndex), ("3[0]", .badIndex), ("y[]", .badIndex),
    ("y[\"a\"]", .badIndex),
    ("y[..2 step 0]", .badIndex), ("y[..2 step -1]", .badIndex), ("y[[true, false]]", .badIndex),
    ("y[true]", .badIndex),
    ("y[inf..]", .badIndex), ("y[-9e18]", .indexOutOfRange), ("1..inf", .badRange),
    ("0..1 step 0", .badRange),
    ("1..1e300", .tooLarge), ("1..1e12", .tooLarge), ("..", .badRange), ("1..2..3", .badRange),
    ("exp(1)(2)", .unexpectedToken), ("zeros(1e300)", .badArgument), ("zeros(-1)", .badArgument),
    ("reshape([1], [-1])", .badReshape), ("linspace(0, 1, 0)", .badArgument),
    ("one_hot([7], 3)", .badClassIndex),
    ("sum([1], axis=1e300)", .badArgument), ("max([1], [2], axis=0)", .badArgument), ("out[0]", .badIndex),
    ("out[1, 2]", .badIndex),
    ("\"a\" < \"b\"", .wrongType), ("[\"a\"]", .wrongType), ("mse + 1", .wrongType),
    ("if \"a\" { 1 } else { 2 }", .wrongType),
  ])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure("y = [1, 2, 3, 4]\n" + text)
    #expect(error?.code == code, "\(text): \(error.map { "\($0.code) \($0.message)" } ?? "no error")")
  }

  @Test func whatIsPickedFromBooleansIsOneOfThem() {
    #expect(shown("m = [[1, 2], [3, 4]] > 1\nm[m]") == "[true, true, true]")
    #expect(shown("m = [[1, 2], [3, 4]] > 1\nm[0]") == "[false, true]")
    #expect(failure("m = [[true], [false]]\nm[[[true, false]]]")?.code == .badIndex)
    let error = failure("t = [true, false]\nt[0, 1]")
    #expect(error?.message == "a vector of 2 booleans takes one index, and 2 stand here")
  }

  @Test func textIsComparedAndShown() {
    #expect(number("\"a\" == \"a\"") == 1)
    #expect(number("\"a\" != \"b\" and len(\"äbc\") == 3") == 1)
    #expect(shown("\"tab\\t\u{1B}[31m\"") == "\"tab\\t\\u{1b}[31m\"")
  }

  @Test func logicStopsAtWhatDecides() {
    #expect(number("1 > 2 and missing > 0") == 0)
    #expect(number("1 < 2 or missing > 0") == 1)
  }

  @Test func emptyAndTinyTensors() {
    #expect(shown("[]") == "[]")
    #expect(number("sum([])") == 0)
    #expect(elements("[1][[]]") == [])
    #expect(elements("zeros(0, 3)") == [])
  }
}
