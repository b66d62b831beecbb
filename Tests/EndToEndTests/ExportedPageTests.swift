import Foundation
import TestSupport
import Testing

/// Exported pages in a real browser, where there is one.
@Suite(.enabled(if: Browser.program != nil))
struct ExportedPageTests {
  private static let hostile = """
    # A <script>window.hacked = 1</script> title

    <script>window.hacked = 1</script> <img src=x onerror="window.hacked=1"> [go](javascript:window.hacked=1)

    ```loss
    s = "</pre><script>window.hacked = 1</script>"
    s
    plot [1, 2], [2, 1] title="</svg><script>window.hacked = 1</script>"
    [[1.23456789, 2.3456789, 3.456789, 4.56789], [1, 2, 3, 4]] * 1e10
    nope(</script><script>window.hacked = 1</script>
    ```

    ```output
    error:
    ```

    \(String(repeating: "long", count: 60)) `\(String(repeating: "code", count: 60))` $\(String(repeating: "x + ", count: 60))y$

    | \(String(repeating: "wide | ", count: 20))
    | \(String(repeating: "--- | ", count: 20))
    | \(String(repeating: "cell | ", count: 20))
    """

  private static let pages = ["README.md", "lessons/02-what-a-loss-is.md", "hostile.md"]

  private func exported(_ name: String, in directory: TemporaryDirectory) throws -> String {
    let source = name == "hostile.md" ? try directory.write(name, Self.hostile) : Repository.path(name)
    let result = try Binary.run(["export", source, "-o", "page.html"], in: directory)
    #expect(result.status == .code(0), "\(result.error)")
    return directory.file("page.html")
  }

  @Test(arguments: pages)
  func pageIsWellInEveryWindow(_ name: String) throws {
    let directory = try TemporaryDirectory()
    let path = try exported(name, in: directory)
    let browser = try Browser()
    for width in [1200, 700, 400, 320] {
      for isDark in [false, true] {
        try browser.show(path, width: width, isDark: isDark)
        let place = "\(name) at \(width)"
        #expect(try browser.evaluate("innerWidth") == "\(width)")
        #expect(
          try browser.evaluate("document.documentElement.scrollWidth <= innerWidth") == "true", "\(place)")
        let wide = try browser.evaluate(Self.sticksOut)
        #expect(wide == "", "\(place)")
        #expect(try browser.evaluate("document.body.innerText.length > 200") == "true", "\(place)")
        #expect(try browser.evaluate(Self.pictures) == "true", "\(place)")
        let ground = try browser.evaluate("getComputedStyle(document.body).backgroundColor")
        #expect(ground == (isDark ? "rgb(22, 24, 29)" : "rgb(255, 255, 255)"), "\(place)")
        #expect(try browser.evaluate("window.hacked") == "undefined")
      }
    }
    #expect(browser.complaints == [])
  }

  /// What is wider than its window, and not inside something that scrolls.
  private static let sticksOut = """
    [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
      && !e.closest('.scroll, pre, .formula, math')).map(e => e.outerHTML.slice(0, 80)).join()
    """

  /// Whether of each figure exactly one drawing is seen, and its letters are not shrunk.
  private static let pictures = """
    [...document.querySelectorAll('figure')].every(f => {
      const seen = [...f.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0);
      return seen.length == 1 && seen[0].getBoundingClientRect().width > 0.8 * seen[0].viewBox.baseVal.width })
    """

  @Test func structureIsForEveryReader() throws {
    let directory = try TemporaryDirectory()
    let browser = try Browser()
    try browser.show(try exported("lessons/02-what-a-loss-is.md", in: directory), width: 1200)
    #expect(try browser.evaluate("document.documentElement.lang") == "en")
    #expect(try browser.evaluate("document.title") == "What a loss is")
    #expect(
      try browser.evaluate("['main', 'h1', 'nav', 'footer'].map(n => document.querySelectorAll(n).length)")
        == "1,1,1,1")
    #expect(try browser.evaluate("document.scripts.length") == "0")
    // Headings go down one level at a time, links inside the page lead somewhere, names are given once.
    #expect(
      try browser.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]).every((l, i, a) => i == 0 || l <= a[i-1] + 1)"
      ) == "true")
    #expect(
      try browser.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.getAttribute('href').slice(1)))"
      ) == "true")
    #expect(
      try browser.evaluate(
        "(i => i.length == new Set(i).size)([...document.querySelectorAll('[id]')].map(e => e.id))") == "true"
    )
    #expect(
      try browser.evaluate(
        "[...document.querySelectorAll('svg')].every(s => s.querySelector('desc').textContent)") == "true")
  }

  @Test func foldedPartsOpenAndPrintsAreMade() throws {
    let directory = try TemporaryDirectory()
    let browser = try Browser()
    try browser.show(try exported("lessons/02-what-a-loss-is.md", in: directory), width: 1200)
    let hint = "document.querySelector('details')"
    #expect(try browser.evaluate("\(hint).querySelector('p').checkVisibility()") == "false")
    _ = try browser.evaluate("\(hint).querySelector('summary').click()")
    #expect(try browser.evaluate("\(hint).querySelector('p').checkVisibility()") == "true")
    #expect(try browser.printed().starts(with: Data("%PDF".utf8)))
  }
}
