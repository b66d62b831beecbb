import ArgumentParser
import Notebook

struct Catalogue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Print the catalogue of losses as Markdown.")

  mutating func run() throws {
    let output = Output()
    output.write(LossCatalogue.markdown)
    try output.finish()
  }
}
