import Testing
import Training

@testable import Language

/// `data load`: what is shown of a file, and what is said where it makes no data set.
struct DataFileTests {
  private static func script(_ file: String, _ text: String) -> Script {
    Script(
      text,
      host: Host { (path) throws(FileProblem) in
        guard path == "f.csv" else { throw FileProblem(reason: "no such file") }
        return Array(file.utf8)
      })
  }

  private static func shown(_ file: String, _ options: String, width: Int = 80) -> String {
    let script = script(file, "d = data load \"f.csv\" " + options)
    #expect(script.errors.isEmpty)
    return script.shown(width: width)
  }

  private static let rents =
    "id,city,size,age,rent\n"
    + (0..<20).map { "r\($0),Rome,\($0 * 3),\($0 == 4 ? "" : "7"),\($0 * 31)\n" }.joined()

  @Test func whatWasReadIsTold() {
    let text = Self.shown(Self.rents, "target=rent shuffle=on seed=2 split=0.8", width: 200)
    #expect(text.contains("f: 19 rows of 2 features; the first 15 train, the other 4 test."))
    #expect(text.contains("The target rent is a number. The rows were mixed (seed 2)."))
    #expect(text.contains("Missing values: age 1; 1 row left out for it (missing=mean keeps them)."))
    #expect(text.contains("2 text columns left out: id, city"))
    #expect(text.contains("rows by rent"))
    let filled = Self.shown(Self.rents, "target=rent missing=mean", width: 200)
    #expect(filled.contains("Missing values: age 1; filled with the mean of the column."))
    #expect(filled.contains("on average in the training rows"))
    #expect(Self.shown("1,2\n3,5\n", "target=-1").contains("so the columns are called c0, c1"))
    let few = "x,stars\n" + (0..<20).map { "\($0),\($0 % 3)\n" }.joined()
    #expect(Self.shown(few, "target=stars").contains("stars has only 3 different whole numbers"))
  }

  @Test func textsThatAreTooManyAreCounted() {
    let text = Self.shown(
      "id,size,rent\n" + (0..<25).map { "r\($0),\($0),\($0 * 31)\n" }.joined(), "target=rent categories=on",
      width: 200)
    #expect(
      text.contains(
        "1 text column left out: id, of 25 different texts. categories=on takes up to 20; without=id says that it is left out."
      ))
  }

  @Test func gapsAreFilledFromTheRowsThatTrain() {
    let file = "size,rent\n1,10\n2,11\n,12\n100,13\n200,14\n"
    for (options, filled) in [
      ("split=0.6", 1.5), ("split=0.6 standardize=on", 1.5), ("split=0.8 shuffle=on seed=3", nil),
      ("", 75.75),
      ("standardize=train", 1.5),
    ] as [(String, Double?)] {
      let script = Self.script(file, "d = data load \"f.csv\" target=rent missing=mean \(options)")
      #expect(script.errors.isEmpty)
      guard case .dataset(let data)? = script.interpreter.globals["d"] else {
        Issue.record("no data set")
        return
      }
      if let filled, !options.contains("standardize") { #expect(data.features[2] == filled, "\(options)") }
      let told = script.shown(width: 200).contains("filled with the mean of the column in the training rows")
      #expect(told == !options.isEmpty)
    }
  }

  @Test func aNewDivisionFillsGapsAnewAndSaysSo() {
    let file = "size,rent\n1,10\n2,11\n,12\n100,13\n200,14\n"
    let load = "d = data load \"f.csv\" target=rent missing=mean"
    for (lines, filled) in [
      (load + "\ne = data d split=0.6", 1.5), (load + " split=0.8\ne = data d split=0.6", 1.5),
      (load + " split=0.6\ne = data d split=0.8", 103.0 / 3),
    ] {
      let script = Self.script(file, lines.replacing("e = ", with: "again = "))
      #expect(script.errors.isEmpty)
      guard case .dataset(let data)? = script.interpreter.globals["again"] else {
        Issue.record("no data set")
        return
      }
      #expect(data.features[2] == filled)
      #expect(
        script.shown(width: 200).contains(
          "1 missing value is filled anew, with the means of the rows that train now."))
    }
    let late = Self.script(file, load + " standardize=on\nagain = data d split=0.6").errors
    #expect(late.first?.message.contains("already standardised") == true)
  }

  @Test func aColumnWithoutAValueInTheTrainingRowsIsRefused() {
    let file = "size,age,rent\n1,,10\n2,,11\n3,5,12\n4,6,13\n"
    for options in ["split=0.5", "standardize=train"] {
      let error = Self.script(file, "d = data load \"f.csv\" target=rent missing=mean \(options)").errors
        .first
      #expect(error?.message.contains("age has no value in the rows that train") == true)
      #expect(error?.hint?.contains("without=age") == true)
    }
  }

  @Test(arguments: [80, 40, 20]) func namesFitAndAreHarmless(_ width: Int) {
    let name = "\u{1B}[31m\u{7}" + String(repeating: "long", count: 100)
    let text = Self.shown("\"\(name)\",b\n1,2\n3,4\n", "target=b", width: width)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "target=b", "\"f.csv\""), ("a,b\n1,2\n3,2\n", "target=b", "b"),
    ("a,b\n1,2\n3,2\n", "target=c", "c"), ("a,b\n1,2\n3,2\n", "target=b without=[d]", "d"),
    ("a,b\n1,2\n3,2\n", "target=b features=[a, 7]", "7"), ("a,b\n1,2\n3,2\n", "target=b features=[b]", "[b]"),
    ("a,b\n1,x\n3,y\n", "target=b kind=regression", "regression"), ("a,b\n1,2\n3,4\n", "", "\"f.csv\""),
  ])
  func errorsPointAtWhatHasToChange(_ file: String, _ options: String, _ pointed: String) throws {
    let script = Self.script(file, "d = data load \"f.csv\" " + options)
    let error = try #require(script.errors.first)
    #expect(error.code == .badFile)
    #expect(script.pointed(error) == pointed, "\(error.message)")
  }

  private static let errors: [DataFileError] = [
    .notText(line: 3), .notUtf8(line: 2, column: 1), .unclosedQuote(line: 4), .strayQuote(line: 5),
    .ragged(line: 6, found: 1, expected: 2), .ragged(line: 6, found: 3, expected: 2), .empty, .noRows,
    .duplicateName("\u{1B}", columns: [1, 2]), .tooManyValues(limit: 5), .tooManyRows(limit: 5),
    .tooManyColumns(found: 7, limit: 5), .lineTooLong(line: 2, limit: 5), .noTarget(names: ["\u{1B}"]),
    .noColumn(.name("\u{1B}"), names: ["b"]), .noColumn(.position(4), names: ["b"]),
    .targetAsFeature("\u{1B}"), .featureTwice("\u{1B}"), .tooManyFeatures(found: 1001, limit: 1000),
    .notANumber(line: 2, name: "\u{1B}", found: "\u{1B}"),
    .decimalComma(line: 2, name: "\u{1B}", found: "1,5"),
    .notFinite(line: 2, name: "\u{1B}"), .textTarget(name: "\u{1B}", line: 2, found: "\u{1B}"),
    .tooManyClasses(name: "\u{1B}", found: 101, limit: 100),
    .constantTarget(name: "\u{1B}", value: "\u{1B}", rows: 5), .noFeatures(text: ["\u{1B}"]),
    .tooFewRows(left: 1, all: 2, withoutTarget: 0, withMissing: 1), .data(.splitTooLate), .cancelled,
  ]

  @Test(arguments: errors) func sentencesAreWholeAndHarmless(_ error: DataFileError) throws {
    let interpreter = Interpreter(host: .isolated)
    let span = Span(0, 1)
    let call = CommandCall(verb: "data", verbSpan: span, text: "", span: span)
    let options = try OptionReader(call, interpreter, known: [])
    let diagnostic = DataFileText.diagnostic(error, options, span)
    #expect(diagnostic.message.count > 8 && !diagnostic.message.hasSuffix("."))
    let text = diagnostic.message + (diagnostic.hint ?? "")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    #expect(!text.contains("Optional"))
  }

  @Test func aLoadedDataSetTrains() {
    let script = Self.script(
      Self.rents, "d = data load \"f.csv\" target=rent standardize=train\ntrain d loss=mae epochs=2")
    #expect(script.errors.isEmpty)
  }
}
