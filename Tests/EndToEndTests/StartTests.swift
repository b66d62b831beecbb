import TestSupport
import Testing

/// What happens before the first cell.
@Suite struct StartTests {
  private static let file = ".config/lossbook/init.loss"

  @Test func theReadersOwnBeginningRunsFirst() throws {
    let home = try TemporaryDirectory()
    try home.write(Self.file, "# mine\nk = 42\n\"ready\"\nset digits 3\n")
    let sitting = try Sitting(home: home)
    #expect(sitting.showsLine("\"ready\"") && sitting.shows("Lossbook: a notebook"))
    try sitting.enter("k + 1/3", next: 2)
    #expect(sitting.showsLine("42.3"))
  }

  @Test func theCommandLineHasTheLastWord() throws {
    let home = try TemporaryDirectory()
    try home.write(Self.file, "set digits 3\n")
    let sitting = try Sitting(home: home, arguments: ["--digits", "5"])
    try sitting.enter("1/3", next: 2)
    #expect(sitting.showsLine("0.33333"))
  }

  @Test func aMistakeInItIsShownWithItsPlace() throws {
    let home = try TemporaryDirectory()
    let path = try home.write(Self.file, "k = 42\nk = nope\nk = 1\n")
    let sitting = try Sitting(columns: 200, home: home)
    #expect(sitting.shows("\(path):2:5: error: `nope` is not known"))
    try sitting.enter("k", next: 2)
    #expect(sitting.showsLine("42"))
  }

  @Test func itCanBeLeftOut() throws {
    let home = try TemporaryDirectory()
    try home.write(Self.file, "\"ready\"\n")
    let sitting = try Sitting(home: home, arguments: ["--no-init"])
    #expect(!sitting.shows("ready"))
    let script = try Binary.run(["-e", "1"], in: home, environment: ["HOME": home.path])
    #expect(script.output == "1\n")
  }

  @Test func quietDoesNotGreet() throws {
    let sitting = try Sitting(arguments: ["--quiet"])
    #expect(sitting.screen.text == "[1]>")
  }

  @Test func dataFromTheKeyboardCanBeRefused() throws {
    let home = try TemporaryDirectory()
    try home.write("a.loss", "\"ready\"\ndata load \"-\" target=y\n")
    let terminal = try PseudoTerminal(["run", "a.loss"], home: home)
    try terminal.wait(for: "ready")
    terminal.type("a,y\r")
    try terminal.wait(for: "a,y")
    terminal.type(Key.interrupt)
    #expect(try terminal.waitForEnd() == .code(130))
  }
}
