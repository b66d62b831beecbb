/// How the built-in functions are written with Keras's `ops` and with PyTorch.
///
/// Every function is here, among the losses (`LossFormula`), or in `refusals`; a test looks.
enum BuiltinTranslations {
  struct Entry: Sendable {
    let result: PythonKind
    /// Tried in order: the first whose places fit the arguments is taken.
    let keras: [CallTemplate]
    let torch: [CallTemplate]

    init(_ keras: String..., torch: [String], result: PythonKind = .tensor) {
      self.keras = keras.map(CallTemplate.init)
      self.torch = torch.map(CallTemplate.init)
      self.result = result
    }
  }

  static let table: [String: Entry] = elementwise.merging(others) { $1 }

  /// The same name and one argument in both libraries.
  private static let elementwise: [String: Entry] = Dictionary(
    uniqueKeysWithValues: [
      "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "abs", "sign", "sigmoid", "relu", "tanh",
      "sin",
      "cos", "tan", "floor", "ceil", "round",
    ].map { ($0, Entry("ops.\($0)({x})", torch: ["torch.\($0)({x!})"])) })

  private static let others: [String: Entry] = [
    "softplus": Entry("ops.softplus({x})", torch: ["F.softplus({x!})"]),
    "where": Entry(
      "ops.where({condition?}, {a}, {b})", torch: ["torch.where({condition?}, {a}, {b})"]),
    "clip": Entry("ops.clip({x}, {low}, {high})", torch: ["torch.clamp({x!}, {low}, {high})"]),
    "mod": Entry("ops.mod({a}, {b})", torch: ["torch.remainder({a!}, {b})"]),
    "zeros": Entry(
      "ops.zeros([{rows%}, {columns%}])", torch: ["torch.zeros([{rows%}, {columns%}], device=DEVICE)"]),
    "ones": Entry(
      "ops.ones([{rows%}, {columns%}])", torch: ["torch.ones([{rows%}, {columns%}], device=DEVICE)"]),
    "linspace": Entry(
      "ops.linspace({start}, {end}, {n%})",
      torch: ["torch.linspace({start#}, {end#}, {n%}, device=DEVICE)"]),
    "len": Entry(
      "ops.cast(ops.shape({x!})[0], \"float32\")", torch: ["{x!}.shape[0]"], result: .number),
    "reshape": Entry("ops.reshape({x}, {shape%})", torch: ["torch.reshape({x!}, {shape%})"]),
    "flatten": Entry("ops.reshape({x}, [-1])", torch: ["torch.flatten({x!})"]),
    "transpose": Entry("ops.transpose({x})", torch: ["{x!}.mT"]),
    "concat": Entry("ops.concatenate([{a}, {b}])", torch: ["torch.cat([{a!}, {b!}])"]),
    "reverse": Entry("ops.flip({x}, axis=0)", torch: ["torch.flip({x!}, [0])"]),
    "sort": Entry("ops.sort({x})", torch: ["torch.sort({x!}).values"]),
    "one_hot": Entry(
      "ops.one_hot(ops.cast({labels}, \"int32\"), {classes%})",
      torch: ["F.one_hot({labels!}.long(), {classes%}).float()"]),
    "sum": Entry("ops.sum({x}, axis={axis%})", torch: ["torch.sum({x!}, dim={axis%})"]),
    "mean": Entry("ops.mean({x}, axis={axis%})", torch: ["torch.mean({x!}, dim={axis%})"]),
    "prod": Entry("ops.prod({x}, axis={axis%})", torch: ["torch.prod({x!}, dim={axis%})"]),
    "var": Entry(
      "ops.var({x}, axis={axis%})", torch: ["torch.var({x!}, dim={axis%}, correction={ddof%|0})"]),
    "std": Entry(
      "ops.std({x}, axis={axis%})", torch: ["torch.std({x!}, dim={axis%}, correction={ddof%|0})"]),
    "max": Entry(
      "ops.max({x}, axis={axis%})", "ops.maximum({x}, {y})",
      torch: [
        "torch.amax({x!}, dim={axis%})", "torch.clamp({x!}, min={y#})", "torch.clamp({y!}, min={x#})",
        "torch.maximum({x!}, {y!})",
      ]),
    "min": Entry(
      "ops.min({x}, axis={axis%})", "ops.minimum({x}, {y})",
      torch: [
        "torch.amin({x!}, dim={axis%})", "torch.clamp({x!}, max={y#})", "torch.clamp({y!}, max={x#})",
        "torch.minimum({x!}, {y!})",
      ]),
    "argmax": Entry(
      "ops.cast(ops.argmax({x}, axis={axis%}), \"float32\")",
      torch: ["torch.argmax({x!}, dim={axis%}).float()"]),
    "argmin": Entry(
      "ops.cast(ops.argmin({x}, axis={axis%}), \"float32\")",
      torch: ["torch.argmin({x!}, dim={axis%}).float()"]),
    "median": Entry("ops.median({x})", torch: ["torch.quantile({x!}, 0.5)"]),
    "norm": Entry("ops.sqrt(ops.sum(ops.square({x})))", torch: ["torch.linalg.vector_norm({x!})"]),
    "all": Entry("ops.all({x?})", torch: ["torch.all({x?})"], result: .mask),
    "any": Entry("ops.any({x?})", torch: ["torch.any({x?})"], result: .mask),
    "softmax": Entry("ops.softmax({z})", torch: ["torch.softmax({z!}, dim=-1)"]),
    "log_softmax": Entry("ops.log_softmax({z})", torch: ["torch.log_softmax({z!}, dim=-1)"]),
    "logsumexp": Entry("ops.logsumexp({z}, axis=-1)", torch: ["torch.logsumexp({z!}, dim=-1)"]),
  ]

  /// The functions that cannot go into a script, with what to write instead.
  static let refusals: [String: String] = {
    let derivative = "write the derivative out as a formula"
    let distribution =
      "write the negative logarithm out, such as ((y - p) / s)^2 / 2 + log(s) for a normal distribution"
    var table = [
      "grad": derivative, "hessian": derivative,
      "predict": "a loss sees labels and predictions; name what it needs beside them first",
      "shape": "take one of its numbers: shape(p)[0] or shape(p)[1]",
      "multilabel_margin": "write it out with where(...) and max(0, ...)",
      "triplet": "write the distances out with norm(...) and max(0, ...)",
      "cosine_embedding": "write it out with cosine_similarity(..., reduction=\"none\") and where(...)",
    ]
    for builtin in Builtin.distributionFunctions + Builtin.distributionQuestions
    where table[builtin.name] == nil {
      table[builtin.name] = distribution
    }
    return table
  }()
}
