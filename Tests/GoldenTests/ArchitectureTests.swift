import Foundation
import TestSupport
import Testing

/// The arrows between the modules, and what only the program itself may do.
@Suite struct ArchitectureTests {
  private static let ours: Set = [
    "LossMath", "Training", "Plotting", "Language", "Notebook", "Terminal", "CEditLine", "CMarkdown",
    "CNumerics", "CCsv", "lossbook",
  ]

  /// What a module may import of ours.
  private static let arrows: [String: Set<String>] = [
    "LossMath": ["CNumerics"], "Plotting": [], "Training": ["LossMath", "CNumerics", "CCsv"],
    "Language": ["LossMath", "Training", "Plotting"],
    "Notebook": ["Language", "LossMath", "Training", "Plotting", "CMarkdown"], "Terminal": ["CEditLine"],
    "lossbook": ["LossMath", "Training", "Plotting", "Language", "Notebook", "Terminal"],
  ]

  /// The libraries outside that a module may import, beside the C library and `Synchronization`.
  private static let outside: [String: Set<String>] = [
    "lossbook": ["ArgumentParser", "FoundationEssentials", "Foundation"],
    "Training": ["FoundationEssentials", "Foundation"],
    "Notebook": ["FoundationEssentials", "Foundation"],
  ]

  private static let system: Set = ["Glibc", "Musl", "Darwin", "Synchronization"]

  @Test(arguments: arrows.keys.sorted())
  func moduleImportsAlongTheArrows(_ module: String) throws {
    let files = Repository.swiftFiles(below: "Sources/\(module)")
    #expect(!files.isEmpty)
    let allowed = Self.arrows[module, default: []].union(Self.outside[module, default: []]).union(Self.system)
    for file in files {
      let imports = Self.imports(try String(contentsOf: file, encoding: .utf8))
      #expect(imports.isSubset(of: allowed), "\(file.path) imports \(imports.subtracting(allowed).sorted())")
    }
  }

  /// Results are values: nothing below the program prints or ends it.
  @Test(arguments: ["LossMath", "Training", "Plotting", "Language", "Notebook"])
  func moduleNeitherPrintsNorExits(_ module: String) throws {
    // What an exported script prints, the program does not.
    for file in Repository.swiftFiles(below: "Sources/\(module)")
    where !file.path.contains("/Exporting/Scripts/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(!Self.printsOrExits(String(line)), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func theRulesFindWhatTheyForbid() {
    #expect(
      Self.imports("import A\n@preconcurrency import B.C\n// import D\n  @testable import struct E.F\n") == [
        "A", "B", "E",
      ])
    #expect(Self.printsOrExits("    print(value)"))
    #expect(Self.printsOrExits("guard x else { exit(1) }"))
    #expect(!Self.printsOrExits("  // never print(this)"))
    #expect(!Self.printsOrExits("  shortened(printed(x))"))
    #expect(!Self.printsOrExits("  case .print(let scalar): put(scalar)"))
  }

  private static func imports(_ text: String) -> Set<String> {
    let pattern =
      /^\s*(?:@\w+ )*(?:public )?import (?:(?:struct|class|enum|func|protocol|var|let|typealias) )?(\w+)/
    return Set(text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.1) })
  }

  private static func printsOrExits(_ line: String) -> Bool {
    let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
    return code.contains(/(^|[^.\w])(print|debugPrint|exit|abort|fatalError)\(/)
  }
}
