import Testing

@testable import Plotting

@Suite("Bars as text")
struct BarTextTests {
  @Test("Bars from zero, to the left where negative")
  func bars() {
    #expect(
      Samples.bars.picture(50) == """
                            test loss
                  bce 0.41      │████████████████████▌
                hinge  0.5      │█████████████████████████
        squared_hinge 0.31      │███████████████▌
                  bad -0.1 █████│
                 none  NaN      │
        """)
  }

  @Test("Bars in ASCII")
  func asciiBars() {
    #expect(
      Samples.bars.picture(40, .ascii) == """
                       test loss
                  bce 0.41    |##############
                hinge  0.5    |#################
        squared_hinge 0.31    |##########
                  bad -0.1 ###|
                 none  NaN    |
        """)
  }
}
