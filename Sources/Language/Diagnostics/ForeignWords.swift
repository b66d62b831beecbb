/// Words of other languages, with what to write here.
enum ForeignWords {
  static func remedy(_ word: String) -> String? { table[word] ?? ForeignCalls.functions[word] }

  /// Words that begin a line elsewhere and have another word behind them.
  static let openings: Set<String> = [
    "import", "from", "using", "require", "include", "library", "def", "fn", "func", "function", "class",
    "let", "var",
    "const", "val", "global", "while", "until", "repeat", "return", "del", "rm", "print", "echo", "disp",
    "display",
    "with", "try", "switch", "match", "pip", "conda", "cd", "ls", "clear", "elif", "elseif",
  ]

  private static let table: [String: String] = Dictionary(
    rows.flatMap { row in row.words.split(separator: " ").map { (String($0), row.remedy) } },
    uniquingKeysWith: { first, _ in first })

  private static let rows: [(words: String, remedy: String)] = [
    ("print echo disp printf display cat", "write the expression alone: it shows its value by itself"),
    ("def fn func function", "a function is written f(x) = x^2"),
    ("class struct", "there are no classes; a function is written f(x) = x^2"),
    ("let var const val global", "a value gets its name with =: x = 3"),
    ("import from using require include library pip conda", "nothing is imported: every function is there"),
    ("while until repeat", "a loop is written: for i in 1..100 { ... }"),
    ("return", "the value of a function is its last expression"),
    ("elif elseif", "write: if a { ... } else if b { ... } else { ... }"),
    ("switch match try with", "a choice is written: if a { ... } else if b { ... } else { ... }"),
    (
      "break continue pass",
      "a loop goes to its end; what is not always done stands in an if: if i > 3 { ... }"
    ),
    ("del rm", "a name keeps its value until it gets another"),
    ("True TRUE", "write true"), ("False FALSE", "write false"),
    (
      "None null nil NULL NA undefined",
      "there is no such value; nan stands for a number that is missing, and x != x finds it"
    ),
    ("NaN", "write nan"), ("Inf Infinity", "write inf"),
    ("exit bye", "`quit` leaves Lossbook"), ("clear cls clc", "Ctrl-L clears the screen"),
    ("ls dir who whos locals globals", "`vars` lists what has a name"),
    ("cd pwd", "files are named from the directory that Lossbook was started in"),
    ("np numpy torch tf keras nn jnp", "functions and constants have no prefix here: log(x), pi"),
  ]
}
