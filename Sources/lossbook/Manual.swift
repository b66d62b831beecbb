import ArgumentParser
import Notebook

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for `man`.", shouldDisplay: false)

  mutating func run() throws {
    let tool = try JSONDecoder().decode(ToolDescription.self, from: Data(Lossbook._dumpHelp().utf8))
    let main = tool.command.manual(synopsis: Lossbook.configuration.usage ?? "")
    let commands = (tool.command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    let output = Output()
    output.write(
      ManualPage(main: main, commands: commands.flatMap { $0.manuals(behind: tool.command.commandName) })
        .source)
    try output.finish()
  }
}

/// What the argument parser knows of the program, as far as the manual page needs it.
private struct ToolDescription: Decodable {
  let command: CommandDescription
}

private struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let subcommands: [CommandDescription]?
  let arguments: [ArgumentDescription]?

  /// This command, or those below it where it only parts them.
  func manuals(behind path: String) -> [ManualCommand] {
    let path = path + " " + commandName
    let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    guard below.isEmpty else { return below.flatMap { $0.manuals(behind: path) } }
    let words = (arguments ?? []).filter { $0.isPositional && $0.shouldDisplay }.map(\.form)
    return [manual(synopsis: ([path] + words).joined(separator: " "))]
  }

  func manual(synopsis: String) -> ManualCommand {
    ManualCommand(
      synopsis: synopsis, abstract: abstract ?? "", discussion: discussion ?? "",
      entries: (arguments ?? []).filter(\.shouldDisplay).map {
        ManualEntry(form: $0.form, summary: $0.abstract ?? "")
      })
  }
}

private struct ArgumentDescription: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
    var written: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?

  var isPositional: Bool { kind == "positional" }

  /// How it is written: `-e, --eval <code>`.
  var form: String {
    let value = kind == "flag" ? "" : "<\(valueName ?? "value")>"
    if isPositional { return value + (isRepeating ? " ..." : "") }
    // The short name first, as in the program's own help.
    let written = (names ?? []).map(\.written).sorted { ($0.count, $0) < ($1.count, $1) }.joined(
      separator: ", ")
    return value.isEmpty ? written : written + " " + value
  }
}
