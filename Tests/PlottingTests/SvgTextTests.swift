import Testing

@testable import Plotting

@Suite("Text and numbers in SVG")
struct SvgTextTests {
  @Test(
    "What means something in XML is escaped, what XML forbids is left out",
    arguments: [
      ("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"), ("it's", "it&#39;s"),
      ("a\u{0}\u{1B}b\n", "ab "), ("naïve 损失", "naïve 损失"),
    ])
  func escapes(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test(
    "Coordinates have a tenth of a pixel",
    arguments: [
      (1.0, "1"), (0.04, "0"), (-2.55, "-2.6"), (12.34, "12.3"), (.nan, "-100000000"), (1e300, "100000000"),
    ])
  func coordinates(value: Double, expected: String) {
    #expect(pixels(value) == expected)
  }
}
