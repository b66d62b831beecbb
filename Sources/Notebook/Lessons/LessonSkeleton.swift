/// A lesson to begin with: one of everything, and it passes the check.
public enum LessonSkeleton {
  /// The file for a name: the name itself where it ends in `.md`, else its words in small letters.
  public static func path(_ name: String) -> String {
    if name.hasSuffix(".md") { return name }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "." }
    return words.joined(separator: "-") + ".md"
  }

  /// The file of a path without its directory and ending; empty where nothing is left.
  public static func file(_ path: String) -> String {
    String((path.split(separator: "/", omittingEmptySubsequences: false).last ?? "").dropLast(3))
  }

  private static func title(_ name: String) -> String {
    guard name.hasSuffix(".md") else { return name.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let words = file(name).drop { $0.isNumber || $0 == "-" }.split(separator: "-").joined(separator: " ")
    return words.isEmpty ? "A lesson" : words.prefix(1).uppercased() + words.dropFirst()
  }

  public static func text(_ name: String) -> String {
    """
    # \(title(name))

    What the reader will know afterwards, in a sentence or two.

    ```loss
    y = [1, 2, 4]
    p = [1, 3, 2]
    mse(y, p)
    ```

    ```output
    1.66667
    ```

    The squares of the errors add up to 5<!-- = sum((y - p)^2) -->.

    ```question value
    What is the mean absolute error of the same `y` and `p`?
    ```

    ```solution
    mae(y, p) => The errors are 0, 1 and 2; their mean is 1.
    ```

    ```wrong
    3 => That is the sum of the errors. Divide by how many there are.
    ```

    ```hint
    Drop the sign of each error, then take the mean.
    ```

    ---

    ```question choice
    Which of the two grows faster with one large error?
    - [x] `mse` => Twice the error costs four times as much.
    - [ ] `mae` => Twice the error costs twice as much here.
    ```

    ## Summary

    - What to remember.

    """
  }
}
