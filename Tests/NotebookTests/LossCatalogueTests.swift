import LossMath
import TestSupport
import Testing

@testable import Notebook

@Suite struct LossCatalogueTests {
  @Test func thePageInTheDocumentsIsUpToDate() throws {
    let page = try FileBytes.readText(Repository.path("docs/losses.md"))
    #expect(page == LossCatalogue.markdown, "write it anew: lossbook catalogue > docs/losses.md")
  }

  @Test func everyLossHasItsSection() {
    for loss in Loss.all {
      #expect(LossCatalogue.markdown.contains("## \(loss.name)\n"))
      #expect(LossCatalogue.markdown.contains(loss.example))
    }
  }
}
