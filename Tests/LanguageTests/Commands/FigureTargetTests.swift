import Plotting
import Testing

@testable import Language

struct FigureTargetTests {
  /// Keeps what is written.
  private final class Files {
    var texts: [String: String] = [:]

    var host: Host {
      Host(
        readFile: { (_) throws(FileProblem) in throw FileProblem(reason: "none") },
        writeFile: { [self] (path, text) throws(FileProblem) in
          if path.hasPrefix("/") { throw FileProblem(reason: "permission denied") }
          texts[path] = text
        })
    }
  }

  @Test(arguments: [
    "plot z^2 for z in -1..1", "plot [1, 2]", "plot normal(0, 1)", "m = minimize (w - 1)^2 over w\nplot m",
    "r = train circles loss=bce n=40 epochs=2\nplot r",
    "r = train circles loss=bce n=40 epochs=2\nboundary r",
    "r = train circles loss=bce n=40 epochs=2\nlandscape r size=3",
    "r = train circles loss=bce n=40 epochs=2\nconfusion r",
    "r = train circles loss=bce n=40 epochs=2\ncalibration r",
    "r = train regression loss=mse n=40 epochs=2\nresiduals r",
  ])
  func everyDrawingCommandWrites(_ text: String) {
    let files = Files()
    let setup = "w = 2\n"
    for name in ["fig.svg", "a b.SVG", "fig.txt"] {
      let script = Script(setup + text + " to \"\(name)\"", host: files.host)
      #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
      #expect(script.shown().contains("Wrote \(name): "))
      let isPicture = files.texts[name]?.hasPrefix("<svg ") ?? false
      #expect(isPicture == name.lowercased().hasSuffix("svg") && files.texts[name]?.isEmpty == false)
      let figures = script.outcomes.last?.pieces.filter { if case .figure = $0 { true } else { false } }
      #expect(figures?.isEmpty == true, "a figure in a file is not drawn again")
    }
  }

  @Test func theSizeIsSaid() {
    let files = Files()
    #expect(
      Script("plot [1, 2] to \"f.svg\"", host: files.host).shown().hasPrefix(
        "Wrote f.svg: 640 by 420 pixels, "))
    let text = Script("plot [1, 2] to \"f.txt\"", host: files.host).shown()
    let lines = files.texts["f.txt"]?.split(separator: "\n", omittingEmptySubsequences: false).count ?? 0
    #expect(text.hasPrefix("Wrote f.txt: \(lines - 1) lines, "))
  }

  @Test(arguments: [
    ("plot [1, 2] to \"f.png\"", DiagnosticCode.badArgument), ("plot [1, 2] to \"svg\"", .badArgument),
    ("plot [1, 2] to f.svg", .badCommand), ("plot [1, 2] to 3", .wrongType),
    ("plot [1, 2] to \"\"", .badArgument),
    ("plot [1, 2] to \"a.svg\", \"b.svg\"", .badCommand), ("plot [1, 2] to \"/f.svg\"", .unwritableFile),
    ("r = 3\nboundary r to \"f.gif\"", .badArgument),
  ])
  func mistakes(_ text: String, _ code: DiagnosticCode) {
    let error = failure(text, host: Files().host)
    #expect(error?.code == code, "\(error?.message ?? "no error")")
    #expect(error?.hint?.contains(".svg") == true)
  }

  @Test func aNameMayBeAVariable() {
    let files = Files()
    _ = Script("name = \"v.svg\"\nplot [1, 2] to name", host: files.host)
    #expect(files.texts["v.svg"] != nil)
  }
}
