import Language
import LossMath

/// What the program says of one of its own words on the command line.
public struct ManualEntry: Sendable {
  /// How it is written, such as `--digits <n>`.
  public let form: String
  public let summary: String

  public init(form: String, summary: String) {
    (self.form, self.summary) = (form, summary)
  }
}

/// A command of the program with its options.
public struct ManualCommand: Sendable {
  public let synopsis: String
  public let abstract: String
  public let discussion: String
  public let entries: [ManualEntry]

  public init(synopsis: String, abstract: String, discussion: String, entries: [ManualEntry]) {
    self.synopsis = synopsis
    self.abstract = abstract
    self.discussion = discussion
    self.entries = entries
  }
}

/// The manual page `lossbook(1)`, made from the entries that `help` reads and from the program's own command line.
public struct ManualPage {
  private let main: ManualCommand
  private let commands: [ManualCommand]

  /// - Parameters:
  ///   - main: the program itself.
  ///   - commands: what may stand behind its name.
  public init(main: ManualCommand, commands: [ManualCommand]) {
    (self.main, self.commands) = (main, commands)
  }

  /// The page in the language of `man`.
  public var source: String {
    var page = Roff()
    page.title("LOSSBOOK", section: 1, version: "Lossbook \(Release.version)")
    page.section("NAME")
    page.text("lossbook - \(Self.small(main.abstract))")
    page.section("SYNOPSIS")
    page.lines(main.synopsis.split(separator: "\n").map { String($0).trimmed })
    page.section("DESCRIPTION")
    page.text(main.discussion)
    page.section("OPTIONS")
    main.entries.forEach { page.item($0.form, $0.summary) }
    page.section("COMMANDS")
    commands.forEach { add($0, to: &page) }
    addLanguage(to: &page)
    addPlaces(to: &page)
    return page.text
  }

  private func add(_ command: ManualCommand, to page: inout Roff) {
    page.subsection(command.synopsis)
    page.text(command.abstract)
    page.text(command.discussion)
    let own = command.entries.filter { entry in !main.entries.contains { $0.form == entry.form } }
    own.forEach { page.item($0.form, $0.summary) }
    // Every command has a help and a version.
    if command.entries.count - own.count > 2 {
      page.text("Of the options above it takes those for running code.")
    }
  }

  private func addLanguage(to page: inout Roff) {
    page.section("THE LANGUAGE")
    page.text("One line is one cell. An open bracket or quote goes on in the next line; # starts a comment.")
    HelpSummaries.language.forEach { page.item($0.name, $0.summary) }
    for topic in HelpSummaries.topics(Session(host: .isolated).interpreter) {
      page.section(topic.title.uppercased())
      topic.items.forEach { page.item($0.name, $0.summary) }
    }
  }

  private func addPlaces(to page: inout Roff) {
    page.section("EXIT STATUS")
    for (status, meaning) in [
      ("0", "All went well."), ("1", "A cell failed, or a file could not be read."),
      ("64", "The command line is wrong."), ("74", "Output could not be written."),
      ("130", "Ctrl-C ended it."),
    ] { page.item(status, meaning) }
    page.section("ENVIRONMENT")
    for (name, meaning) in [
      ("LOSSBOOK_LESSONS", "The directory of the lessons."),
      ("LOSSBOOK_LIMITS", "Limits of every start, as --limit takes them: turns=1e9 memory=8192."),
      ("NO_COLOR, CLICOLOR_FORCE", "Forbid and demand colours."),
      ("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where init.loss is, and where history and progress are kept."),
    ] { page.item(name, meaning) }
    page.section("FILES")
    for (name, meaning) in [
      ("~/.config/lossbook/init.loss", "Runs before the first cell of the notebook."),
      (
        "~/.local/state/lossbook",
        "The history, the cells of sessions for --resume, and the progress in each course."
      ),
      ("~/.editrc", "Keys of the line editor; see editrc(5)."),
    ] { page.item(name, meaning) }
    page.section("EXAMPLES")
    for example in [
      "lossbook -e 'explain bce([1, 0, 1], [0.9, 0.2, 0.6])'", "lossbook run steps.loss circles 0.1",
      "lossbook --json run notes.md", "lossbook check notes.md",
      "lossbook run rows.loss < rows.csv",
    ] { page.code(example) }
    page.section("SEE ALSO")
    page.text("editrc(5). In the notebook, help lists what there is, and help NAME explains it.")
  }

  /// The description without the capital and the full stop of a sentence.
  private static func small(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// Text in the language of `man`, its own signs made harmless.
private struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int, version: String) {
    // Without a date: the same program makes the same page on any day.
    text += ".TH \(name) \(section) \"\" \"\(Self.escaped(version))\" \"User Commands\"\n"
    // Neither broken words nor lines stretched to the margin.
    text += ".nh\n.ad l\n"
  }

  mutating func section(_ title: String) { text += ".SH \(Self.quoted(title))\n" }
  mutating func subsection(_ title: String) { text += ".SS \(Self.quoted(title))\n" }

  mutating func text(_ paragraphs: String) {
    for paragraph in paragraphs.split(separator: "\n") {
      text += ".PP\n" + Self.line(String(paragraph)) + "\n"
    }
  }

  mutating func lines(_ lines: [String]) {
    text += ".PP\n.nf\n" + lines.map { Self.line($0) + "\n" }.joined() + ".fi\n"
  }

  mutating func item(_ name: String, _ meaning: String) {
    text += ".TP\n.B \(Self.quoted(name))\n" + Self.line(meaning) + "\n"
  }

  mutating func code(_ line: String) { text += ".PP\n.RS 4\n.nf\n" + Self.line(line) + "\n.fi\n.RE\n" }

  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq")
      + "\""
  }

  /// A line that begins with a dot or a quote would be a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("\\(aq") ? "\\&" + text : text
  }

  /// Signs that would be set as others, or obeyed; and all that is not ASCII.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n", "\t": result += " "
      default:
        result +=
          scalar.isASCII
          ? String(scalar) : "\\[u\(String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4))]"
      }
    }
    return result
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - self.count)) + self
  }
}
