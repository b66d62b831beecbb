import Testing
import Training

/// Files that make no data set, and what is said about each.
@Suite struct HostileFileTests {
  private static let refused: [(text: String, error: DataFileError)] = [
    ("", .empty), ("\n\n \n", .empty), ("\u{FEFF}", .empty), ("a,b\n", .noRows),
    ("a,b\n1,2\n", .tooFewRows(left: 1, all: 1, withoutTarget: 0, withMissing: 0)),
    ("a,b\n1,2\n3\n", .ragged(line: 3, found: 1, expected: 2)),
    ("a,b\n\n\"x\ny\",2\n3,4,5\n", .ragged(line: 5, found: 3, expected: 2)),
    ("a,b\n1,2\n\"3,4\n5,6\n", .unclosedQuote(line: 3)), ("\"a,b\n1,2", .unclosedQuote(line: 1)),
    ("a,b\n1,2\n5\" pipe,4\n", .strayQuote(line: 3)), ("a,b\n\"1\"2,3\n", .strayQuote(line: 2)),
    ("a,b\n1,2\n3\u{0},4\n", .notText(line: 3)),
    ("a,b,a\n1,2,3\n", .duplicateName("a", columns: [1, 3])),
    ("a,b\n1,2\n1e400,3\n", .notFinite(line: 3, name: "a")),
    ("a,b\n1,2\n2,-Infinity\n", .notFinite(line: 3, name: "b")),
    ("a,b\n1,2\n12O,3\n4,5\n", .notANumber(line: 3, name: "a", found: "12O")),
    ("a,b\n1,2\n2,3\n3,--4\n", .notANumber(line: 4, name: "b", found: "--4")),
    ("a;b\n1,5;2\n2,5;3\n", .decimalComma(line: 2, name: "a", found: "1,5")),
    ("a,b\n\"1.234,50\",2\n2,3\n", .decimalComma(line: 2, name: "a", found: "1.234,50")),
    ("a,b\n1,2\n3,2\n", .constantTarget(name: "b", value: "2", rows: 2)),
    ("a,b\n1,ham\n3,ham\n", .constantTarget(name: "b", value: "ham", rows: 2)),
    ("a,b\n,1\n,2\n", .noFeatures(text: [])), ("a,b\nx,1\ny,2\n", .noFeatures(text: ["a"])),
    ("a,b\n1,\n2,\n", .tooFewRows(left: 0, all: 2, withoutTarget: 2, withMissing: 0)),
    ("a,c,b\n1,,2\n,3,4\n", .tooFewRows(left: 0, all: 2, withoutTarget: 0, withMissing: 2)),
    ("a,c\n1,2\n3,4\n", .noColumn(.name("b"), names: ["a", "c"])),
  ]

  @Test(arguments: refused) func refusal(_ text: String, _ error: DataFileError) {
    #expect(throws: error) { try load(text, target: .name("b")) }
  }

  @Test func bytesThatAreNoText() {
    #expect(throws: DataFileError.notUtf8(line: 2, column: 2)) {
      try load(Array("a,b\n1,".utf8) + [0xFF, 0x0A], target: .name("b"))
    }
    #expect(throws: DataFileError.notUtf8(line: 1, column: 1)) {
      try load([0xC3, 0x28] + Array(",b\n1,2\n".utf8), target: .name("b"))
    }
  }

  @Test func columnsThatAreNotThere() {
    for place in [3, -4, .max, .min] {
      #expect(throws: DataFileError.noColumn(.position(place), names: ["a", "b", "c"])) {
        try load("a,b,c\n1,2,3\n4,5,6\n", target: .position(place))
      }
    }
    #expect(throws: DataFileError.noTarget(names: ["a", "b"])) { try load("a,b\n1,2\n3,4\n") }
  }

  @Test func featuresThatMakeNoSense() {
    func choosing(_ features: [DataFileOptions.Choice]) throws -> LoadedData {
      try load("a,b,c\n1,2,3\n4,5,6\n", target: .name("b")) { $0.features = features }
    }
    #expect(throws: DataFileError.targetAsFeature("b")) { try choosing([.name("a"), .name("b")]) }
    #expect(throws: DataFileError.featureTwice("a")) { try choosing([.name("a"), .position(0)]) }
    #expect(throws: DataFileError.noFeatures(text: [])) { try choosing([]) }
  }

  @Test func textsThatAreNoClasses() {
    let names = (0..<101).map { "1,name\($0)\n" }.joined()
    #expect(throws: DataFileError.tooManyClasses(name: "b", found: 101, limit: 100)) {
      try load("a,b\n" + names, target: .name("b"))
    }
    #expect(throws: DataFileError.textTarget(name: "b", line: 2, found: "x")) {
      try load("a,b\n1,x\n2,y\n", target: .name("b")) { $0.kind = .regression }
    }
  }

  @Test func tenThousandColumns() throws {
    let row = (0..<10_000).map(String.init).joined(separator: ",") + "\n"
    #expect(throws: DataFileError.tooManyFeatures(found: 9_999, limit: 1_000)) {
      try load(row + row, target: .position(0))
    }
    let other = row.replacing("0,1,", with: "5,1,", maxReplacements: 1)
    let chosen = try load(row + other, target: .position(0)) { $0.features = [.position(9_999)] }
    #expect(chosen.data.features == [9_999, 9_999])
  }

  @Test func moreThanATableHas() {
    let wide = String(repeating: "1,", count: 10_000) + "1\n"
    #expect(throws: DataFileError.tooManyColumns(found: 10_001, limit: 10_000)) {
      try load(wide + wide, target: .position(0))
    }
    #expect(throws: DataFileError.lineTooLong(line: 2, limit: 4_000_000)) {
      try load("a,b\n" + String(repeating: ",", count: 4_000_000) + "\n", target: .name("b"))
    }
  }

  @Test func aValueWithoutEnd() {
    #expect(throws: DataFileError.unclosedQuote(line: 2)) {
      try load("a,b\n\"" + String(repeating: "x\n", count: 600_000) + "\",1\n", target: .name("b"))
    }
  }

  /// Every file cut short, and every byte replaced by a sign that means something: an error or data, no trap.
  @Test func filesCutAndScribbledOn() {
    let file = Array("\u{FEFF}a,\"b \"\"c\"\"\",y\r\n1,2.5,x\n\"3\",,y\r-4e2,NA,\"x\ny\"\n".utf8)
    for place in file.indices {
      _ = try? load(Array(file[..<place]), target: .position(-1))
      for byte in Array("\",;\n\r\t .e-9\u{1}".utf8) + [0, 0x80, 0xC3, 0xFF] {
        var copy = file
        copy[place] = byte
        _ = try? load(copy, target: .position(-1)) { $0.categories = place % 2 == 0 }
      }
    }
  }

  @Test func interruption() {
    let text = "a,b\n" + String(repeating: "1,2\n", count: 5_000)
    var options = DataFileOptions()
    options.target = .name("b")
    #expect(throws: DataFileError.cancelled) {
      try Dataset.load(Array(text.utf8), options, cancel: CancelToken { true })
    }
  }
}
