/// How lines are written, on one page.
enum LanguageHelp {
  static let pieces: [Piece] =
    [
      .paragraph([StyledRun("The language", .heading)]),
      .text("One line is one cell. An open bracket or quote goes on in the next line; # starts a comment."),
      .blank,
    ]
    + rows.map { code, meaning in
      .paragraph(
        [
          StyledRun(code, .code),
          StyledRun(Wrapping.gap(after: code, to: 36) + meaning),
        ], first: 2, indent: 38)
    }

  /// Each line runs as it stands, one after the other; the tests do it.
  static let rows: [(code: String, meaning: String)] = [
    ("y = [1, 0, 1]", "a vector gets a name"),
    ("m = [[1, 2], [3, 4]]", "a matrix is a vector of vectors"),
    ("p = sigmoid([2, -1, 0.3])", "functions go element by element"),
    ("2 * p^2 + 1", "+ - * / ^, with NumPy's broadcasting"),
    ("m @ [1, 1]", "the matrix product"),
    ("p > 0.5 and y == 1", "comparisons; and, or, not"),
    ("where(p > 0.5, 1, 0)", "a choice for each element"),
    ("p[p > 0.5]", "the elements for which it holds"),
    ("y[0] + y[-1]", "indices start at 0; -1 is the last"),
    ("y[0..1]", "a slice includes its end"),
    ("m[.., 0]", "a column"),
    ("0..1 step 0.25", "a range includes its end"),
    ("f(w) = mean((w * y - p)^2)", "a function of your own"),
    ("w = 0", "a number to start from"),
    ("grad(f(w), w)", "the exact gradient"),
    ("for i in 1..100 { w = w - 0.1 * grad(f(w), w) }", "a loop"),
    ("if w > 0 { w } else { -w }", "a choice of values"),
    ("assert f(w) < 1", "stops where it does not hold"),
    ("bce(y, p, reduction=\"sum\")", "options by name"),
    ("ans", "the last value; out[3] is that of cell 3"),
  ]
}
