import Testing

@testable import Notebook

@Suite struct HTMLQuestionTests {
  private let page = HTMLPage.text(
    played(
      """
      ```question choice
      Which?
      - [ ] `a` => Not `a`.
      - [x] b => Because.
      ```
      ```hint
      Look.
      ```
      ```hint
      Look again.
      ```
      ```question order
      Sort.
      1. one
      2. two
      3. three
      ```
      ```solution
      => As one counts.
      ```
      ```question value
      How much?
      ```
      ```solution
      1 + 2 => Three.
      ```
      """))

  @Test func hintsAndSolutionsAreFolded() {
    #expect(page.contains("<details><summary>Hint 1 of 2</summary><p>Look.</p></details>"))
    #expect(page.ranges(of: "<summary>Solution</summary>").count == 3)
    #expect(!page.contains("<details open"))
  }

  @Test func itemsHaveLettersAndReplies() {
    #expect(page.contains("<ol class=\"letters\"><li><p><code>a</code></p></li>\n<li><p>b</p></li></ol>"))
    #expect(page.contains("<strong class=\"bad\">No.</strong><p>Not <code>a</code>.</p>"))
    #expect(page.contains("<strong class=\"good\">Right.</strong><p>Because.</p>"))
  }

  @Test func orderIsGivenInLettersAsShown() throws {
    let shown = try #require(page.firstRange(of: "Sort."))
    let items = page[shown.upperBound...].matches(of: /<li><p>(one|two|three)<\/p><\/li>/).map {
      String($0.1)
    }
    let letters = ["one", "two", "three"].compactMap { items.firstIndex(of: $0) }.map(ItemJudge.letter)
    #expect(items.count == 3 && items != ["one", "two", "three"])
    #expect(page.contains("In order: \(letters.joined(separator: ", "))."))
  }

  @Test func solutionIsRun() {
    #expect(
      page.contains(
        "<span class=\"num\">2</span></code></pre>\n<div class=\"output\"><pre>3</pre></div></div>\n<p>Three.</p>"
      ))
  }
}
