import Training

extension DataFileText {
  static func diagnostic(_ error: DataFileError, _ o: OptionReader, _ path: Span) -> Diagnostic {
    if case .data(let error) = error { return Diagnostic(error, o) }
    if case .cancelled = error { return o.interpreter.stopped(o.call.span) }
    let (message, hint) = sentence(error)
    return Diagnostic(.badFile, message, at: span(error, o) ?? path, hint: hint)
  }

  /// The option that an error is about.
  private static func span(_ error: DataFileError, _ o: OptionReader) -> Span? {
    switch error {
    case .noColumn(let choice, _): place(of: choice, o)
    case .textTarget: o.has("kind") ? o.span("kind") : o.span("target")
    case .tooManyClasses, .constantTarget: o.span("target")
    case .targetAsFeature, .featureTwice: o.span("features")
    default: nil
    }
  }

  private static func place(of choice: DataFileOptions.Choice, _ o: OptionReader) -> Span? {
    for name in ["target", "features", "without"] {
      guard let expression = o.expression(name) else { continue }
      let found = expression.items.first { item in
        switch (choice, item.kind) {
        case (.name(let name), .text(let word)), (.name(let name), .name(let word)): name == word
        case (.position, .text), (.position, .name), (.name, _): false
        case (.position(let place), _):
          (try? o.interpreter.number(item, "a column")) == Double(place)
        }
      }
      if let found { return found.span }
    }
    return nil
  }

  private static func sentence(_ error: DataFileError) -> (message: String, hint: String?) {
    switch error {
    case .notText(let line):
      ("this is no text file: line \(line) holds a zero byte", "save it as CSV in UTF-8")
    case .notUtf8(let line, let column):
      ("line \(line), column \(column): these bytes are no UTF-8", "save the file as CSV in UTF-8")
    case .unclosedQuote(let line): ("a quote that opens in line \(line) is never closed", nil)
    case .strayQuote(let line):
      (
        "line \(line): a quote stands in the middle of a value",
        #"put the whole value in quotes and write those inside twice: "5"" pipe""#
      )
    case .ragged(let line, let found, let expected):
      (
        "line \(line) has \(counted(found, "value")), and the first line has \(expected)",
        found > expected ? "a value with a comma stands in quotes" : "what is missing stays empty: 1,,3"
      )
    case .empty: ("the file is empty", nil)
    case .noRows:
      ("the file has a header and no rows", "header=off: the first line holds values")
    case .duplicateName(let name, let columns):
      (
        "columns \(columns.map(String.init).joined(separator: " and ")) are both called \(self.name(name))",
        "give each a name of its own, or leave the header line away and write header=off"
      )
    case .tooManyValues(let limit): ("the file holds more than \(limit) values", "load a part of its rows")
    case .tooManyRows(let limit): ("the file has more than \(limit) rows", "load a part of them")
    case .tooManyColumns(let found, let limit):
      ("the file has \(found) columns; the limit is \(limit)", "write a file with those you need")
    case .lineTooLong(let line, let limit): ("line \(line) is longer than \(limit) bytes", nil)
    case .noTarget(let names): ("which column is to be predicted?", "target= one of \(list(names))")
    case .noColumn(let choice, let names): noColumn(choice, names)
    case .targetAsFeature(let name): ("\(self.name(name)) is the target, so it cannot be a feature", nil)
    case .featureTwice(let name): ("\(self.name(name)) is given twice", nil)
    case .tooManyFeatures(let found, let limit):
      (
        "\(found) columns are more than the \(limit) features a data set may have",
        "choose some: features=[...]"
      )
    case .notANumber(let line, let name, let found):
      (
        "line \(line), column \(self.name(name)): \"\(Escaping.visible(String(found.prefix(40))))\" is not a number",
        "correct it, leave its place empty, or leave the column out: without=[\"\(self.name(name))\"]"
      )
    case .decimalComma(let line, let name, let found):
      (
        "line \(line), column \(self.name(name)): \(found.prefix(40)) is written with a comma",
        "write a point between ones and tenths, and nothing between thousands"
      )
    case .notFinite(let line, let name):
      (
        "line \(line), column \(self.name(name)): this number is infinite or too large",
        "leave its place empty if it is not known"
      )
    case .textTarget(let name, let line, let found):
      (
        "\(self.name(name)) holds texts, such as \"\(Escaping.visible(String(found.prefix(40))))\" in line \(line)",
        "kind=classes, or a target that is a number"
      )
    case .tooManyClasses(let name, let found, let limit):
      (
        "\(self.name(name)) has \(found) different values, and at most \(limit) make classes",
        "predict another column"
      )
    case .constantTarget(let name, let value, let rows):
      (
        "\(self.name(name)) is \(self.name(value)) in all \(rows) rows that are left: there is nothing to predict",
        nil
      )
    case .noFeatures(let text):
      (
        "no column of numbers is left to learn from",
        text.isEmpty ? nil : "categories=on turns texts into ones and zeros; text columns: \(list(text))"
      )
    case .tooFewRows(let left, let all, let withoutTarget, let withMissing):
      (
        "\(left) of \(counted(all, "row")) left, and two are needed: \(withoutTarget) without a target, "
          + "\(withMissing) with a missing value",
        withMissing > 0 ? "missing=mean keeps rows with a missing value" : nil
      )
    case .data, .cancelled: ("", nil)
    }
  }

  private static func noColumn(
    _ choice: DataFileOptions.Choice, _ names: [String]
  ) -> (message: String, hint: String?) {
    switch choice {
    case .name(let name):
      (
        "there is no column \(self.name(name))",
        Suggestions.nearest(to: name, among: names).map { "did you mean \(self.name($0))?" }
          ?? "there are \(list(names))"
      )
    case .position(let place):
      ("there is no column \(place): they are counted from 0 to \(names.count - 1)", nil)
    }
  }
}
