import Training

extension Weights {
  /// The text of a weights file, a row of a matrix on a line; numbers are exact.
  var json: String {
    let entries = layers.enumerated().flatMap { index, layer -> [String] in
      let rows = (0..<layer.inputs).map { input in
        "    [" + Self.list(layer.weights[input * layer.outputs..<(input + 1) * layer.outputs]) + "]"
      }
      return [
        "  \"W\(index + 1)\": [\n" + rows.joined(separator: ",\n") + "\n  ]",
        "  \"b\(index + 1)\": [" + Self.list(layer.biases[...]) + "]",
      ]
    }
    return "{\n" + entries.joined(separator: ",\n") + "\n}\n"
  }

  private static func list(_ numbers: ArraySlice<Double>) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }
}
