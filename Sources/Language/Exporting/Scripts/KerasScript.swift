import LossMath
import Training

/// The sections of a Keras 3 script, which black sets two lines apart.
struct KerasScript {
  let script: RunScript

  init(_ script: RunScript) { self.script = script }

  private var options: TrainingOptions { script.options }
  private var objective: Objective { script.objective }

  var sections: [[String]] {
    let feature = script.data.constants.isEmpty ? [] : [FileScript.feature]
    let metrics = metric.definition.isEmpty ? [] : [metric.definition]
    let body =
      feature + [loading, model] + script.loss.definitions + metrics
      + [callback, main, ReportScript(script).lines, ["if __name__ == \"__main__\":", "    main()"]]
    let imports = script.imports(["import keras", "from keras import ops"], for: body)
    return [imports + [""] + script.settings + script.data.constants] + body
  }

  private var loading: [String] {
    let n = script.data.trainRows
    let targets =
      switch objective.labels {
      case .classIndex, .classSet:
        script.objective.typed == nil ? "y.astype(\"int32\")" : "y.astype(\"float32\")"
      case .oneHot: "y.astype(\"float32\")"
      default: "y.astype(\"float32\").reshape(-1, 1)"
      }
    return [
      "def load_data():", "    \"\"\"Features and labels: the training rows, and the test rows.\"\"\"",
    ] + script.data.lines + script.labelLines + [
      "    x, y = x.astype(\"float32\"), \(targets)", "    return (x[:\(n)], y[:\(n)]), (x[\(n):], y[\(n):])",
    ]
  }

  private var model: [String] {
    let layers =
      options.hidden.map { width in
        dense(width, activation: options.activation.rawValue, initializer: options.initializer.rawValue)
      } + [dense(script.outputs, activation: outputActivation, initializer: nil)]
    let inputs = "        keras.Input(shape=(\(script.run.data.columns),)),"
    return ["def build_model():", "    layers = [", inputs] + layers + [
      "    ]", "    return keras.Sequential(layers)",
    ]
  }

  private func dense(_ width: Int, activation: String?, initializer: String?) -> String {
    let words =
      ["\(width)"] + (activation.map { ["activation=\"\($0)\""] } ?? [])
      + (initializer.map { ["kernel_initializer=\"\($0)\""] } ?? [])
    let note = initializer == nil && objective.lossOptions?.fromLogits == true ? "  # logits" : ""
    return "        keras.layers.Dense(\(words.joined(separator: ", "))),\(note)"
  }

  private var outputActivation: String? {
    switch objective.activation {
    case .linear, .meanVariance: nil
    case .exp: "exponential"
    case .sigmoid, .tanh, .softmax, .logSoftmax: objective.activation.rawValue
    }
  }

  /// What `compile` gets, and the function behind it, if Keras has none by this rule.
  private var metric: (expression: String, definition: [String]) {
    guard script.showsMetric else { return ("", []) }
    switch (script.run.metric, objective.labels) {
    case (.mse, _) where objective.activation == .meanVariance:
      return (
        "mse",
        [
          "def mse(y_true, y_pred):", "    \"\"\"Of the mean that the network puts out first.\"\"\"",
          "    return ops.square(y_pred[:, :1] - y_true)",
        ]
      )
    case (.mse, _): return ("keras.metrics.MeanSquaredError(name=\"mse\")", [])
    case (.accuracy, .classIndex): return ("keras.metrics.SparseCategoricalAccuracy(name=\"accuracy\")", [])
    case (.accuracy, .classSet):
      return (
        "accuracy",
        [
          "def accuracy(y_true, y_pred):",
          "    \"\"\"The share of rows whose class has the largest output.\"\"\"",
          "    largest = ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype)",
          "    return ops.cast(ops.equal(largest, y_true[:, 0]), \"float32\")",
        ]
      )
    case (.accuracy, .oneHot): return ("keras.metrics.CategoricalAccuracy(name=\"accuracy\")", [])
    case (.accuracy, _): return ("accuracy", decision)
    }
  }

  private var decision: [String] {
    let column = objective.activation == .meanVariance ? "y_pred[:, :1]" : "y_pred"
    let (border, middle) = (
      objective.decidesBySign ? "0" : "0.5", objective.labels == .plusMinusOne ? "0" : "0.5"
    )
    return [
      "def accuracy(y_true, y_pred):", "    \"\"\"The share of rows on the right side of \(border).\"\"\"",
      "    return ops.cast(ops.equal(\(column) > \(border), y_true > \(middle)), \"float32\")",
    ]
  }

  private var callback: [String] {
    [
      "class WholeHalves(keras.callbacks.Callback):",
      "    \"\"\"Measures the whole training half, as validation does the other.\"\"\"",
      "", "    def __init__(self, x, y):", "        super().__init__()", "        self.x, self.y = x, y", "",
      "    def on_epoch_end(self, epoch, logs=None):", "        results = self.model.evaluate(",
      "            self.x, self.y, batch_size=len(self.x), return_dict=True, verbose=0", "        )",
      "        logs.update(results)",
    ]
  }

  private var main: [String] {
    var compile: [PythonExpression.Argument] = [
      .init(name: "optimizer", value: optimizer),
      .init(name: "loss", value: script.loss.expression ?? .atom("loss")),
    ]
    if script.showsMetric { compile.append(.init(name: "metrics", value: .list([.atom(metric.expression)]))) }
    var lines = [
      "def main():", "    keras.utils.set_random_seed(SEED)", "    train, test = load_data()",
      "    model = build_model()",
    ]
    if script.loss.needsEagerSteps {
      lines.append("    # The loss counts rows, which a compiled step cannot.")
      compile.append(.init(name: "run_eagerly", value: .atom("True")))
    }
    lines += PythonLayout.statement("", .call("model.compile", compile), indent: 4)
    lines.append("    callbacks = [WholeHalves(*train)]")
    if options.patience != nil {
      lines += [
        "    callbacks.append(", "        keras.callbacks.EarlyStopping(",
        "            monitor=\"val_loss\", patience=PATIENCE, restore_best_weights=True", "        )",
        "    )",
      ]
    }
    lines += [
      "    history = model.fit(", "        *train,", "        batch_size=BATCH_SIZE,",
      "        epochs=EPOCHS,",
    ]
    if !options.shuffle { lines.append("        shuffle=False,") }
    lines += [
      "        validation_data=test,", "        validation_batch_size=len(test[0]),",
      "        callbacks=callbacks,", "        verbose=0,", "    ).history",
    ]
    return lines + ["    report(history)"]
  }

  private var optimizer: PythonExpression {
    let rate = options.learningRateArgument("learning_rate")
    switch options.optimizer {
    case .sgd: return .call("keras.optimizers.SGD", [rate] + options.momentumArguments)
    case .rmsprop: return .call("keras.optimizers.RMSprop", [rate])
    case .adam: return .call("keras.optimizers.Adam", [rate])
    }
  }
}

extension TrainingOptions {
  func learningRateArgument(_ name: String) -> PythonExpression.Argument {
    .init(name: name, value: .number(learningRate))
  }

  /// The same in both libraries.
  var momentumArguments: [PythonExpression.Argument] {
    guard case .sgd(let momentum, let nesterov) = optimizer, momentum > 0 else { return [] }
    return [.init(name: "momentum", value: .number(momentum))]
      + (nesterov ? [.init(name: "nesterov", value: .atom("True"))] : [])
  }
}
