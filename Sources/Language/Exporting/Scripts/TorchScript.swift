import LossMath
import Training

/// The sections of a PyTorch script, which runs alone or on several processes under torchrun.
struct TorchScript {
  let script: RunScript

  init(_ script: RunScript) { self.script = script }

  private var options: TrainingOptions { script.options }
  private var objective: Objective { script.objective }
  private var needsExp: Bool { objective.activation == .exp }

  var sections: [[String]] {
    let feature = script.data.constants.isEmpty ? [] : [FileScript.feature]
    let criterion = script.loss.expression.map { PythonLayout.statement("criterion = ", $0) } ?? []
    let metrics = script.showsMetric ? [metric] : []
    let body =
      feature + [loading] + (needsExp ? [exp] : []) + [model] + script.loss.definitions + metrics
      + [
        evaluate, TorchLoop(script).lines, ReportScript(script).lines,
        ["if __name__ == \"__main__\":", "    main()"],
      ]
    let imports = script.imports(
      [
        "import os", "import torch", "import torch.distributed as dist", "import torch.nn.functional as F",
        "from torch import nn", "from torch.nn.parallel import DistributedDataParallel",
        "from torch.utils.data import DataLoader, DistributedSampler, TensorDataset",
      ], for: body)
    let settings = script.settings + script.data.constants + [""] + place
    return [imports + [""] + settings + (criterion.isEmpty ? [] : [""] + criterion)] + body
  }

  private var place: [String] {
    [
      "# torchrun tells each process who it is; alone, a process is the first of one.",
      "WORLD_SIZE = int(os.environ.get(\"WORLD_SIZE\", 1))", "RANK = int(os.environ.get(\"RANK\", 0))",
      "LOCAL_RANK = int(os.environ.get(\"LOCAL_RANK\", 0))",
      "DEVICE = torch.device(f\"cuda:{LOCAL_RANK}\" if torch.cuda.is_available() else \"cpu\")",
    ]
  }

  private var loading: [String] {
    let n = script.data.trainRows
    let isIndex = [.classIndex, .classSet].contains(objective.labels) && objective.typed == nil
    let labels = isIndex ? "torch.long" : "torch.float32"
    return [
      "def load_data():", "    \"\"\"Features and labels: the training rows, and the test rows.\"\"\"",
    ] + script.data.lines + script.labelLines + [
      "    x = torch.tensor(x, dtype=torch.float32, device=DEVICE)",
      "    y = torch.tensor(y, dtype=\(labels), device=DEVICE)",
      "    return (x[:\(n)], y[:\(n)]), (x[\(n):], y[\(n):])",
    ]
  }

  private var exp: [String] {
    [
      "class Exp(nn.Module):", "    \"\"\"Rates above 0.\"\"\"", "", "    def forward(self, x):",
      "        return x.exp()",
    ]
  }

  private var model: [String] {
    var layers: [String] = []
    var width = script.run.data.columns
    for next in options.hidden {
      layers.append("nn.Linear(\(width), \(next)),")
      if let activation = hiddenActivation { layers.append(activation + ",") }
      width = next
    }
    let note = objective.lossOptions?.fromLogits == true ? "  # logits" : ""
    layers.append("nn.Linear(\(width), \(script.outputs)),\(note)")
    if let activation = outputActivation { layers.append(activation + ",") }
    if script.outputs == 1 { layers.append("nn.Flatten(0),  # one number a row, without a second axis") }
    return ["def build_model():", "    model = nn.Sequential("] + layers.map { "        " + $0 } + ["    )"]
      + initializer + ["    return model.to(DEVICE)"]
  }

  private var hiddenActivation: String? {
    switch options.activation {
    case .relu: "nn.ReLU()"
    case .tanh: "nn.Tanh()"
    case .sigmoid: "nn.Sigmoid()"
    case .leakyRelu: "nn.LeakyReLU(0.2)"
    case .elu: "nn.ELU()"
    case .linear: nil
    }
  }

  private var outputActivation: String? {
    switch objective.activation {
    case .linear, .meanVariance: nil
    case .sigmoid: "nn.Sigmoid()"
    case .tanh: "nn.Tanh()"
    case .softmax: "nn.Softmax(dim=1)"
    case .logSoftmax: "nn.LogSoftmax(dim=1)"
    case .exp: "Exp()"
    }
  }

  /// Keras's initial weights, which PyTorch's own are not.
  private var initializer: [String] {
    var lines = ["    *hidden, output = [layer for layer in model if isinstance(layer, nn.Linear)]"]
    if !options.hidden.isEmpty {
      lines += ["    for layer in hidden:"] + options.initializer.torch.map { "        " + $0 }
    }
    return lines + [
      "    nn.init.xavier_uniform_(output.weight)", "    for layer in [*hidden, output]:",
      "        nn.init.zeros_(layer.bias)",
    ]
  }

  private var metric: [String] {
    switch (script.run.metric, objective.labels) {
    case (.mse, _):
      let predictions = objective.activation == .meanVariance ? "outputs[:, 0]" : "outputs"
      return ["def mse(outputs, y):", "    return (\(predictions) - y).square().mean()"]
    case (.accuracy, .classIndex), (.accuracy, .classSet), (.accuracy, .oneHot):
      let label =
        objective.labels == .oneHot ? "y.argmax(dim=1)" : objective.labels == .classSet ? "y[:, 0]" : "y"
      return [
        "def accuracy(outputs, y):", "    \"\"\"The share of rows whose class has the largest output.\"\"\"",
        "    return (outputs.argmax(dim=1) == \(label)).float().mean()",
      ]
    case (.accuracy, _):
      let predictions = objective.activation == .meanVariance ? "outputs[:, 0]" : "outputs"
      let (border, middle) = (
        objective.decidesBySign ? "0" : "0.5", objective.labels == .plusMinusOne ? "0" : "0.5"
      )
      return [
        "def accuracy(outputs, y):", "    \"\"\"The share of rows on the right side of \(border).\"\"\"",
        "    return ((\(predictions) > \(border)) == (y > \(middle))).float().mean()",
      ]
    }
  }

  private var evaluate: [String] {
    var lines = [
      "@torch.no_grad()", "def evaluate(model, x, y):",
      "    \"\"\"Over a whole half; every process has all rows and the same weights.\"\"\"",
      "    outputs = model(x)",
    ]
    if script.showsMetric {
      lines.append("    return criterion(outputs, y).item(), \(script.metric)(outputs, y).item()")
    } else {
      lines.append("    return (criterion(outputs, y).item(),)")
    }
    return lines
  }
}

extension Initializer {
  /// For one hidden layer.
  fileprivate var torch: [String] {
    switch self {
    case .heUniform: ["nn.init.kaiming_uniform_(layer.weight, nonlinearity=\"relu\")"]
    case .glorotUniform: ["nn.init.xavier_uniform_(layer.weight)"]
    case .lecunUniform: ["nn.init.kaiming_uniform_(layer.weight, nonlinearity=\"linear\")"]
    case .heNormal: Self.normal("2 / layer.in_features")
    case .glorotNormal: ["fans = layer.in_features + layer.out_features"] + Self.normal("2 / fans")
    case .lecunNormal: Self.normal("1 / layer.in_features")
    case .zeros: ["nn.init.zeros_(layer.weight)"]
    }
  }

  /// Keras cuts the normal distribution off at two deviations and stretches what is left.
  private static func normal(_ variance: String) -> [String] {
    [
      "std = math.sqrt(\(variance)) / 0.8796  # the cut takes the rest",
      "nn.init.trunc_normal_(layer.weight, std=std, a=-2 * std, b=2 * std)",
    ]
  }
}
