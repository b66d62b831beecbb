import ArgumentParser
import Language
import Notebook
import Terminal

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Run notebooks and write them as web pages, Jupyter notebooks, scripts or Markdown.",
    discussion: """
      Each notebook runs from clean; the file gets its prose, its cells and what they show.

        lossbook export notes.md --to html --to ipynb
        lossbook export notes.md -o page.html
        lossbook export lessons --to html -o site
        lossbook export notes.md --to html -o -
        lossbook export notes.ipynb --to md

      The first writes notes.html and notes.ipynb beside the notebook, the third a page for each lesson into a directory, \
      the fourth to standard output. The last takes a notebook back from Jupyter. A notebook \
      of which a cell fails is written with --keep-going only.
      """)

  @Argument(
    help: ArgumentHelp(
      "Notebooks, of Markdown or of Jupyter, or directories of them.", valueName: "notebook"),
    completion: .file())
  var notebooks: [String]

  @Option(
    help: ArgumentHelp(
      "\(ExportFormat.all.map(\.name).joined(separator: ", ")), or a file that ends so; may be repeated.",
      valueName: "format"))
  var to: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file, a directory, or - for standard output; may be repeated.", valueName: "path"),
    completion: .file())
  var output: [String] = []

  @Flag(help: "Replace a file even if something else stands in it.")
  var overwrite = false

  @OptionGroup var options: PlayOptions
  @OptionGroup var limits: LimitOptions
  @ParentCommand var program: Lossbook

  private var plan: ExportPlan {
    get throws(FileProblem) { try ExportPlan(notebooks, formats: to, outputs: output) }
  }

  mutating func validate() throws {
    try program.expectNothing(besides: [], for: Self.self)
    do throws(FileProblem) { _ = try plan } catch { throw ValidationError(sanitised(error.reason)) }
  }

  mutating func run() throws {
    setUpLocale()
    let plan = try plan
    let exporter = Exporter(options, plan, overwrites: overwrite)
    for job in plan.jobs {
      exporter.export(job)
      if Interrupt.isRequested { break }
    }
    try exporter.finish()
  }
}
