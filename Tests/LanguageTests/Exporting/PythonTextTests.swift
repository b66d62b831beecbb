import Testing

@testable import Language

struct PythonTextTests {
  @Test(arguments: [
    ("rent", #""rent""#), (#"a"b\c"#, #"'a"b\\c'"#), (#"'a"'"#, #""'a\"'""#),
    ("two\nlines\t\r", #""two\nlines\t\r""#),
    ("\u{1B}[31m", #""\x1b[31m""#), ("\u{0}", #""\x00""#), ("straße", #""straße""#),
    ("\u{202E}txt", #""\u202etxt""#), ("\u{2028}", #""\u2028""#), ("\u{1F600}", #""\U0001f600""#),
    (#"{x} '''"#, #""{x} '''""#),
  ])
  func stringsAreLiteral(_ text: String, _ literal: String) {
    #expect(PythonText.string(text) == literal)
  }

  @Test func commentsEndNowhere() {
    #expect(PythonText.comment("a\nimport os\r\u{2028}\u{0B}b") == "a import os   b")
  }

  @Test(arguments: [
    (2.0, "2", "2.0"), (-3.0, "-3", "-3.0"), (0.1, "0.1", "0.1"), (1e-7, "1e-07", "1e-07"),
    (-0x1p63, "-9.223372036854776e+18", "-9.223372036854776e+18"),
    (.infinity, #"float("inf")"#, #"float("inf")"#), (-.infinity, #"float("-inf")"#, #"float("-inf")"#),
  ])
  func numbers(_ value: Double, _ text: String, _ float: String) {
    #expect(PythonText.number(value) == text && PythonText.float(value) == float)
  }

  @Test(arguments: [("lambda", "lambda_"), ("torch", "torch_"), ("λ", "u3bb"), ("x₁", "xu2081"), ("w", "w_")])
  func namesAreFree(_ name: String, _ python: String) {
    #expect(PythonText.name(name, taken: ["w"]) == python)
  }
}
