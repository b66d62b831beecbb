import ArgumentParser
import Notebook
import Terminal

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run scripts and Markdown notebooks.",
    usage: "lossbook run [<options>] <file> ... [<argument> ...]",
    discussion: """
      Each file starts afresh. Of a Markdown file the ```loss cells are run, of a notebook of Jupyter its code. - is \
      standard input.

      Names that end in .loss, .md or .ipynb right behind the first file are run after it. What follows them is for the \
      scripts, which find it in `args`; behind a file that begins with #! all is.
      """)

  @Argument(
    help: ArgumentHelp(
      "Scripts, or notebooks whose names end in .md or .ipynb; then words for them.", valueName: "file"),
    completion: .file())
  var words: [String]

  @OptionGroup var options: RunOptions
  @OptionGroup var limits: LimitOptions
  @ParentCommand var program: Lossbook

  mutating func validate() throws {
    try program.expectNothing(besides: ["--json", "--echo"], for: Self.self)
  }

  mutating func run() throws {
    setUpLocale()
    let words = ScriptWords(words, beginsWithHashbang: FileBytes.beginsWithHashbang)
    try ScriptRunner(options, arguments: words.arguments)
      .run(words.files.map { $0 == "-" ? .standardInput : .file($0) })
  }
}

/// What stands behind `run`: names of files, and words for the scripts in them.
struct ScriptWords {
  let files: [String]
  let arguments: [String]

  init(_ words: [String], beginsWithHashbang: (String) -> Bool) {
    let others = words.dropFirst()
    let further =
      words.first.map(beginsWithHashbang) == true
      ? [] : others.prefix { $0.hasSuffix(".loss") || ScriptText.isNotebook($0) }
    files = words.prefix(1) + further
    arguments = Array(others.dropFirst(further.count))
  }

  /// Parts the program's options from the script's: two dashes before the name of the script make words of all that
  /// follows.
  static func parted(_ words: [String]) -> [String] {
    let positional = positions(in: words, most: 2)
    guard positional.count == 2, words[positional[0]] == Run._commandName else { return words }
    return words[..<positional[1]] + ["--"] + words[positional[1]...]
  }

  /// Where the first words stand that are neither options nor their values.
  static func positions(in words: [String], most: Int) -> [Int] {
    var place = 0
    var positions: [Int] = []
    while place < words.count, words[place] != "--", positions.count < most {
      let word = words[place]
      if word == "-" || !word.hasPrefix("-") { positions.append(place) }
      place += RunOptions.takingValues.contains(word) ? 2 : 1
    }
    return positions
  }
}
