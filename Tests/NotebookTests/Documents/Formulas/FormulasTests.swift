import Testing

@testable import Notebook

@Suite struct FormulasTests {
  private func all(_ node: MarkdownNode) -> [MarkdownNode] { [node] + node.children.flatMap(all) }

  private func formulas(_ markdown: String) -> [String] {
    all(MarkdownNode(parsing: markdown)).filter { $0.kind == .formula }.map(\.literal)
  }

  @Test func formulasAreFoundInText() {
    #expect(formulas("a $x_i + y_j$ and $z$.") == ["x_i + y_j", "z"])
    #expect(formulas("a $`y^*`$ and **$w$** b") == ["y^*", "w"])
    #expect(formulas("| a |\n|---|\n| $x$ |") == ["x"])
  }

  @Test(arguments: ["$5 and $6", "a $ b $ c", "$", "$$", "costs 3$", "`$x$`", "    $x$", "\\$x and y\\$"])
  func moneyIsNoFormula(_ markdown: String) { #expect(formulas(markdown).isEmpty) }

  /// Markdown has a meaning for each of these marks.
  @Test(arguments: [
    #"\max(0,\ 1 - y\,\hat{y})"#, "a_{i}_j b_k", "a*b*c", #"\{0, 1\}"#, "|a| + |b|", "<a> & b", "[a](b)",
    #"a \\ b"#, "~~a~~", "!a",
  ])
  func marksInsideBelongToTheFormula(_ formula: String) {
    #expect(formulas("_so_ $\(formula)$ *is* it") == [formula])
    #expect(formulas("| a |\n|---|\n| $\(formula)$ |") == [formula])
  }

  @Test func displayedFormulasStandAlone() throws {
    let nodes = all(MarkdownNode(parsing: "before\n\n$$x_i \\, y$$\n\nafter $z$\n")).filter {
      $0.kind == .formula
    }
    #expect(nodes.map(\.literal) == [#"x_i \, y"#, "z"])
    #expect(nodes.map(\.number) == [1, 0])
  }

  @Test func formulaMayTakeSeveralLines() {
    let tree = MarkdownNode(parsing: "a\n$$\n\\sum_i\n- x_i\n$$\nb\n\n# T\n")
    #expect(all(tree).first { $0.kind == .formula }?.literal.split(separator: "\n") == ["\\sum_i", "- x_i"])
    #expect(all(tree).first { $0.kind == .heading }?.startLine == 8)
  }

  @Test func blankLineEndsWhatIsNoFormula() { #expect(formulas("$a\n\nb$ c").isEmpty) }

  @Test func dollarSignsOfMoneyStay() {
    #expect(MarkdownNode(parsing: #"\$5 and \$6, $7"#).plainText == "$5 and $6, $7")
    #expect(MarkdownNode(parsing: #"`\$5` and `$x_i$`"#).plainText == #"\$5 and $x_i$"#)
  }

  @Test(arguments: [
    "```sh\necho $a_b $c_d$\n```", "[a](http://e.org/$a_b$c)", "<b title=\"$a_b$\">", "```a$b_c$ d\n```",
  ])
  func whatIsNoProseComesBackAsItWas(_ markdown: String) {
    let nodes = all(MarkdownNode(parsing: markdown))
    let texts = nodes.flatMap { [$0.literal, $0.info] }.joined().unicodeScalars
    #expect(!texts.contains { $0.value >= 0xF0000 })
    #expect(String(String.UnicodeScalarView(texts)).contains("_"))
  }
}
