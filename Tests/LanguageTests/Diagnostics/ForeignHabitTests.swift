import Testing

@testable import Language

/// Lines as Python, NumPy, MATLAB, R, Julia and C write them: each is met at its place, with what to write here.
struct ForeignHabitTests {
  struct Habit: CustomTestStringConvertible, Sendable {
    let line: String
    let place: String
    let remedy: String

    init(_ line: String, _ place: String, _ remedy: String) {
      (self.line, self.place, self.remedy) = (line, place, remedy)
    }

    var testDescription: String { line }
  }

  static let signs = [
    Habit("2 ** 3", "**", "x^2"), Habit("y[1:3]", ":", "y[1..2]"), Habit("mean(1:3)", ":", "1..3"),
    Habit("1:3", ":", "1..3"), Habit("x <- 3", "<-", "x = ..."), Habit("x<-3", "<-", "x < -1"),
    Habit("x := 3", ":=", "x = ..."), Habit("y'", "'", "transpose(y)"), Habit("[1, 2]'", "'", "transpose(x)"),
    Habit("'abc'", "'abc'", "\"abc\""), Habit("x += 1", "+=", "x = x + ..."),
    Habit("y *= 2", "*=", "y = y * ..."),
    Habit("x++", "++", "x = x + 1"), Habit("x--", "--", "x = x - 1"), Habit("y > 1 && y < 3", "&&", "`and`"),
    Habit("y > 1 || y < 3", "||", "`or`"), Habit("y > 1 & y < 3", "&", "`and`"), Habit("!x", "!", "`not`"),
    Habit("1 ~= 2", "~", "!="), Habit("~x", "~", "`not`"), Habit("10 % 3", "%", "mod(a, b)"),
    Habit("10 %% 3", "%%", "mod(a, b)"), Habit("y %*% y", "%*%", "a @ b"),
    Habit("1 %in% y", "%in%", "any(y == x)"),
    Habit("10 // 3", "//", "floor(a / b)"), Habit("x = 3; // three", "//", "begins with #"),
    Habit("/* three */", "/*", "begins with #"), Habit("% three", "%", "begins with #"),
    Habit("y .* y", ".*", "a * b"), Habit("y ./ 2", "./", "a / b"), Habit("y .^ 2", ".^", "a ^ b"),
    Habit("y |> sum", "|>", "f(x)"), Habit("f = x -> x^2", "->", "f(x) = x^2"),
    Habit("1...3", "...", "1..10"),
    Habit("x > 1 ? 2 : 3", "?", "if c { a } else { b }"), Habit("run1$loss", "$", "run1.train_loss"),
    Habit("1,5 + 2", ",", "1.5"), Habit("a, b = 1, 2", ",", "a = 1; b = 2"),
    Habit("plot x^2 for x in -2,3", ",", "for x in -2..3"),
    Habit("plot x^2 for x in (-2, 3)", ",", "for x in -2..3"),
    Habit("for i in 1, 5 { i }", ",", "for i in 1..5"),
    Habit("for i in (1, 5, 6) { i }", ",", "for i in [1, 5, 6]"),
    Habit("sweep lr in 0.1, 0.2 on moons", ",", "lr in [0.1, 0.2]"),
  ]

  static let words = [
    Habit("import numpy as np", "import", "nothing is imported"),
    Habit("from math import log", "from", "nothing"),
    Habit("using Flux", "using", "nothing"), Habit("def f(x): return x", "def", "f(x) = x^2"),
    Habit("function f(x) x end", "function", "f(x) = x^2"), Habit("let x = 3", "let", "x = 3"),
    Habit("while x < 3 { x = x + 1 }", "while", "for i in"),
    Habit("while (x < 3) x = 2", "while", "for i in"),
    Habit("return 3", "return", "last expression"), Habit("print \"a\"", "print", "by itself"),
    Habit("lambda x: x^2", "lambda", "f(x) = x^2"), Habit("for i in range(10): x = i", ":", "braces"),
    Habit("for i in 1..3: x = i", ":", "braces"), Habit("for (i in 1:10) { i }", "(", "for i in 1..10"),
    Habit("if x > 1: 2", ":", "braces"), Habit("x = y if 1 else 2", "if", "if c { a } else { b }"),
    Habit("x is 3", "is", "=="), Habit("x in y", "in", "any(y == x)"),
    Habit("[i^2 for i in y]", "for", "element by element"), Habit("f\"{x}\"", "\"{x}\"", "not put together"),
    Habit("\"a\" + \"b\"", "\"a\"", "not put together"), Habit("True", "True", "true"),
    Habit("None", "None", "nan"),
    Habit("x == None", "None", "nan"), Habit("exit", "exit", "`quit`"), Habit("clear", "clear", "Ctrl-L"),
    Habit("pip install numpy", "pip", "nothing is imported"), Habit("cd ..", "cd", "started in"),
    Habit("[1 2 3]", "2", "[1, 2, 3]"), Habit("[1, 2; 3, 4]", ";", "[[1, 2], [3, 4]]"),
    Habit("break", "break", "if i > 3"), Habit("pi x^2", "x", "2*x"),
  ]

  static let calls = [
    Habit("np.log(2)", "np.log", "log(...)"), Habit("np.array([1, 2])", "np.array", "[1, 2, 3]"),
    Habit("torch.tensor([1, 2])", "torch.tensor", "[1, 2, 3]"), Habit("np.pi", "np", "pi"),
    Habit("np.random.randn(3)", "np.random.randn", "sample(normal(0, 1), 5)"),
    Habit("rand(3)", "rand", "sample("),
    Habit("np.random.seed(1)", "np.random.seed", "set seed 7"), Habit("np.dot(y, y)", "np.dot", "a @ b"),
    Habit(
      "tf.keras.losses.MeanSquaredError()", "tf.keras.losses.MeanSquaredError", "mse(y_true, y_pred)"),
    Habit(
      "tf.keras.losses.binary_crossentropy(y, y)", "tf.keras.losses.binary_crossentropy",
      "bce(y_true, y_pred)"),
    Habit("keras.losses.KLDivergence()", "keras.losses.KLDivergence", "kl("),
    Habit("nn.BCEWithLogitsLoss()", "nn.BCEWithLogitsLoss", "from_logits=true"),
    Habit("F.cross_entropy(y, y)", "F.cross_entropy", "sparse_cce("),
    Habit("HuberLoss()", "HuberLoss", "huber("),
    Habit("nn.SmoothL1Loss()", "nn.SmoothL1Loss", "smooth_l1("),
    Habit("nn.MultiLabelMarginLoss()", "nn.MultiLabelMarginLoss", "multilabel_margin("),
    Habit("sklearn.metrics.log_loss(y, y)", "sklearn.metrics.log_loss", "bce("),
    Habit("np.blorp(2)", "np.blorp", "help WORDS"), Habit("np.sofmax(y)", "np.sofmax", "softmax(...)"),
    Habit("print(x)", "print", "by itself"), Habit("c(1, 2, 3)", "c", "[1, 2, 3]"),
    Habit("y.mean()", "y.mean", "mean(y)"),
    Habit("y[0..1].sum()", "y[0..1].sum", "sum(y[0..1])"), Habit("y.append(4)", "y.append", "concat(a, b)"),
    Habit("model.fit(y, y)", "model.fit", "train DATA"),
    Habit("loss.backward()", "loss.backward", "grad(loss, w)"),
    Habit("y.shape", "shape", "shape(y)"), Habit("y.T", "T", "transpose(y)"),
    Habit("y.length", "length", "len(x)"),
    Habit("isnan(x)", "isnan", "x != x"),
    Habit("pd.read_csv(\"a.csv\")", "pd.read_csv", "data load"),
  ]

  @Test(arguments: signs + words + calls)
  func habitIsMetAtItsPlace(_ habit: Habit) throws {
    let script = Script("x = 2; y = [1, 2, 3]\n" + habit.line)
    let error = try #require(script.errors.first, "\(habit.line) is no error")
    #expect(script.pointed(error) == habit.place, "\(error.message)")
    #expect(error.hint?.contains(habit.remedy) == true, "\(error.message); \(error.hint ?? "no hint")")
  }

  /// What only looks like a habit is none.
  @Test(arguments: [
    "x < -3", "x <-3 or x > 1", "(x <-3)", "1 != 2", "len(y)", "x = -1", "x - -1", "val = 3; val + 1",
    "let = 3",
    "2.*3", "y[1,]", "print = 3; print", "print(a) = a; print(3)", "repeat(n) = n; repeat(3)",
    "f(x) = x; f(1) # c'est",
    "\"it's\"", "is = 3; is + 1", "class = [1]; class[0]",
  ])
  func whatIsRightStaysRight(_ line: String) {
    let script = Script("x = 2; y = [1, 2, 3]\n" + line)
    #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")")
  }
}
