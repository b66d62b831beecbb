import Foundation
import TestSupport
import Testing

/// A whole session of the program with its expectations, read from one file.
///
/// The rules of the format:
/// 1. What stands before the first section says what the session shows, for people.
/// 2. A line `--- NAME` opens a section: `shell`, `file PATH`, `stdin`, `environment`, `stdout`, `stderr`, `status`.
/// 3. `shell` is the line that is run, in a directory of its own that holds the files; `lossbook` is the program.
/// 4. `file` and `stdin` may be followed by `crlf` (lines end so), `bom` (a byte order mark comes first), `open` (the
///    last line has no end) or `hex` (the section holds bytes in hexadecimal).
/// 5. `environment` has a `NAME=value` on each line.
/// 6. `stdout` and `stderr` are what is expected; without them nothing may be written there. A line `...` stands for
///    any number of lines, and `...` at the end of a line for the rest of the line.
/// 7. `status` is the exit status, 0 where it is not given.
struct GoldenSession: CustomTestStringConvertible, Sendable {
  struct Section: Sendable {
    let name: String
    let words: [String]
    var lines: [String] = []
  }

  let name: String
  let sections: [Section]
  var testDescription: String { name }

  init(_ text: String, name: String) {
    self.name = name
    var sections: [Section] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line.hasPrefix("--- ") {
        let words = line.split(separator: " ").dropFirst().map(String.init)
        sections.append(Section(name: words[0], words: Array(words.dropFirst())))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    self.sections = sections
  }

  static let all: [GoldenSession] = {
    let folder = Repository.root.appending(path: "Tests/GoldenTests/Sessions")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "session" }
      .sorted { $0.path < $1.path }
      .compactMap { url in
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return GoldenSession(text, name: url.deletingPathExtension().lastPathComponent)
      }
  }()

  private func section(_ name: String) -> Section? { sections.first { $0.name == name } }

  var command: String { section("shell")?.lines.joined(separator: "\n") ?? "" }

  var input: Data { section("stdin").map { Self.bytes($0, $0.words) } ?? Data() }

  var files: [(path: String, bytes: Data)] {
    sections.filter { $0.name == "file" }
      .map { ($0.words.first ?? "", Self.bytes($0, Array($0.words.dropFirst()))) }
  }

  var environment: [String: String] {
    let pairs = section("environment")?.lines.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    return Dictionary((pairs ?? []).map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
  }

  var expectedOutput: [String] { section("stdout")?.lines ?? [] }
  var expectedError: [String] { section("stderr")?.lines ?? [] }
  var expectedStatus: ProgramEnd { .code(Int32(section("status")?.lines.first ?? "0") ?? 0) }

  private static func bytes(_ section: Section, _ words: [String]) -> Data {
    if words.contains("hex") {
      let digits = section.lines.joined(separator: " ").split(separator: " ")
      return Data(digits.compactMap { UInt8($0, radix: 16) })
    }
    let end = words.contains("crlf") ? "\r\n" : "\n"
    let text = section.lines.joined(separator: end) + (words.contains("open") ? "" : end)
    return Data(((words.contains("bom") ? "\u{FEFF}" : "") + (section.lines.isEmpty ? "" : text)).utf8)
  }
}
