import TestSupport
import Testing

@testable import Notebook

@Suite struct FormulaMarkupTests {
  private func math(_ formula: String, isDisplayed: Bool = false) -> String {
    FormulaMarkup.math(formula, isDisplayed: isDisplayed)
  }

  @Test func scriptsAndFractionsAreBuilt() {
    #expect(math("x_i^2") == "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>")
    #expect(math(#"\frac{1}{n}"#) == "<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>")
    #expect(math(#"\sqrt{a b}"#) == "<math><msqrt><mrow><mi>a</mi><mi>b</mi></mrow></msqrt></math>")
    #expect(math("x", isDisplayed: true).hasPrefix("<math display=\"block\">"))
  }

  @Test func limitsStandAtSums() {
    #expect(math(#"\sum_{i=1}^n x"#).contains("<munderover><mo movablelimits=\"true\">∑</mo>"))
    #expect(math(#"\max_j y"#).contains("<munder><mo movablelimits=\"true\">max</mo><mi>j</mi></munder>"))
  }

  @Test func namesOfFunctionsKeepTheirDistance() {
    #expect(math(#"\log p"#).contains("<mi>log</mi><mspace"))
    #expect(!math(#"\log(p)"#).contains("<mspace"))
  }

  @Test(arguments: [
    #"<script>alert(1)</script>"#, #"\text{<b>&"'}"#, #"\unknown<x>"#, #"\frac<>"#, "x_<", "{", "}", "^", "_",
    "\\",
    #"\begin{cases} < & > \\ & \end{cases}"#, #"\begin{cases}"#, #"\begin"#, #"\hat"#, #"\sqrt"#,
  ])
  func anyFormulaGivesTagsInBalance(_ formula: String) {
    let markup = math(formula)
    #expect(tagProblem(in: markup) == nil, "\(markup)")
    #expect(!markup.contains("<script") && !markup.contains("<b>"))
  }

  @Test func deepFormulasEnd() {
    let deep = String(repeating: "{\\sqrt", count: 5_000) + String(repeating: "\\frac", count: 1_000)
    #expect(tagProblem(in: math(deep)) == nil)
  }
}
