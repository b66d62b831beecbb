import Training

/// The training loop of a PyTorch script.
struct TorchLoop {
  let script: RunScript

  init(_ script: RunScript) { self.script = script }

  private var options: TrainingOptions { script.options }

  var lines: [String] {
    ["def main():"] + start + loop + end
  }

  private var start: [String] {
    [
      "    if WORLD_SIZE > 1:",
      "        dist.init_process_group(\"nccl\" if DEVICE.type == \"cuda\" else \"gloo\")",
      "    torch.manual_seed(SEED)", "    train, test = load_data()", "    model = build_model()",
      "    # Each process takes every WORLD_SIZE-th row and its share of a batch: all shares",
      "    # together are the batch that one process alone would take.",
      "    rows = TensorDataset(*train)",
      "    sampler = DistributedSampler(rows, WORLD_SIZE, RANK, shuffle=\(options.shuffle ? "True" : "False"), seed=SEED)",
      "    loader = DataLoader(rows, max(BATCH_SIZE // WORLD_SIZE, 1), sampler=sampler)",
      "    # Averages the gradients of all processes.",
      "    parallel = DistributedDataParallel(model) if WORLD_SIZE > 1 else model",
    ] + optimizer
  }

  private var optimizer: [String] {
    let start = [
      PythonExpression.Argument(name: nil, value: .atom("model.parameters()")),
      options.learningRateArgument("lr"),
    ]
    let epsilon = PythonExpression.Argument(name: "eps", value: .atom("1e-7"))
    switch options.optimizer {
    case .sgd: return statement("torch.optim.SGD", start + options.momentumArguments)
    case .rmsprop:
      let comment = "    # Keras's constants; it adds eps inside the square root, PyTorch outside."
      return [comment]
        + statement("torch.optim.RMSprop", start + [.init(name: "alpha", value: .number(0.9)), epsilon])
    case .adam: return statement("torch.optim.Adam", start + [epsilon])
    }
  }

  private func statement(_ function: String, _ arguments: [PythonExpression.Argument]) -> [String] {
    PythonLayout.statement("optimizer = ", .call(function, arguments), indent: 4)
  }

  private var names: [String] { ["loss"] + (script.showsMetric ? [script.metric] : []) }

  private var loop: [String] {
    let keys = (names + names.map { "val_" + $0 }).map(PythonText.string).joined(separator: ", ")
    return ["", "    history = {name: [] for name in [\(keys)]}"] + (options.patience == nil ? [] : best) + [
      "    for epoch in range(EPOCHS):", "        sampler.set_epoch(epoch)", "        for x, y in loader:",
      "            optimizer.zero_grad()", "            criterion(parallel(x), y).backward()",
      "            optimizer.step()",
      "        results = evaluate(model, *train) + evaluate(model, *test)",
      "        for values, result in zip(history.values(), results):", "            values.append(result)",
    ] + (options.patience == nil ? [] : stopping)
  }

  private var best: [String] { ["    best_epoch, best_loss, best_weights = 0, float(\"inf\"), None"] }

  private var stopping: [String] {
    [
      "        if history[\"val_loss\"][-1] < best_loss:",
      "            best_epoch, best_loss = epoch, history[\"val_loss\"][-1]",
      "            best_weights = copy.deepcopy(model.state_dict())",
      "        # The first process decides, so that all stop together.",
      "        stop = torch.tensor(float(epoch - best_epoch >= PATIENCE), device=DEVICE)",
      "        if WORLD_SIZE > 1:", "            dist.broadcast(stop, src=0)", "        if stop:",
      "            break", "    if best_weights is not None:", "        model.load_state_dict(best_weights)",
    ]
  }

  private var end: [String] {
    [
      "", "    if RANK == 0:", "        report(history)", "    if WORLD_SIZE > 1:",
      "        dist.destroy_process_group()",
    ]
  }
}
