import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer found, and inputs that were thought to be hard, run again.
@Suite struct CorpusTests {
  struct Input: Sendable, CustomTestStringConvertible {
    let target: FuzzTarget
    let url: URL
    var testDescription: String { "\(target.rawValue)/\(url.lastPathComponent)" }
  }

  private static let corpus = Repository.root.appending(path: "Tests/FuzzTests/Corpus")

  static let inputs: [Input] = FuzzTarget.allCases.flatMap { target in
    let folder = corpus.appending(path: target.rawValue)
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }.map { Input(target: target, url: $0) }
  }

  /// One after the other: the limits of the evaluator's target are the process's.
  @Test func inputsAreHarmless() throws {
    for input in Self.inputs { input.target.run(Array(try Data(contentsOf: input.url))) }
  }

  @Test func everyTargetHasInputs() {
    for target in FuzzTarget.allCases { #expect(Self.inputs.contains { $0.target == target }, "\(target)") }
  }
}
