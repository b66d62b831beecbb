import TestSupport

/// A course of three short lessons with a question of every kind.
enum LearnerCourse {
  static func write(in home: TemporaryDirectory) throws {
    try home.write("course/01-means.md", means)
    try home.write("course/02-choices.md", choices)
    try home.write("course/03-rates.md", rates)
  }

  private static let means = """
    # Means

    ```loss
    y = [1, 2, 4]
    p = [1, 3, 2]
    ```

    ```question value
    What is the **mean squared error** of `y` and `p`?
    ```

    ```solution
    mse(y, p) => The squares are 0, 1 and 4.
    ```

    ```wrong
    1 => That is the mean *absolute* error.
    ```

    ```hint
    Square each error first.
    ```

    ```hint
    The squares are 0, 1 and 4. Take their mean.
    ```

    ```question function
    Define `half(x)`.
    ```

    ```solution
    half(x) = x / 2
    ```

    ```test
    half(3)
    half(-1)
    ```

    It works:

    ```loss
    half(8)
    ```
    """

  private static let choices = """
    # Choices

    ```question choice
    Which one drops the sign?
    - [ ] `mse` => It squares.
    - [x] `mae` => It takes the distance.
    ```

    ```question choices
    Which are 0 for a perfect guess?
    - [x] `mse`
    - [x] `mae`
    - [ ] `cosh` => That one is 1.
    ```

    ```question order
    From small to large.
    1. one
    2. two
    3. three
    ```
    """

  private static let rates = """
    # Rates

    ```loss
    f(w) = (w - 2)^2
    w = 0
    ```

    ```question expression
    The gradient of `f` at `w`, without `grad`.
    ```

    ```solution
    2 * (w - 2)
    ```

    ```test
    w = 5
    ```

    ```question goal
    Bring `f(w)` below 0.01.
    ```

    ```solution
    w = 2
    ```

    ```wrong
    w = 5 when w > 2.1 => You went past the lowest point.
    ```

    ```test
    f(w) < 0.01
    ```
    """
}
