import Testing

@testable import Language

struct SetCommandTests {
  @Test func digitsChangeWhatIsShownAndNothingElse() {
    #expect(shown("set digits 10\n1/3") == "0.3333333333")
    #expect(shown("set digits 3; 1/3") == "0.333")
    #expect(shown("set digits 3\nset digits 6\n[1/3, 2]") == "[0.333333, 2]")
    #expect(number("set digits 3\n1/3") == 1.0 / 3)
    #expect(failure("set digits 3\nassert 1/3 == 2")?.hint == "left is 0.333, right is 2")
  }

  @Test func anErrorLeavesTheDigitsSet() {
    let script = Script("set digits 3\nnope\n1/3")
    #expect(script.shown() == "0.333")
  }

  @Test func theSeedServesWhereNoneIsNamed() {
    let own = elements("sample(normal(0, 1), 3, seed=7)")
    #expect(elements("set seed 7\nsample(normal(0, 1), 3)") == own)
    #expect(elements("sample(normal(0, 1), 3)") == elements("sample(normal(0, 1), 3, seed=1)"))
    #expect(elements("set seed 7\nsample(normal(0, 1), 3, seed=1)") != own)
    func losses(_ before: String, _ option: String) -> [Double] {
      elements(before + "r = train circles loss=bce n=40 epochs=3 \(option)\nr.train_loss")
    }
    #expect(losses("set seed 7\n", "") == losses("", "seed=7"))
    #expect(losses("set seed 7\n", "") != losses("", ""))
  }

  @Test func notesCanBeSwitchedOff() {
    let text = "mse([1], [inf])"
    #expect(!Script(text).notes.isEmpty)
    #expect(Script("set notes off\n" + text).notes.isEmpty)
  }

  @Test(arguments: ["set digits 4", "set digits=4", "set digits = 4"])
  func anEqualsSignDoesNoHarm(_ line: String) {
    #expect(shown(line + "\nset digits") == "4")
  }

  @Test(arguments: [
    ("set digits 4", false), ("set reactive off", true), ("set pager off", true), ("set digits", true),
  ])
  func howTheNotebookGoesAboutCellsIsNoPartOfIt(_ line: String, _ isAside: Bool) throws {
    let interpreter = Interpreter(host: .isolated)
    let cell = try #require(try interpreter.cells(of: line).first)
    #expect(interpreter.isAside(cell) == isAside)
  }

  @Test func aloneItListsAll() {
    let text = shown("set")
    for setting in Setting.all {
      #expect(text.contains(setting.name) && text.contains(setting.summary.prefix(30)))
    }
  }

  @Test(arguments: [
    ("set digits 0", "0"), ("set digits 18", "18"), ("set digits x", "x"), ("set digits 3 4", "3 4"),
    ("set notes maybe", "maybe"), ("set seed -1", "-1"), ("set seed 1e99", "1e99"),
  ])
  func whatASettingCannotBeIsRefused(_ line: String, _ words: String) throws {
    let script = Script(line)
    let error = try #require(script.errors.last)
    #expect(script.pointed(error) == words)
    #expect(error.code == .badArgument && error.hint?.hasPrefix("such as set ") == true)
  }

  @Test func anUnknownSettingIsMetWithTheNearest() throws {
    let error = try #require(failure("set digit 3"))
    #expect(error.code == .unknownSetting && error.hint?.hasPrefix("did you mean `set digits`?") == true)
    #expect(try #require(failure("set x 3")).hint?.contains("x = 3") == true)
  }

  @Test(arguments: Setting.all.map(\.name))
  func everySettingTakesItsOwnExampleAndShowsIt(_ name: String) throws {
    let setting = try #require(Setting.named(name))
    var settings = Settings()
    #expect(setting.apply(setting.example, to: &settings))
    #expect(setting.text(settings) == setting.example)
    #expect(!setting.apply("", to: &settings) && setting.text(settings) == setting.example)
  }
}
