import Foundation
import TestSupport
import Testing

/// What the program knows of itself, for `man` and for shells.
@Suite struct ManualTests {
  private func page() throws -> String {
    let result = try Binary.run(["manual"], in: TemporaryDirectory())
    #expect(result.status == .code(0) && result.error.isEmpty)
    return result.output
  }

  @Test func theManualSpeaksOfEverything() throws {
    let page = try page()
    for part in [
      ".TH LOSSBOOK 1", ".SH \"NAME\"\n.PP\nlossbook \\- a notebook you type into, about loss functions",
      "lossbook run <file> ...", "lossbook new lesson <name>", "\\-\\-digits <n>", "\\-\\-update",
      "bce(y_true, y_pred",
      "train DATA loss=NAME", "lesson N", "EXIT STATUS", "init.loss",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("lossbook manual") && page.utf8.allSatisfy { $0 < 0x80 })
  }

  /// The checkers of manual pages, where they are installed.
  private static let checkers = [
    ["/usr/bin/groff", "-man", "-Tutf8", "-ww", "-z"], ["/usr/bin/mandoc", "-Tlint", "-W", "warning"],
    ["/usr/bin/man", "--warnings", "-E", "UTF-8", "-Tutf8", "-Z", "-l"],
  ].filter { FileManager.default.isExecutableFile(atPath: $0[0]) }

  @Test(arguments: checkers)
  func theManualIsWellFormed(_ checker: [String]) throws {
    let directory = try TemporaryDirectory()
    try directory.write("lossbook.1", try page())
    let line = (checker + ["lossbook.1"]).joined(separator: " ")
    let result = try Binary.run(shell: line + " 2>&1 >/dev/null", in: directory)
    #expect(result.output.isEmpty, "\(result.output)")
    #expect(result.status == .code(0))
  }

  @Test(arguments: ["bash -n", "zsh -n", "fish --no-execute"])
  func theCompletionsOfShellsAreScripts(_ checker: String) throws {
    let shell = String(checker.prefix { $0 != " " })
    let directory = try TemporaryDirectory()
    let script = try Binary.run(["--generate-completion-script", shell], in: directory)
    #expect(script.status == .code(0) && script.output.contains("keep-going"))
    #expect(script.output.contains("check") && script.output.contains("catalogue"))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/" + shell) else { return }
    try directory.write("script", script.output)
    let result = try Binary.run(shell: checker + " script 2>&1", in: directory)
    #expect(result.output.isEmpty && result.status == .code(0), "\(result.output)")
  }
}
