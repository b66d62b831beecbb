import Testing

@testable import Terminal

/// The whole editor on a pseudo-terminal. The tests block the main actor, so no two of them run at once.
@MainActor @Suite(.serialized) struct LineEditorTests {
  @Test func returnsWhatWasTyped() throws {
    #expect(try #require(Sitting("mse(y, p)\r")).outcomes == [.line("mse(y, p)")])
  }

  @Test func keepsTextOutsideASCII() throws {
    #expect(try #require(Sitting("é ü 漢 🙂\r")).outcomes == [.line("é ü 漢 🙂")])
  }

  @Test func backspaceTakesOneWholeCharacter() throws {
    #expect(try #require(Sitting("aé漢\u{7f}\u{7f}b\r")).outcomes == [.line("ab")])
  }

  @Test func keysMoveInTheLine() throws {
    let left = "\u{1b}[D"
    let home = "\u{1b}[1~"
    let deleteKey = "\u{1b}[3~"
    let sitting = try #require(Sitting("xbd\(left)c\(home)\(deleteKey)a\u{1b}OFe\r"))
    #expect(sitting.outcomes == [.line("abcde")])
  }

  @Test func unknownKeysLeaveNothing() throws {
    let keys = ["[15~", "[[A", "OP", "[2~", "[1;5P", "[200;5x", "[Z", "[<0;1;1M", "[I"]
    let typed = keys.map { "\u{1b}" + $0 }.joined()
    #expect(try #require(Sitting("a\(typed)b\r")).outcomes == [.line("ab")])
  }

  @Test func upGoesThroughTheHistoryAndDownComesBack() throws {
    let sitting = try #require(
      Sitting(
        "new\u{1b}[A\u{1b}[A!\r", "new\u{1b}[A\u{1b}[A\u{1b}[B\u{1b}[B!\r", reads: 2, history: ["one", "two"])
    )
    #expect(sitting.outcomes == [.line("one!"), .line("new!")])
  }

  @Test func longLineSurvivesTheHistory() throws {
    let long = String(repeating: "0123456789", count: 150)
    let sitting = try #require(Sitting("\(long)\u{1b}[A\u{1b}[B\r", history: ["one"]))
    #expect(sitting.outcomes == [.line(long)])
  }

  @Test func controlRSearchesTheHistory() throws {
    let sitting = try #require(Sitting("\u{12}se(\u{5}!\r", history: ["mse(a)", "mae(b)"]))
    #expect(sitting.outcomes == [.line("mse(a)!")])
  }

  @Test func tabCompletesTheOnlyCandidate() throws {
    let sitting = try #require(
      Sitting("x + mé\t1)\r") { text in
        Completion(start: text.count - 2, candidates: [Candidate(text: "métrique", suffix: "(")])
      })
    #expect(sitting.outcomes == [.line("x + métrique(1)")])
  }

  @Test func tabListsSeveralCandidates() throws {
    let names = [Candidate(text: "mse", note: "squares"), Candidate(text: "mae", note: "amounts")]
    let sitting = try #require(Sitting("ab\u{2}m\tx\r") { _ in Completion(start: 1, candidates: names) })
    #expect(sitting.outcomes == [.line("amxb")])
    #expect(sitting.shown.contains("mse  squares\r\nmae  amounts\r\n"))
  }

  @Test func controlCThrowsTheLineAway() throws {
    let sitting = try #require(Sitting("abc\u{3}", "d\r", reads: 2))
    #expect(sitting.outcomes == [.interrupted, .line("d")])
  }

  @Test func requestedInterruptThrowsTheLineAway() throws {
    Interrupt.request()
    #expect(try #require(Sitting()).outcomes == [.interrupted])
    #expect(!Interrupt.isRequested)
  }

  @Test func controlDEndsOnAnEmptyLineOnly() throws {
    let sitting = try #require(Sitting("ab\u{1}\u{4}\r", "\u{4}", reads: 2))
    #expect(sitting.outcomes == [.line("b"), .endOfInput])
  }

  @Test func pastedLinesAreOneBlock() throws {
    let sitting = try #require(Sitting("\u{1b}[200~a\r\nb\rc\n\u{1b}[201~!\r"))
    #expect(sitting.outcomes == [.line("a\nb\nc!")])
  }

  @Test func altEnterBeginsALineAndUpReachesTheOneAbove() throws {
    let sitting = try #require(Sitting("ab\u{1b}\rcd\u{1b}[D\u{1b}[AX\u{1b}[FY\r"))
    #expect(sitting.outcomes == [.line("aXbY\ncd")])
  }

  @Test func linesTypedAheadComeInOrder() throws {
    let sitting = try #require(Sitting("1\r2é\u{7f}\r3\r", reads: 3))
    #expect(sitting.outcomes == [.line("1"), .line("2"), .line("3")])
  }

  @Test func prefillCanBeChanged() throws {
    let sitting = try #require(Sitting("\u{7f}c\r", prefill: "a\nb"))
    #expect(sitting.outcomes == [.line("a\nc")])
  }

  @Test func badBytesAndNULVanish() throws {
    let terminal = try #require(PseudoTerminal())
    do {
      let editor = try #require(
        LineEditor(programName: "test", input: terminal.slave, output: terminal.slave, settings: "") { _ in
          .none
        })
      terminal.follow([])
      terminal.typeBytes([0x61, 0xff, 0x00, 0xc3, 0x28, 0xc2, 0x9b, 0x62, 0x0d])
      #expect(editor.read(prompt: "> ") == .line("a(b"))
    }
    terminal.finish()
  }

  @Test func viModeWorks() throws {
    let edited = try #require(Sitting("abc\u{1b}xiX\u{1b}[DY\r", settings: "bind -v"))
    #expect(edited.outcomes == [.line("aYXb")])
  }

  @Test func viModeTakesNoControlCharacterAsText() throws {
    let sitting = try #require(Sitting("a\u{2}\u{6}\u{f}\u{14}\u{18}\u{1d}\u{c}b\r", settings: "bind -v"))
    #expect(sitting.outcomes == [.line("ab")])
  }

  /// libedit crashes on an empty command in its own command line, which Alt-X and vi's colon open.
  @Test(arguments: [("\u{1b}x", ""), ("\u{1b}:", "bind -v")])
  func commandLineOfLibeditIsOutOfReach(_ keys: String, _ settings: String) throws {
    let sitting = try #require(Sitting("a\(keys)\r\r", reads: 1, settings: settings))
    #expect(sitting.outcomes == [.line("a")])
  }

  @Test func userBindingsWin() throws {
    let settings = "# mine\nbind -s ^T typed\nbind \"\\e[15~\" ed-move-to-beg\nbind ^C ed-insert\nedit off"
    let sitting = try #require(Sitting("x\u{14}\u{1b}[15~<\r", "gone\u{3}", reads: 2, settings: settings))
    #expect(sitting.outcomes == [.line("<xtyped"), .interrupted])
  }

  @Test func hangUpEndsTheInput() throws {
    let terminal = try #require(PseudoTerminal())
    do {
      let editor = try #require(
        LineEditor(programName: "test", input: terminal.slave, output: terminal.slave, settings: "") { _ in
          .none
        })
      terminal.hangUp()
      #expect(editor.read(prompt: "> ") == .endOfInput)
    }
  }

  @Test func colouredPromptKeepsItsText() throws {
    let terminal = try #require(PseudoTerminal())
    do {
      let editor = try #require(
        LineEditor(programName: "test", input: terminal.slave, output: terminal.slave, settings: "") { _ in
          .none
        })
      terminal.follow([PseudoTerminal.Step(seen: "in›", typed: "a\r")])
      #expect(editor.read(prompt: "\u{1b}[1min›\u{1b}[0m ") == .line("a"))
    }
    terminal.finish()
  }

  @Test func terminalGetsItsModesBack() throws {
    let terminal = try #require(PseudoTerminal())
    let before = terminal.localModes
    do {
      let editor = try #require(
        LineEditor(programName: "test", input: terminal.slave, output: terminal.slave, settings: "") { _ in
          .none
        })
      #expect(terminal.localModes & tcflag_t(ECHO | ICANON) == 0)
      #expect(terminal.localModes & tcflag_t(ISIG) != 0)
      terminal.follow([PseudoTerminal.Step(seen: "> ", typed: "a\r")])
      #expect(editor.read(prompt: "> ") == .line("a"))
      #expect(terminal.localModes & tcflag_t(ISIG) != 0)
    }
    #expect(terminal.localModes == before)
    terminal.finish()
  }

  @Test(.enabled(if: !Screen.isDumb)) func pasteIsMarkedWhileReadingOnly() throws {
    let shown = try #require(Sitting("a\r")).shown
    let on = try #require(shown.firstRange(of: "\u{1b}[?2004h"))
    let prompt = try #require(shown.firstRange(of: "> "))
    let off = try #require(shown.firstRange(of: "\u{1b}[?2004l"))
    #expect(on.upperBound <= prompt.lowerBound && prompt.upperBound <= off.lowerBound)
  }

  @Test func needsATerminal() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(LineEditor(programName: "test", input: ends[0], output: ends[1]) { _ in .none } == nil)
    ends.forEach { close($0) }
  }
}
