import Foundation
import TestSupport
import Testing

/// The libraries that other packages may import, `LossMath`, `Training` and `Plotting`, have a reference.
/// `scripts/reference` makes it, and runs the example of each.
@Suite struct ReferenceTests {
  @Test(arguments: ["LossMath", "Training", "Plotting"])
  func everyPublicDeclarationHasAComment(_ module: String) throws {
    let files = Repository.swiftFiles(below: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for bare in Self.undocumented(try String(contentsOf: file, encoding: .utf8)) {
        Issue.record("\(file.path):\(bare.line): a public declaration without a comment: \(bare.text)")
      }
    }
  }

  @Test func theRuleFindsWhatItForbids() {
    let text = """
      public struct A {
        /// What it holds.
        public let b: Int
        public internal(set) var c = 0
        /// Where a function has attributes, its comment stands above them.
        @inlinable
        public func d() {}
        @discardableResult public func e() -> Int { 0 }
        let f = "public let"
      }
      public extension A {}
      """
    #expect(Self.undocumented(text).map(\.line) == [1, 4, 8])
  }

  /// The public declarations without a comment, by line.
  private static func undocumented(_ text: String) -> [(line: Int, text: String)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
    return lines.indices.compactMap { index in
      guard isPublicDeclaration(lines[index]) else { return nil }
      let above = lines[..<index].last { !$0.hasPrefix("@") }
      return above?.hasPrefix("///") == true ? nil : (index + 1, lines[index])
    }
  }

  private static func isPublicDeclaration(_ line: String) -> Bool {
    let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
    guard let first = words.first, first == "open" || first.hasPrefix("public") else { return false }
    return words.dropFirst().first != "extension"
  }
}
