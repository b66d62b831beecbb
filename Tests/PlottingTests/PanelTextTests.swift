import Testing

@testable import Plotting

@Suite("Panels as text")
struct PanelTextTests {
  @Test("Curves over a variable")
  func curves() {
    #expect(
      Samples.losses.picture(60, height: 10) == """
                                    losses
        loss
           ┌───────────────────────────────────────────────────────┐
           │⠑⢄                                                     │
           │   ⢀                                                   │
           │    ⠑⠄                                                 │
        10 ┤       ⠠⡀                                              │
           │        ⠑                                              │
           │           ⠑⠢                                          │
           │              ⠐⠤⡀                                      │
           │⠒⠢⠤⠤⠤⣀⣀⣀⡀         ⠠⢄⡀                                  │
           │        ⠈⠉⠉⠉⠑⠒⠒⠒⠤⠤⠤⢄⣀⣀⣠⠤⡀                              │
         0 ┤                       ⠉⠉⠉⠉⠒⠒⠒⠢⠤⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀│
           └┬────────┬────────┬────────┬────────┬────────┬────────┬┘
           -3       -2       -1        0        1        2        3
                                       z
            ⠤⠤⠤⠤⠤ hinge(1, z)   ⠤⠤  ⠤ squared_hinge(1, z)
        """)
  }

  @Test("A line breaks at NaN and leaves the frame at infinity")
  func broken() {
    #expect(
      Samples.broken.picture(40, height: 6) == """
        y
          ┌────────────────────────────────────┐
          │                     ⠈       ⠑⠢⢄    │
          │                                ⠉⠢⢄⡀│
        2 ┤                                   ⠈│
          │       ⡀                            │
          │   ⢀⠤⠒⠉                             │
        0 ┤⡠⠔⠊⠁                                │
          └┬─────────────┬─────────────┬───────┘
           0             2             4
        """)
  }

  @Test("One point")
  func onePoint() {
    #expect(
      Samples.onePoint.picture(30, height: 5) == """
            ┌────────────────────────┐
        7.5 ┤                        │
            │                        │
        7.0 ┤            ●           │
            │                        │
        6.5 ┤                        │
            └────┬───────┬──────┬────┘
                2.8     3.0    3.2
        """)
  }

  @Test("A constant series has room on both sides")
  func constant() {
    #expect(
      Samples.constant.picture(30, height: 5) == """
             ┌───────────────────────┐
        0.55 ┤                       │
             │                       │
        0.50 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤│
             │                       │
        0.45 ┤                       │
             └┬──────────┬──────────┬┘
              0          1          2
        """)
  }

  @Test("A panel without anything to draw says so")
  func nothing() {
    #expect(
      Samples.missing.picture(30, height: 3) == """
        ┌────────────────────────────┐
        │                            │
        │      nothing to draw       │
        │                            │
        └────────────────────────────┘
        """)
  }

  @Test("A logarithmic axis leaves out zero")
  func logarithmic() {
    #expect(
      Samples.power.picture(40, height: 7) == """
                            error
              ┌────────────────────────────────┐
            1 ┤⠉⠒⠤⢄⣀                           │
              │     ⠉⠒⠤⣀                       │
              │         ⠉⠒⠤⣀                   │
              │                                │
        0.001 ┤                                │
              │                         ⠤⣀     │
              │                           ⠉⠑⠒⠤⣀│
              └┬───────────┬────────────┬──────┘
               0           2            4
        """)
  }

  @Test("A band, its line and reference lines")
  func spread() {
    #expect(
      Samples.spread.picture(40, height: 8) == """
           ┌───────────────────────────────────┐
         4 ┤                       ⠅       ⡀⠄⡂⠅│
           │                       ⠅ ⡀⠄⡂⠅⣂⣅⡦⠗⡒⠍│
         2 ┤                   ⡀⠄⡂⠅⣇⡥⡦⠕⡒⠍⡃⠅⠂⠁⠂⠁│
           │             ⡀⠄⡂⠅⡂⣅⡦⠕⡒⠍⡇⠅⠂⠅⠂⠁      │
         0 ┤⠁⠁⠁⠁⠁⠁⠁⡁⠅⡃⠅⣃⣅⡧⠕⡓⠍⡋⠅⠃⠅⠃⠁⠅⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁│
        -2 ┤ ⡀⠄⡂⠄⣂⣅⡦⠕⡒⠏⡃⠅⠂⠅⠂⠁      ⠅           │
           │⣅⡦⠥⡒⠍⡃⠅⠂⠅⠂⠁            ⠅           │
        -4 ┤⠅⠂⠅⠂⠁                  ⠅           │
           └──────┬──────────┬──────────┬──────┘
                 -2          0          2
            ⠤⠤⠤⠤⠤ mean   ⠄⠄⠄⠄⠄ zero
        """)
  }

  @Test("At ten columns the drawing keeps its room")
  func narrow() {
    #expect(
      Samples.onePoint.picture(10, height: 2) == """
        ┌────────┐
        │        │
        │    ●   │
        └─┬────┬─┘
         2.8  3.2
        """)
  }

  @Test("At one column nothing breaks")
  func oneColumn() {
    #expect(
      Samples.onePoint.picture(1, height: 1) == """
        ┌
        │
        └
        """)
  }
}
