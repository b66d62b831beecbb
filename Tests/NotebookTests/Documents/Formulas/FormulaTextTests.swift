import Testing

@testable import Notebook

@Suite struct FormulaTextTests {
  @Test(arguments: [
    (#"\sum_i y_i \log p_i"#, "∑ᵢ yᵢ log pᵢ"), (#"-\frac{1}{n}"#, "−1/n"), (#"\frac{a+b}{2}"#, "(a+b)/2"),
    (#"\hat{y}^2"#, "y\u{302}²"), (#"\sqrt{x}"#, "√x"), (#"\sqrt{x+1}"#, "√(x+1)"), (#"x_{ij}"#, "xᵢⱼ"),
    (#"x^{q}"#, "x^q"), (#"e^{-x}"#, "e⁻ˣ"), (#"\nabla_w L(\theta)"#, "∇_w L(θ)"),
    (#"\left( x \right)"#, "( x )"), (#"\text{loss}\,y"#, "loss y"), (#"a \le b"#, "a ≤ b"),
    (#"\unknown x"#, "\\unknown x"), (#"x_i^2"#, "xᵢ²"), (#"w^\top x"#, "wᵀ x"), (#"\max_j y_j"#, "maxⱼ yⱼ"),
    (#"\begin{cases} a & x > 0 \\ b & \text{otherwise} \end{cases}"#, "{ a, x > 0; b, otherwise"),
    (#"\{0, 1\}"#, "{0, 1}"), ("", ""), ("{", ""), ("^", ""), ("\\", "\\"), ("x_", "x"),
  ])
  func formulaIsReadable(_ formula: String, _ text: String) {
    #expect(FormulaText.text(formula) == text)
  }

  @Test func deepFormulasEnd() {
    let deep = String(repeating: "{", count: 10_000) + String(repeating: "\\frac", count: 1_000)
    #expect(FormulaText.text(deep).count < 30_000)
  }
}
