import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct HTMLPageTests {
  private func page(_ text: String, host: Host = .isolated) -> String {
    HTMLPage.text(played(text, host: host))
  }

  /// What stands between the tags of `main`.
  private func main(_ text: String) -> String {
    let page = page(text)
    guard let start = page.firstRange(of: "<main>"), let end = page.firstRange(of: "</main>") else {
      return ""
    }
    return String(page[start.upperBound..<end.lowerBound])
  }

  @Test func pageNeedsNothingFromOutsideAndRunsNothing() {
    let page = page("# T\n\n```loss\nplot x for x in 0..1\n```\n")
    #expect(page.hasPrefix(HTMLPage.mark))
    #expect(page.contains("<html lang=\"en\">") && page.contains("<title>T</title>"))
    #expect(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"))
    #expect(!page.contains("<script") && !page.contains("url(") && !page.contains("@import"))
    #expect(page.ranges(of: "<main>").count == 1 && page.ranges(of: "<h1").count == 1)
    #expect(tagProblem(in: page) == nil)
  }

  @Test func hostileTextIsOnlyText() {
    let page = page(Hostile.notebook)
    #expect(tagProblem(in: page) == nil)
    let tags = page.matches(of: /<\/?([A-Za-z]+)([^>]*)>/)
    #expect(!tags.contains { ["script", "img", "b", "iframe", "object"].contains($0.1) })
    for tag in tags { #expect(tag.2.firstMatch(of: /\son[a-z]+=|javascript:/) == nil, "\(tag.0)") }
    let scalars = page.unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x202E })
    #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
  }

  @Test func wordsOfMarkdownKeepTheirMeaning() {
    let text = main(
      "# T\n\na *b* **c** `d`\n[e](https://e.org/a b) <br> [up](#t)\n\n1. one\n2. two\n\n- x\n\n> q\n")
    #expect(text.contains("<h1 id=\"t\">T</h1>"))
    #expect(text.contains("<p>a <em>b</em> <strong>c</strong> <code>d</code>\n"))
    #expect(text.contains("<br> <a href=\"#t\">up</a>"))
    #expect(text.contains("<ol><li>one</li>\n<li>two</li></ol>") && text.contains("<ul><li>x</li></ul>"))
    #expect(text.contains("<blockquote><p>q</p></blockquote>"))
    #expect(main("0. one\n").contains("<ol start=\"0\"><li>one</li></ol>"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "a\u{1}b:c",
  ])
  func harmfulAddressIsNoLink(_ address: String) { #expect(!Address.isHarmless(address)) }

  @Test(arguments: ["https://e.org", "HTTP://e.org", "mailto:a@e.org", "#t", "docs/a.md", "a/b:c", "?q=a:b"])
  func otherAddressesAreLinks(_ address: String) { #expect(Address.isHarmless(address)) }

  @Test func picturesBecomeAPartOfThePage() {
    let host = Host { (path) throws(FileProblem) in
      guard path == "a.png" else { throw FileProblem(reason: "no such file", isMissing: true) }
      return [0x89, 0x50, 0x4E, 0x47]
    }
    let text = page("![plot of \"x\"](a.png) ![gone](b.png) ![far](https://e.org/c.png)", host: host)
    #expect(text.contains("<img alt=\"plot of &quot;x&quot;\" src=\"data:image/png;base64,iVBORw==\">"))
    #expect(
      text.contains("<a href=\"b.png\">gone</a>") && text.contains("<a href=\"https://e.org/c.png\">far</a>"))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("\u{7FF}?", "378/"),
  ])
  func base64IsTheUsualOne(_ text: String, _ expected: String) {
    #expect(Base64.text(Array(text.utf8)).hasPrefix(expected))
  }

  @Test func wrongAnswersOfAllKindsHaveTheirReplies() {
    let question = "# T\n\n```question value\nHow much?\n```\n\n```solution\n1 + 1\n```\n\n"
    let text = main(question + "```wrong\n1 => You *forgot* one.\n4 => Twice.\n```\n")
    #expect(text.contains("<summary>Wrong answers</summary>") && text.contains("You <em>forgot</em> one."))
    #expect(text.firstRange(of: "Twice.") != nil && !main(question).contains("Wrong answers"))
    let markdown = JupyterNotebook.text(
      played(question + "```wrong\n1 => You *forgot* one.\n```\n"))
    #expect(markdown.contains("<summary>A wrong answer</summary>") && markdown.contains("You *forgot* one."))
  }

  @Test func resultsAreWhatTheyAre() {
    let text = main("```loss\n[1, 2]\n[[1, 2], [3, 40]]\nexplain mse([1, 2], [3, 4])\n```\n")
    #expect(text.contains("<p class=\"vector\">[1, 2]</p>"))
    #expect(text.contains("<pre>[[ 1,  2],\n [ 3, 40]]</pre>"))
    #expect(text.contains("<th scope=\"col\">y_true</th>") && text.contains("<th scope=\"row\""))
    #expect(text.contains("data-cell=\"[1–3]\""))
  }

  @Test func figuresAreNamedAndDescribed() {
    let text = main("```loss\nplot x^2 for x in -1..1\nplot x for x in 0..1\n```\n")
    let identifiers = text.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(identifiers.count == 8 && Set(identifiers).count == 8)
    #expect(
      text.contains(
        "role=\"img\" aria-labelledby=\"plot:1:wide:title\" aria-describedby=\"plot:1:wide:desc\""))
    #expect(!text.contains("<style"))
  }

  @Test func errorsPointAtTheirPlace() {
    let text = main("```loss\n1 + nope\n```\n")
    #expect(text.contains("<div class=\"output failed\">"))
    #expect(text.contains("<strong class=\"bad\">error: </strong><strong>`nope` is not known"))
    #expect(text.contains("  1 + nope\n      <strong class=\"bad\">^^^^</strong></pre>"))
  }

  @Test func codeIsColoured() {
    let text = main("```loss\nplot mse([1], x) for x in 0..1 # so\n```\n")
    #expect(text.contains("<span class=\"key\">plot</span> <span class=\"fun\">mse</span>("))
    #expect(text.contains("<span class=\"com\"># so</span></code>"))
  }

  @Test func longNotebooksHaveContents() {
    let sections = (1...5).map { "## Part \($0)\n" }.joined(separator: "\n")
    let text = main("# T\n\n" + sections + "\n## Part 1\n")
    #expect(text.contains("<nav aria-label=\"Contents\">") && text.contains("<a href=\"#part-2\">Part 2</a>"))
    #expect(text.contains("<h2 id=\"part-1-1\">") && text.contains("<a href=\"#part-1-1\">"))
    #expect(text.firstRange(of: "</h1>\n<nav") != nil)
    #expect(!main("# T\n\n## A\n").contains("<nav"))
  }

  @Test func formulasAreMathML() {
    let text = main("a $x_i$\n\n$$\\frac{1}{n}$$\n")
    #expect(text.contains("<p>a <math><msub><mi>x</mi><mi>i</mi></msub></math></p>"))
    #expect(text.contains("<div class=\"formula\"><math display=\"block\"><mfrac>"))
  }
}
