import Foundation
import Testing

@testable import Notebook

@Suite struct HTMLStyleTests {
  /// The ratio of contrast that WCAG 2.2 defines.
  private func contrast(_ a: String, _ b: String) -> Double {
    let lights = [a, b].map(light).sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func light(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func lettersCanBeReadOnEveryGround() {
    #expect(contrast("#000000", "#ffffff") > 20.9)
    for ground in HTMLStyle.grounds {
      for ink in HTMLStyle.inks {
        #expect(contrast(ink.light, ground.light) >= 4.5, "\(ink.name) on \(ground.name)")
        #expect(contrast(ink.dark, ground.dark) >= 4.5, "\(ink.name) on \(ground.name) at night")
      }
    }
  }

  @Test func everyColourIsDefined() {
    let used = Set(HTMLStyle.sheet.matches(of: /var\(--([a-z]+)\)/).map { String($0.1) })
    for name in used { #expect(HTMLStyle.sheet.contains("--\(name):#"), "\(name)") }
    #expect(HTMLStyle.sheet.filter { $0 == "{" }.count == HTMLStyle.sheet.filter { $0 == "}" }.count)
  }

  @Test func nightIsForScreensOnly() {
    let page = HTMLPage.text(played("# T\n"))
    let queries = page.matches(of: /@media ([^{]*prefers-color-scheme[^{]*)\{/)
    #expect(queries.count == 2)
    for query in queries { #expect(query.1.hasPrefix("screen and ")) }
  }
}
