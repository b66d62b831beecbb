import Testing

@testable import Notebook

@Suite struct OutputComparisonTests {
  @Test(arguments: [
    ("0.333333", "0.333334"), ("0.333333", "0.333332"), ("1.5e-7", "1.6e-7"), ("-0.25", "-0.24"),
    ("a  b", "a b"),
    ("1\n", "1"), ("1\r\n2\r\n", "1\n2"), ("1 ", "1"), ("", "\n"), ("[0.1, 0.2]", "[0.2, 0.1]"),
    ("inf", "inf"),
    ("x = 1e3", "x = 1e3"), ("0.5", "0.50"),
  ])
  func theseAgree(_ old: String, _ new: String) {
    #expect(OutputComparison.agree(expected: old, actual: new))
  }

  @Test(arguments: [
    ("0.333333", "0.333335"), ("0.5", "0.7"), ("100 rows", "101 rows"), ("1", "2"), ("nan", "0.1"),
    ("1", "1\n2"),
    ("1\n2", "1"), ("mse", "mae"), ("y2", "y3"), ("0.5", "-0.5"), ("1e300", "1e301"), ("[0.1]", "0.1"),
    ("0.1 0.2", "0.1"), ("", "0"),
  ])
  func theseDiffer(_ old: String, _ new: String) {
    #expect(!OutputComparison.agree(expected: old, actual: new))
  }

  @Test(arguments: [
    "-", ".", "-.", "1e", "1e+", "1e99999999999", "1e-9223372036854775808", "-e5", "1..2", "....", "٣",
    "1e-400", "½",
  ])
  func oddNumbersAgreeWithThemselvesAlone(_ text: String) {
    #expect(OutputComparison.agree(expected: text, actual: text))
    #expect(!OutputComparison.agree(expected: text, actual: text + "x"))
  }

  @Test func differenceMarksWhatDiffers() {
    #expect(
      OutputComparison.difference(expected: "a\n1\nb\n", actual: "a\n2\nb\nc\n") == [
        "  a", "- 1", "+ 2", "  b", "+ c",
      ])
    #expect(OutputComparison.difference(expected: "0.1\nx", actual: "0.2") == ["  0.2", "- x"])
  }
}
