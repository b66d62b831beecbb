import LossMath

extension HelpPage {
  static let all: [HelpPage] = [
    HelpPage(
      names: ["for", "for loop", "for loops", "loop", "loops", "while"], title: "repeats lines",
      texts: [
        "A loop goes over a range, with both ends, or over the elements of a vector. Several "
          + "statements stand on lines of their own or are parted by semicolons. Ctrl-C stops a loop that "
          + "takes too long.",
        "Commands such as train and plot stand outside of loops. There is no `while`.",
      ],
      code: ["w = 0", "for i in 1..100 { w = w - 0.1 * grad((w - 3)^2, w) }", "w"]),
    HelpPage(
      names: ["if", "else", "if else", "else if", "condition", "conditions"], title: "chooses between values",
      texts: [
        "The braces are needed, and `else` stands on the line of the brace before it. For a choice in "
          + "each element of a vector there is where(condition, a, b)."
      ],
      code: ["x = -2", "if x > 0 { x } else if x == 0 { 1 } else { -x }", "where([1, -2, 3] > 0, 1, 0)"]),
    HelpPage(
      names: ["load", "csv", "load csv", "file", "files", "own data"], title: "your own data from a CSV file",
      texts: [
        "d = data load \"rents.csv\" target=rent reads rows of values between commas, semicolons or tabs; then "
          + "`train d loss=mse`. The file is looked for where you are, then beside the script or notebook; \"-\" is standard "
          + "input.",
        "Header and separator are found out from the first line; header=on, header=off and separator=\";\" decide. "
          + "Without a header the columns are c0, c1, ... A column is named by its name (in quotes where it has "
          + "blanks) or by its place: target=-1 is the last.",
        "Every column of numbers becomes a feature; features=[size, rooms] or without=[id] choose. Text columns are "
          + "left out, or with categories=on spread into ones and zeros.",
        "Empty places, NA, NaN, null, none and ? are missing values. A row in which one is missing is left out; "
          + "missing=mean fills in what the column has on average. A row without a target is always left out.",
        "Texts to predict are classes, in the order of the alphabet. Numbers to predict are numbers, unless they are "
          + "few different whole ones (at most 10, each in 5 rows on average): those are classes too. "
          + "kind=regression and kind=classes decide.",
        "A file is often sorted: shuffle=on mixes the rows before they are divided, and split=0.8 lets 80% train.",
      ],
      code: []),
    HelpPage(
      names: ["scripts", "script", "args", "arguments", "batch", "shebang", "command line", "init file"],
      title: "lines from a file, run without you",
      texts: [
        "`lossbook run steps.loss` runs a file, `lossbook run notes.md` the cells of a notebook, and `source "
          + "\"steps.loss\"` runs either in the middle of what you do. With #!/usr/bin/env lossbook as its first line and "
          + "the right to be executed, a script is a program.",
        "What stands behind the script's name is in args: lossbook run steps.loss circles 0.1 makes args[0] the text "
          + "\"circles\" and args[1] the number 0.1. If all are numbers, args is a vector; len(args) counts them.",
        "data load \"-\" target=y reads standard input. Files are looked for where you are, then beside the script.",
        "Results go to standard output, errors to standard error with file, line and column. The exit status is 0, or 1 "
          + "where a cell failed, 64 for a wrong command line, 74 where output could not be written, 130 after Ctrl-C.",
        "--json writes an object a cell, --echo each cell before its result, --keep-going goes on after a failure, "
          + "--quiet leaves remarks out, --plain describes plots; --digits and --seed are those of `set`.",
        "Before the notebook's first cell init.loss is run, in the directory lossbook of ~/.config; --no-init leaves it "
          + "out.",
      ],
      code: []),
    HelpPage(
      names: ["assert"], title: "stops where something does not hold",
      texts: [
        "In a script or a lesson it makes sure of a result: the cell fails with the values of both "
          + "sides. Of a vector every element has to agree."
      ],
      code: ["assert abs(mse([1, 2], [1, 3]) - 0.5) < 1e-12"]),
    HelpPage(
      names: ["functions", "function", "lambda", "def", "own function", "own functions", "define"],
      title: "formulas of your own",
      texts: [
        "A function has a name, its arguments and one expression, or a block whose last expression is "
          + "its value. It may call itself. There are no functions without a name; grad takes the "
          + "expression itself.",
        "A function of (y, p) that gives one number is a loss: train circles loss=mine.",
      ],
      code: [
        "mine(y, p) = mean(abs(y - p)^1.5)", "mine([1, 2], [1, 4])",
        "step(w) = { g = grad(w^2, w); w - 0.1 * g }", "step(5)",
      ]),
    HelpPage(
      names: ["ranges", "range", "slices", "slice", "step", ".."],
      title: "a..b counts from a to b, both included",
      texts: [
        "A step other than 1 follows: a..b step s. In an index a range is a slice; an end left out "
          + "means the first or the last, and -1 is the last."
      ],
      code: ["0..1 step 0.25", "v = [10, 20, 30, 40]", "v[1..2]", "v[..-2]", "5..1 step -2"]),
    HelpPage(
      names: ["vectors", "vector", "matrices", "matrix", "index", "indices", "indexing"],
      title: "lists of numbers in square brackets",
      texts: [
        "A matrix is a vector of rows. Indices start at 0, negative ones count from the end, and a "
          + "vector of conditions picks what fulfils them. Operators go element by element; @ is the "
          + "matrix product."
      ],
      code: ["m = [[1, 2], [3, 4]]", "m[0, -1]", "m[.., 0]", "m @ [1, 1]", "v = [5, 6, 7]", "v[v > 5]"]),
    HelpPage(
      names: ["booleans", "boolean", "and", "or", "not", "true", "false", "comparison", "comparisons"],
      title: "true and false, and what makes them",
      texts: [
        "== != < <= > >= compare element by element; and, or, not join what they give. Where a number "
          + "is wanted, true counts 1 and false 0, so that the mean is a share: an accuracy, for one."
      ],
      code: ["y = [1, 0, 1, 1]; p = [0.9, 0.2, 0.4, 0.8]", "mean((p > 0.5) == y)", "all(p > 0 and p < 1)"]),
    HelpPage(
      names: ["ans", "out"], title: "values of earlier cells",
      texts: ["ans is the last value that was shown, and out[3] the one of cell 3."],
      code: ["mse([1, 2], [1, 4])", "sqrt(ans)"]),
    HelpPage(
      names: ["limits", "limit"], title: "how much one cell may take, so that no line exhausts the machine",
      texts: [
        "A cell that would take more ends with an error that names its limit. When you start Lossbook, --limit raises or "
          + "lowers one: lossbook --limit turns=1e9. The variable LOSSBOOK_LIMITS does it for every start, such as "
          + "LOSSBOOK_LIMITS=\"turns=1e9 memory=8192\"."
      ] + Limits.all.map { "\($0.name): \($0.value) \($0.unit)" },
      code: []),
    HelpPage(
      names: ["keys", "keyboard", "shortcuts", "ctrl-c", "ctrl-d"], title: "what the keys do",
      texts: [
        "TAB completes names, options, words and files; where several can stand, it says what each is. The arrows up "
          + "and down walk through what was typed, also in earlier sessions; Page Up and Page Down through what begins as "
          + "the line does; Ctrl-R searches.",
        "Alt-Enter begins a new line. From a line that continues, the arrow up goes back to those before it. What is "
          + "pasted runs with Enter, also with the prompts and outputs of a screen.",
        "Pages taller than the window stop where it is full: Space or PageDown goes on by a window, Enter or Down by a "
          + "line, q, Esc or Ctrl-C leaves the rest out, and another letter goes to the prompt. `set pager off` shows "
          + "pages at once.",
        "Ctrl-C clears the line or stops what is being computed; Ctrl-D on an empty line leaves. Keys of your own, and "
          + "those of vi, stand in ~/.editrc: bind -v.",
      ],
      code: []),
    HelpPage(
      names: [
        "demos", "demo", "train regression", "train circles", "train blobs", "train moons", "nine demos",
      ],
      title: "the tutorial's nine experiments",
      texts: [
        "Each trains a network of one hidden layer on 500 rows and tests it on 500 others, and draws "
          + "loss and metric over the epochs. `help train` lists the options."
      ],
      code: [
        "train regression loss=mse", "train regression loss=msle", "train regression loss=mae",
        "train circles loss=bce", "train circles loss=hinge", "train circles loss=squared_hinge",
        "train blobs loss=cce", "train blobs loss=sparse_cce", "train blobs loss=kl",
      ]),
  ]
}
