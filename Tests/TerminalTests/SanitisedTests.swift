import Terminal
import Testing

@Suite struct SanitisedTests {
  /// What hostile files have done to terminals, and what is shown of it.
  static let attacks: [(text: String, shown: String)] = [
    ("\u{1b}[2J", "\\u{1b}[2J"),
    ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
    ("\u{1b}]52;c;cm0=\u{1b}\\", "\\u{1b}]52;c;cm0=\\u{1b}\\"),
    ("\u{1b}[6n", "\\u{1b}[6n"),
    ("\u{1b}P$q\"p\u{1b}\\", "\\u{1b}P$q\"p\\u{1b}\\"),
    ("\u{9b}31m", "\\u{9b}31m"),
    ("\u{90}q\u{9c}", "\\u{90}q\\u{9c}"),
    ("safe\rEVIL", "safe\\u{d}EVIL"),
    ("a\u{8}\u{8}b", "a\\u{8}\\u{8}b"),
    ("\u{7f}\u{0}\u{e}", "\\u{7f}\\u{0}\\u{e}"),
    ("a\u{202e}cba", "a\\u{202e}cba"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
    ("\u{200f}\u{61c}", "\\u{200f}\\u{61c}"),
    ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
    ("\u{feff}\u{ad}\u{200b}", "\\u{feff}\\u{ad}\\u{200b}"),
    ("\u{e0041}", "\\u{e0041}"),
  ]

  @Test(arguments: attacks) func attackIsShownAndNotObeyed(_ attack: (text: String, shown: String)) {
    #expect(sanitised(attack.text) == attack.shown)
  }

  @Test(arguments: ["", "plain\ttext\n", "é 漢 🙂", "👩‍🔬 👍🏽 🇩🇪", "Σ ½‖w‖²", "e\u{301}"])
  func harmlessTextStays(_ text: String) {
    #expect(sanitised(text) == text)
  }

  @Test func windowsLineEndsBecomeLineFeeds() {
    #expect(sanitised("a\r\nb\r\n") == "a\nb\n")
  }
}
