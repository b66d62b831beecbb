import LossMath

/// Functions as other languages and libraries call them, with what to write here.
enum ForeignCalls {
  /// - Parameters:
  ///   - path: the names between dots, such as `np`, `random`, `randn`.
  ///   - base: what stands before the last dot.
  static func remedy(_ path: [String], base: String) -> String {
    guard let name = path.last else { return "`help` lists what there is" }
    if let root = path.first, modules.contains(root) {
      return lossesOfTorch[name] ?? functions[name] ?? loss(named: name).map(write)
        ?? Builtin.named(name).map { _ in "functions have no prefix here: \(name)(...)" }
        ?? near(name) { "\($0)(...)" } ?? "there is no such function; `help WORDS` looks for one"
    }
    return methods[name] ?? Builtin.named(name).map { _ in "write \(name)(\(base))" } ?? functions[name]
      ?? near(name) { "\($0)(\(base))" } ?? "functions come first: f(\(base))"
  }

  /// What is said of a function that is called by its name alone.
  static func remedy(_ name: String) -> String? {
    ForeignWords.remedy(name) ?? lossesOfTorch[name] ?? loss(named: name).map(write)
  }

  private static func write(_ loss: Loss) -> String {
    "write \(loss.name)(" + loss.inputs.map(\.name).joined(separator: ", ") + ")"
  }

  private static func near(_ name: String, _ call: (String) -> String) -> String? {
    Suggestions.nearest(to: name, among: Builtin.names).map { "did you mean \(call($0))?" }
  }

  /// The loss that a class or function of another library stands for: `MeanSquaredError`, `huber_loss`.
  private static func loss(named name: String) -> Loss? {
    var key = key(name)
    if let loss = lossesByKey[key] { return loss }
    if key.hasSuffix("loss") { key.removeLast(4) }
    return lossesByKey[key]
  }

  private static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

  private static let lossesByKey: [String: Loss] = Dictionary(
    Loss.all.flatMap { loss in ([loss.name] + loss.aliases).map { (key($0), loss) } },
    uniquingKeysWith: { first, _ in first })

  private static let modules: Set<String> = [
    "np", "numpy", "math", "cmath", "torch", "tf", "tensorflow", "keras", "F", "nn", "jnp", "jax", "optax",
    "sklearn",
    "scipy", "pd", "pandas", "plt", "sns", "random", "K", "losses", "metrics", "statistics", "stats", "T",
  ]

  /// PyTorch's names whose like has another meaning or other defaults here.
  private static let lossesOfTorch: [String: String] = [
    "MSELoss": "write mse(y_true, y_pred), the truth first",
    "mse_loss": "write mse(y_true, y_pred), the truth first",
    "L1Loss": "write mae(y_true, y_pred)", "l1_loss": "write mae(y_true, y_pred)",
    "BCELoss": "write bce(y_true, y_pred), the truth first",
    "binary_cross_entropy": "write bce(y_true, y_pred), the truth first",
    "BCEWithLogitsLoss": "write bce(y_true, z, from_logits=true)",
    "binary_cross_entropy_with_logits": "write bce(y_true, z, from_logits=true)",
    "sigmoid_binary_cross_entropy": "write bce(y_true, z, from_logits=true)",
    "CrossEntropyLoss": "write sparse_cce(y_true, z, from_logits=true), with an index for each row",
    "cross_entropy":
      "write sparse_cce(y_true, z, from_logits=true), or cross_entropy(p, q) of two distributions",
    "NLLLoss": "write nll(y_true, log_p)", "nll_loss": "write nll(y_true, log_p)",
    "KLDivLoss": "write kl(p, q): the truth first, and no logarithms",
    "kl_div": "write kl(p, q): the truth first, and no logarithms",
    "log_loss": "write bce(y_true, y_pred)",
  ]

  /// What is written behind a value elsewhere.
  private static let methods: [String: String] = Dictionary(
    [
      ("append push add extend insert", "a vector does not grow; concat(a, b) makes a new one"),
      ("fit compile train evaluate", "train DATA loss=NAME trains a network"),
      ("backward", "grad(loss, w) gives the gradient"),
      (
        "item detach numpy tolist cpu cuda to astype float double copy clone",
        "leave it out: numbers are numbers here"
      ),
      ("format join split", "texts are not put together here"),
    ].flatMap { words, remedy in words.split(separator: " ").map { (String($0), remedy) } },
    uniquingKeysWith: { first, _ in first })

  static let functions: [String: String] = Dictionary(
    [
      (
        "array tensor as_tensor asarray Tensor constant Variable list c vec matrix cell",
        "a vector is written [1, 2, 3], a matrix [[1, 2], [3, 4]]"
      ),
      ("arange range seq", "a range is written 0..9, with a step 0..1 step 0.1"),
      ("size numel length nrow ncol dim", "write len(x), or shape(x)"),
      ("pow power", "write a^b"), ("dot matmul mm bmm mv", "write a @ b"),
      ("randn standard_normal rnorm", "write sample(normal(0, 1), 5)"),
      (
        "rand runif uniform randint random", "write sample(normal(0, 1), 5); other distributions: help sample"
      ),
      ("seed manual_seed set_seed", "write set seed 7, or seed=7 behind a command"),
      (
        "concatenate hstack vstack stack cat cbind rbind", "write concat(a, b), or [a, b] for vectors as rows"
      ),
      ("eye identity diag", "write one_hot(0..2, 3)"), ("clamp", "write clip(x, low, high)"),
      ("ravel squeeze view unsqueeze expand_dims", "write flatten(x), or reshape(x, [rows, columns])"),
      ("to_categorical get_dummies", "write one_hot(labels, classes)"),
      ("isnan is_nan isna", "x != x is true where x is nan"), ("isinf", "write abs(x) == inf"),
      ("isclose allclose assert_allclose", "write all(abs(a - b) < 1e-9)"),
      ("read_csv loadtxt genfromtxt load_csv", "write data load \"rows.csv\" target=y"),
      ("make_circles", "write data circles"), ("make_moons", "write data moons"),
      ("make_blobs", "write data blobs"), ("make_regression", "write data regression"),
      ("scatter plt hist figure show linegraph", "write plot x^2 for x in -3..3, or plot [1, 4, 9]"),
      ("float int str num", "leave it out: numbers are numbers here, and round(x) makes them whole"),
      ("train_test_split", "the first half of a data set trains, the other half tests"),
      ("gradient GradientTape autograd", "write grad(f(w), w)"),
      ("zeros_like", "write 0 * x"), ("ones_like", "write 0 * x + 1"),
      ("sqr square", "write x^2"), ("cbrt", "write x^(1/3)"),
      ("arctan atan", "there is no such function; tan is there"),
      ("map apply", "functions go through a vector element by element: exp([1, 2])"),
      ("isinstance type typeof class", "`vars` says what each name is"),
      ("input readline", "write the value itself: x = 3"), ("open", "write data load \"rows.csv\" target=y"),
      ("enumerate zip", "a loop counts: for i in 0..len(x) - 1 { ... }"),
    ].flatMap { words, remedy in words.split(separator: " ").map { (String($0), remedy) } },
    uniquingKeysWith: { first, _ in first })
}
