import Testing

@testable import Plotting

@Suite("Scatter plots")
struct ScatterTests {
  @Test("Two classes have two glyphs")
  func classes() {
    #expect(
      Samples.classes.picture(60, height: 12) == """
                                     blobs
        x1
           ┌───────────────────────────────────────────────────────┐
           │                               ○ ○     ○               │
         2 ┤                                   ○  ○ ○              │
           │                     ○     ○○  ○○○○○○○○○ ○ ○○          │
           │                        ○○○○ ○○ ○○   ○ ○○ ○○○○         │
         1 ┤    ●     ●  ●●  ●●○ ○ ○○○○○ ○○○○ ○○○○○○○   ○   ○      │
           │      ●   ●●● ● ●  ●●● ○○●○ ○○○○○○○○○  ○○ ○○ ○         │
           │  ● ● ●●●● ● ● ●  ●●●●○●● ○● ○○ ●○○ ○  ○○○○ ○      ○   │
         0 ┤●●●   ●●● ●● ●●●●●●●●○●●●   ●  ○○ ○○ ○ ○○    ○         │
           │    ●  ●●●●●● ●● ●●●●● ●●●    ○      ○                 │
           │● ●    ●   ● ●●●●● ●  ●                                │
        -1 ┤  ●   ●● ●●●●     ●   ●●    ●                          │
           │      ●       ●    ● ●                                 │
           └─┬────────────┬─────────────┬────────────┬────────────┬┘
            -1            0             1            2            3
                                      x0
            ● class 0   ○ class 1
        """)
  }

  @Test("Two classes in ASCII")
  func asciiClasses() {
    #expect(
      Samples.classes.picture(40, height: 8, .ascii) == """
                          blobs
        x1
          +------------------------------------+
          |                    o o             |
        2 +                 oo  o ooooo        |
          |         *    oooooooooooooooo      |
          |   ** ********oooooooooooooooo o    |
          | *************o* o oooooooooo    o  |
        0 +** ************** *o    oo   o      |
          |*** * *** *** **  *                 |
          |    *    *  * *                     |
          +-+-------+--------+-------+--------++
           -1       0        1       2        3
                            x0
           * class 0   o class 1
        """)
  }
}
