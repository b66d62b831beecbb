import Training

extension Dataset {
  /// The rows as comma-separated values under their names, the target last; numbers are exact.
  var csv: String {
    let names = (0..<columns).map(self.names.feature) + [self.names.target]
    var text = Self.line(names)
    for row in 0..<rows {
      let numbers = features[row * columns..<(row + 1) * columns].map(PythonText.number)
      text += Self.line(numbers + [label(row)])
    }
    return text
  }

  private func label(_ row: Int) -> String {
    guard kind != .regression, let label = Int(exactly: targets[row]), names.classes.indices.contains(label) else {
      return PythonText.number(targets[row])
    }
    return names.classes[label]
  }

  private static func line(_ values: [String]) -> String {
    values.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ value: String) -> String {
    guard value.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) || value.first == " " || value.last == " "
    else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension DatasetNames {
  /// The target's name as an option takes it: bare where it is a word.
  var targetAsTyped: String {
    let isWord = target.unicodeScalars.enumerated().allSatisfy { $0 == 0 ? $1.startsName : $1.continuesName }
    return isWord && !target.isEmpty ? target : "\"" + Escaping.visible(target) + "\""
  }
}
