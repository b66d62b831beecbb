/// Words of other languages, with what to write here.
enum ForeignWords {
  static func remedy(_ word: String) -> String? {
    switch word {
    case "print", "echo", "disp", "printf", "display":
      "write the expression alone: it shows its value by itself"
    case "def", "fn", "func", "function": "a function is written f(x) = x^2"
    case "let", "var", "const": "a value gets its name with =: x = 3"
    case "import", "from", "using", "require", "include": "nothing is imported: every function is there"
    case "while", "until", "repeat": "a loop is written: for i in 1..100 { ... }"
    case "return": "the value of a function is its last expression"
    case "elif", "elseif": "write: if a { ... } else if b { ... } else { ... }"
    case "True", "TRUE": "write true"
    case "False", "FALSE": "write false"
    case "None", "null", "nil": "there is no such value; nan stands for a number that is missing"
    case "exit": "`quit` leaves Lossbook"
    case "range", "arange": "a range is written 0..9, with a step 0..1 step 0.1"
    case "array", "tensor", "list", "c": "a vector is written [1, 2, 3]"
    case "size", "numel", "length": "write len(x), or shape(x)"
    case "pow": "write a^b"
    case "dot", "matmul": "write a @ b"
    case "train_test_split": "the first half of a data set trains, the other half tests"
    default: nil
    }
  }
}
