import Testing

@testable import Plotting

@Suite("Figures as text")
struct FigureTextTests {
  @Test("A training run at 80 columns is two panels side by side")
  func eightyColumns() {
    #expect(
      Samples.run.picture(80) == """
                                       circles, loss=bce

                           loss                                   accuracy
            ┌─────────────────────────────────┐      ┌─────────────────────────────────┐
        0.7 ┤⢄                                │  0.8 ┤                 ⣀⣀⣀⠤⠤⠤⠴⠒⠒⠒⠒⠒⠋⠉⠉⠉│
            │⢹                                │      │          ⢀⣠⠤⠖⠒⠉⠉⠁    ⣀  ⣀⡄ ⠠⠤⠄ ⠒│
            │⠸⣄                               │      │       ⣠⠴⠊⠁   ⢠⠤ ⠐⠒⠁ ⠈⠁          │
            │ ⡟                               │      │     ⡠⠊⠁⢀ ⠐⠊⠁                    │
        0.6 ┤ ⠸⡠⡀                             │  0.7 ┤   ⢀⠞ ⡀⠈⠉                        │
            │  ⢣⠑                             │      │  ⢀⠎⠠⠊                           │
            │  ⠈⢆⠐⢄                           │      │  ⡜⡠                             │
        0.5 ┤   ⠈⢦ ⠁⢀⣀                        │  0.6 ┤ ⢰⠑⠁                             │
            │     ⠑⢄⡀⠈ ⠠⢄⡀                    │      │ ⣧                               │
            │       ⠙⠲⢄⡀   ⠘⠒ ⠠⠤⡀ ⢀⡀          │      │⢰⠋                               │
            │          ⠈⠙⠒⠦⠤⣀⣀⡀    ⠉  ⠉⠃ ⠐⠒⠂ ⠤│      │⣸                                │
        0.4 ┤                 ⠉⠉⠉⠒⠒⠒⠲⠤⠤⠤⠤⠤⣄⣀⣀⣀│  0.5 ┤⠊                                │
            └┬───────┬───────┬───────┬───────┬┘      └┬───────┬───────┬───────┬───────┬┘
             0      50      100     150     200       0      50      100     150     200
                           epoch                                    epoch
             ⠤⠤⠤⠤⠤ train   ⠤⠤  ⠤ test                 ⠤⠤⠤⠤⠤ train   ⠤⠤  ⠤ test
        """)
  }

  @Test("A training run at 40 columns is two panels below one another")
  func fortyColumns() {
    #expect(
      Samples.run.picture(40, height: 6) == """
                   circles, loss=bce

                            loss
            ┌──────────────────────────────────┐
            │⢳⡀                                │
        0.6 ┤⠈⢆⡀                               │
            │ ⠈⢮⠢                              │
            │   ⠑⢦⡘⠒ ⣀⡀                        │
            │     ⠈⠑⠲⠤⣌⣀⡀⠒⠒ ⠠⠤⠄ ⣀⣀  ⣀⣀         │
        0.4 ┤           ⠈⠉⠉⠑⠒⠒⠒⠒⠦⠤⠤⠤⠤⠤⠤⠬⣍⣁⣀⣈⣉⣁⣀│
            └┬───────┬────────┬───────┬───────┬┘
             0      50       100     150     200
                           epoch
             ⠤⠤⠤⠤⠤ train   ⠤⠤  ⠤ test

                          accuracy
            ┌──────────────────────────────────┐
        0.8 ┤           ⢀⣀⣀⡠⠤⠤⠤⠤⠖⠒⠒⠒⠒⠒⠒⢒⣋⡉⠉⢉⣉⡉⠉│
            │     ⢀⡠⠴⠒⢋⠉⠁⠤⠤ ⠐⠒⠂ ⠉⠉  ⠉⠉         │
            │   ⡠⠞⢡⠤ ⠉⠁                        │
            │ ⢀⢞⠔                              │
        0.6 ┤⢀⠎⠁                               │
            │⡼⠁                                │
            └┬───────┬────────┬───────┬───────┬┘
             0      50       100     150     200
                           epoch
             ⠤⠤⠤⠤⠤ train   ⠤⠤  ⠤ test
        """)
  }

  @Test("A training run in ASCII")
  func ascii() {
    #expect(
      Samples.run.picture(80, height: 8, .ascii) == """
                                       circles, loss=bce

                           loss                                   accuracy
            +---------------------------------+      +---------------------------------+
            |o                                |  0.8 +                 ****************|
            |*o                               |      |        *********oooooooooooooooo|
        0.6 + *o                              |      |     ***ooooooooo                |
            |  *oo                            |      |   **oooo                        |
            |   *ooooo                        |      |  **o                            |
            |     ****oooooooo                |  0.6 + oo                              |
            |        ********o*ooooooooooooooo|      |**                               |
        0.4 +                 ****************|      |*                                |
            ++-------+-------+-------+-------++      ++-------+-------+-------+-------++
             0      50      100     150     200       0      50      100     150     200
                           epoch                                    epoch
             *** train   ooo test                     *** train   ooo test
        """)
  }
}
