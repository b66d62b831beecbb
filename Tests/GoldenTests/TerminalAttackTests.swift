import TestSupport
import Testing

/// What comes from a file or a stranger is shown, and no terminal obeys it: known attacks, at every place where such
/// text is printed.
@Suite struct TerminalAttackTests {
  private static let attacks = [
    // The clipboard, the window's title and its report, a directory, a notification, a file, a link.
    "\u{1B}]52;c;cm0gLXJmIH4=\u{7}", "\u{1B}]0;title\u{7}", "\u{1B}]2;title\u{1B}\\", "\u{1B}[21t",
    "\u{1B}]7;file://host/\u{7}", "\u{1B}]9;done\u{7}", "\u{1B}]777;notify;a;b\u{7}",
    "\u{1B}]1337;File=inline=1:aGk=\u{7}", "\u{1B}]8;;https://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    // Questions whose answers would be typed: state, attributes, answerback, cursor, colours.
    "\u{1B}P$q\"p\u{1B}\\", "\u{1B}P+q544e\u{1B}\\", "\u{1B}[c", "\u{1B}[>c", "\u{5}", "\u{1B}[6n",
    "\u{1B}]4;0;?\u{7}", "\u{1B}[?1;2$p",
    // Printing, resetting, another screen, another character set, resizing, private strings.
    "\u{1B}[5i", "\u{1B}c", "\u{1B}[?1049h", "\u{1B}(0", "\u{E}", "\u{1B}[8;1;1t", "\u{1B}_private\u{1B}\\",
    "\u{1B}^private\u{1B}\\", "\u{1B}Xprivate\u{1B}\\", "\u{1B}[2J", "\u{1B}[1A", "\u{1B}[31m", "\u{1B}#8",
    // The same introducers as one character of the second control set.
    "\u{9B}2J", "\u{9D}0;title\u{9C}", "\u{90}$q\"p\u{9C}", "\u{98}x\u{9C}", "\u{9E}x\u{9C}", "\u{9F}x\u{9C}",
    // Overwriting what stands there.
    "visible\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}hidden.", "\u{B}", "\u{C}", "\u{7F}", "\u{7}",
    // Order and visibility.
    "\u{202E}txet", "\u{202D}a", "\u{2066}a\u{2069}", "\u{2067}a", "\u{200F}", "\u{2028}", "\u{2029}",
    "\u{FEFF}",
    "\u{200B}", "\u{2060}", "\u{E0041}", "\u{AD}", "\u{180E}", "\u{FFF9}a\u{FFFB}",
  ]

  /// All of them in one line.
  private static let attack = attacks.joined(separator: " ")

  /// Whether a terminal would obey something, or show it in another order, in what the program printed.
  private func offence(_ text: String) -> String? {
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        return "U+" + String(scalar.value, radix: 16) + " in \(text.debugDescription)"
      default: continue
      }
    }
    return nil
  }

  private func expectHarmless(
    _ directory: TemporaryDirectory, _ arguments: [String], input: String = "",
    says words: String? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    for variant in [[], ["--plain"], ["--json"]] where variant.isEmpty || arguments.first != "check" {
      let isCommand = ["run", "check"].contains(arguments.first)
      let result = try Binary.run(
        isCommand ? [arguments[0]] + variant + arguments.dropFirst() : variant + arguments, input: input,
        in: directory)
      let offence = offence(result.output) ?? offence(result.error)
      #expect(offence == nil, sourceLocation: location)
      if let words, variant.isEmpty {
        #expect((result.output + result.error).contains(words), sourceLocation: location)
      }
    }
  }

  private static let lesson = """
    # Title \(attack)

    Prose \(attack) and *emphasis \(attack)* and `code \(attack)` and [link \(attack)](https://a.org/\(attack)).

    - item \(attack)

    | head \(attack) |
    |---|
    | cell \(attack) |

    ```text
    block \(attack)
    ```

    ![image \(attack)](x.png) $\\alpha \(attack)$

    ```loss
    "text \(attack)"
    unknown(1) # comment \(attack)
    ```

    ```output
    recorded \(attack)
    ```

    ```question value id=\(attack.filter { $0 != " " })
    Question \(attack)?
    ```

    ```solution
    1 => Because \(attack).
    ```

    ```wrong
    2 => Not that \(attack).
    ```

    ```hint
    Hint \(attack).
    ```

    ```question choice
    Which \(attack)?
    - [x] right \(attack) => Yes \(attack).
    - [ ] wrong \(attack) => No \(attack).
    ```

    ```nonsense \(attack)
    ```

    The end.
    """

  @Test func lesson() throws {
    let directory = try TemporaryDirectory()
    try directory.write("course/01-a.md", Self.lesson)
    try expectHarmless(
      directory, ["--course", "course", "--keep-going"],
      input:
        "lessons\nlesson 1\n2\nhint\nhint\nwhere\nquestion\n1\nnext\nb\nsolution\nnext\nback\nprogress\nlesson 1\n",
      says: "Prose")
  }

  @Test func notebook() throws {
    let directory = try TemporaryDirectory()
    try directory.write("01-a.md", Self.lesson)
    try expectHarmless(directory, ["run", "--keep-going", "01-a.md"], says: "text")
    try expectHarmless(directory, ["check", "01-a.md"], says: "01-a.md")
  }

  @Test func dataFile() throws {
    let directory = try TemporaryDirectory()
    let names = Self.attacks.filter { attack in !"\",;\t\u{B}\u{C}".contains { attack.contains($0) } }
      .joined()
    let rows = (0..<12).map { "\($0),class\($0 % 2)\(names),\(names)\($0),\($0 * $0)\n" }.joined()
    try directory.write("a.csv", "x\(names),kind\(names),text\(names),y\(names)\n" + rows)
    let script = """
      data load "a.csv"
      data load "a.csv" target=nothing
      d = data load "a.csv" target=1 categories=on
      plot d
      r = train d loss=bce epochs=2
      confusion r
      boundary r
      data load "a.csv" target=3 features=[2]
      e = data load "a.csv" target=3
      plot e
      train e loss=mse epochs=1
      export e to "b.csv"
      export r to "r.py" as keras
      """
    try expectHarmless(directory, ["--keep-going"], input: script, says: "class0")
  }

  @Test func texts() throws {
    let directory = try TemporaryDirectory()
    let text = Self.attack.split(separator: "\\").joined(separator: "\\\\").split(separator: "\"").joined(
      separator: "\\\"")
    let script = """
      s = "\(text)"
      s
      s + 1
      assert s == "other"
      vars
      plot [1, 2, 3] title="\(text)" xlabel="\(text)" ylabel="\(text)" labels=["\(text)"]
      data load "\(text)" target=a
      train circles loss=bce weights="\(text)"
      plot [1, 2] to "\(text)"
      help \(Self.attack)
      mse([1], [2], reduction="\(text)")
      \(Self.attack)
      name\(Self.attack)
      # \(Self.attack)
      1 +
      """
    try expectHarmless(directory, ["--keep-going"], input: script, says: "error")
  }

  @Test func names() throws {
    let directory = try TemporaryDirectory()
    let name = Self.attacks.filter { !$0.contains("/") }.prefix(24).joined()
    let path = name + ".md"
    try directory.write(path, "```loss\nx +\n```\n")
    try expectHarmless(directory, ["run", path], says: "error")
    try expectHarmless(directory, ["check", path], says: "fails")
    try expectHarmless(directory, ["run", "missing" + name])
    try expectHarmless(directory, ["check", "missing" + name])
    try expectHarmless(directory, ["--course", name, "-e", "lessons"])
    for attack in Self.attacks {
      for arguments in [[attack], ["--" + attack], ["run", "--" + attack], ["--limit", attack, "-e", "1"]] {
        let result = try Binary.run(arguments, in: directory)
        #expect(offence(result.error + result.output) == nil)
      }
    }
  }

  @Test func weights() throws {
    let directory = try TemporaryDirectory()
    let key = Self.attack.unicodeScalars.map {
      $0.value < 0x20 || $0 == "\"" || $0 == "\\" ? " " : String($0)
    }.joined()
    try directory.write("w.json", "{\"W1\": [[1], [2]], \"b1\": [0], \"\(key)\": [1]}")
    try expectHarmless(
      directory, ["-e", "train circles loss=bce weights=\"w.json\""], says: "belongs to no layer")
  }

  @Test func progress() throws {
    let directory = try TemporaryDirectory()
    try directory.write("course/01-a.md", "# A\n\nText.\n")
    let home = ["XDG_STATE_HOME": directory.file("state")]
    _ = try Binary.run(["--course", "course"], input: "lesson 1\n", in: directory, environment: home)
    let file = try #require(directory.paths.first { $0.contains("/progress/") })
    let title = Self.attack.split(separator: "\\").joined(separator: "\\\\")
    try directory.write(file, "lossbook progress 1\nplace\t01-a.md\t0\tffff\t1\t\(title)\n")
    let result = try Binary.run(["--course", "course"], input: "where\n", in: directory, environment: home)
    #expect(result.output.contains("You were at step 1"))
    #expect(offence(result.output + result.error) == nil)
  }
}
