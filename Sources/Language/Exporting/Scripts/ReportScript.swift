/// The end of a script: the last numbers, and the curves where matplotlib is installed.
struct ReportScript {
  let script: RunScript

  init(_ script: RunScript) { self.script = script }

  private var names: [String] { ["loss"] + (script.showsMetric ? [script.metric] : []) }

  /// `history` holds a list for `loss`, `val_loss` and so on, as Keras has it.
  var lines: [String] {
    let names = PythonExpression.list(self.names.map { .atom(PythonText.string($0)) }).text
    let epoch =
      script.options.patience == nil
      ? ["    last = -1"]
      : ["    # The weights are those of the best epoch.", "    last = int(np.argmin(history[\"val_loss\"]))"]
    return [
      "def report(history):", "    \"\"\"Prints the numbers at the end, and draws the curves if it can.\"\"\"",
      "    print(f\"{'':12}{'train':>12}{'test':>12}\")",
    ] + epoch + [
      "    for name in \(names):", "        train, test = history[name][last], history[\"val_\" + name][last]",
      "        print(f\"{name:12}{train:12.4g}{test:12.4g}\")", "    try:",
      "        import matplotlib.pyplot as plt", "    except ImportError:", "        return",
      "    figure, panels = plt.subplots(1, \(self.names.count), figsize=(\(5 * self.names.count), 4), squeeze=False)",
      "    for panel, name in zip(panels[0], \(names)):",
      "        panel.plot(history[name], label=\"train\")",
      "        panel.plot(history[\"val_\" + name], label=\"test\", linestyle=\"--\")",
      "        panel.set(title=name, xlabel=\"epoch\")", "        panel.legend()",
      "    figure.savefig(Path(__file__).with_suffix(\".png\"))",
    ]
  }
}
