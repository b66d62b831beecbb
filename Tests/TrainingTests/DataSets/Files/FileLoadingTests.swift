import Testing
import Training

/// Files that make a data set.
@Suite struct FileLoadingTests {
  @Test func headerSeparatorAndNamesAreFoundOut() throws {
    for separator in [",", ";", "\t"] {
      let text =
        ["size", "rooms", "rent"].joined(separator: separator) + "\n"
        + [["50", "2", "700.5"], ["-8e1", "+3", ".5"]].map { $0.joined(separator: separator) + "\n" }.joined()
      let loaded = try load(text, target: .name("rent"))
      #expect(loaded.data.features == [50, 2, -80, 3])
      #expect(loaded.data.targets == [700.5, 0.5])
      #expect(loaded.data.names.features == ["size", "rooms"] && loaded.data.names.target == "rent")
      #expect(loaded.data.name == "rents" && loaded.data.kind == .regression)
      guard case .file(let origin) = loaded.data.origin.source else {
        Issue.record("a file made it")
        return
      }
      #expect(origin.path == "data/rents.csv" && origin.separator == separator && origin.hasHeader)
      #expect(origin.target == .init(position: 2, name: "rent") && origin.classes.isEmpty)
      #expect(origin.features.map(\.position) == [0, 1])
    }
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n\n1,2\n \n3,4",
    "\"a\",\"b\"\n\"1\",\"2\"\n 3 , 4 \n",
  ])
  func lineEndsMarksBlankLinesAndQuotesMakeNoDifference(_ text: String) throws {
    let data = try load(text, target: .name("b")).data
    #expect(data.features == [1, 3] && data.targets == [2, 4] && data.names.features == ["a"])
  }

  @Test func quotedValuesMayHoldAnything() throws {
    let data = try load("\"a, \"\"x\"\"\nsecond\",b\n1,\"x,y\"\n2,\"z\nw\"\n", target: .position(-1)).data
    #expect(data.names.features == ["a, \"x\"\nsecond"])
    #expect(data.names.classes == ["x,y", "z\nw"])
  }

  @Test func withoutAHeaderColumnsAreNumbered() throws {
    let loaded = try load("1,2\n3,4\n", target: .position(0))
    #expect(loaded.data.names.target == "c0" && loaded.data.names.features == ["c1"])
    #expect(loaded.rowsRead == 2)
    let years = try load("2019,2020\n3,4\n5,6\n", target: .name("2020")) { $0.hasHeader = true }
    #expect(years.data.rows == 2)
  }

  @Test(arguments: ["", "NA", "NaN", "nan", "null", "NULL", "None", "?", "n/a", "  "])
  func missingValuesAreLeftOutOrFilled(_ word: String) throws {
    let text = "a,b,c\n1,10,0\n\(word),20,1\n5,30,2\n7,\(word),3\n6,8,\(word)\n"
    let dropped = try load(text, target: .name("c"))
    #expect(dropped.data.features == [1, 10, 5, 30])
    #expect(dropped.rowsWithoutTarget == 1 && dropped.rowsWithMissing == 2)
    #expect(dropped.missing.map(\.name) == ["a", "b"] && dropped.missing.map(\.count) == [1, 1])
    let filled = try load(text, target: .name("c")) { $0.missing = .mean }
    #expect(filled.data.features == [1, 10, 13.0 / 3, 20, 5, 30, 7, 20])
    #expect(filled.rowsWithMissing == 0)
  }

  /// What the test rows have must not reach the training rows.
  @Test func gapsAreFilledFromTheTrainingRows() throws {
    let text = "size,rent\n1,10\n2,11\n,12\n100,13\n200,14\n"
    let loaded = try load(text, target: .name("rent")) { $0.missing = .mean }.data
    #expect(loaded.features[2] == 75.75 && loaded.gaps == [2])
    #expect(try loaded.split(share: 0.6).features[2] == 1.5)
    #expect(try loaded.split(share: 0.8, seed: 1).split(share: 0.6).meansOfOthers == nil)
    for (share, seed) in [(0.6, UInt32(3)), (0.4, 1), (0.8, 7)] {
      let mixed = try loaded.split(share: share, seed: seed)
      #expect(mixed.meansOfOthers == nil, "\(share) \(seed)")
      #expect(try mixed.split(share: 0.6, seed: 5).meansOfOthers == nil, "a second time")
    }
  }

  @Test func aGapThatNothingFillsIsRefused() throws {
    let text = "size,age,rent\n1,,10\n2,,11\n3,5,12\n,6,13\n"
    let loaded = try load(text, target: .name("rent")) { $0.missing = .mean }.data
    #expect(throws: DataError.nothingToFill(column: "age", from: .training)) { try loaded.split(share: 0.5) }
    #expect(throws: DataError.nothingToFill(column: "age", from: .training)) {
      try loaded.filled(fittedOn: .training)
    }
    #expect(try loaded.split(share: 0.75).features[1] == 5)
    #expect(throws: DataFileError.data(.nothingToFill(column: "age", from: .all))) {
      try load("age,x,rent\n,1,10\n,2,11\n5,3,\n", target: .name("rent")) { $0.missing = .mean }
    }
  }

  @Test func filledRowsAreDividedBeforeTheyAreStandardised() throws {
    let text = "size,rent\n1,10\n2,11\n,12\n100,13\n200,14\n"
    let loaded = try load(text, target: .name("rent")) { $0.missing = .mean }.data
    #expect(throws: DataError.splitTooLate) { try loaded.standardised().split(share: 0.6) }
  }

  @Test func textsAreLeftOutOrSpread() throws {
    let text = "city,x,y,nothing\nRome,1,2,\nOslo,3,4,\nRome,5,6,\n"
    let plain = try load(text, target: .name("y"))
    #expect(
      plain.textColumns.map(\.name) == ["city"] && plain.textColumns[0].count == 2
        && plain.emptyColumns == ["nothing"])
    #expect(plain.data.features == [1, 3, 5])
    let spread = try load(text, target: .name("y")) { $0.categories = true }
    #expect(spread.data.names.features == ["city=Oslo", "city=Rome", "x"])
    #expect(spread.data.features == [0, 1, 1, 1, 0, 3, 0, 1, 5])
  }

  @Test func textTargetsBecomeClassesByTheAlphabet() throws {
    let loaded = try load("x,kind\n1,spam\n2,Ham\n3,spam\n4,egg\n", target: .name("kind"))
    #expect(loaded.data.kind == .classes(3) && loaded.kindReason == .text)
    #expect(loaded.data.names.classes == ["Ham", "egg", "spam"])
    #expect(loaded.data.targets == [2, 0, 2, 1])
  }

  @Test func fewWholeNumbersAreClasses() throws {
    func rows(_ values: [String]) -> String {
      "x,y\n" + (0..<50).map { "\($0),\(values[$0 % values.count])\n" }.joined()
    }
    let few = try load(rows(["3", "1", "10"]), target: .name("y"))
    #expect(few.data.kind == .classes(3) && few.kindReason == .fewWholeNumbers(3))
    #expect(few.data.names.classes == ["1", "3", "10"])
    #expect(
      try load(rows(["3", "1"]), target: .name("y")) { $0.kind = .regression }.data.kind == .regression)
    #expect(try load(rows(["0.5", "1"]), target: .name("y")).data.kind == .regression)
    #expect(try load(rows((0..<11).map(String.init)), target: .name("y")).data.kind == .regression)
    let asked = try load(rows(["0.5", "1"]), target: .name("y")) { $0.kind = .classes }
    #expect(asked.data.names.classes == ["0.5", "1"] && asked.kindReason == .asked)
    #expect(try load("x,y\n1,1\n2,2\n3,1\n", target: .name("y")).data.kind == .regression)
  }

  @Test func featuresMayBeChosen() throws {
    let text = "id,a,b,y\n7,1,2,3\n8,4,5,6\n"
    #expect(try load(text, target: .name("y")) { $0.without = [.name("id")] }.data.columns == 2)
    let chosen = try load(text, target: .name("y")) { $0.features = [.name("b"), .position(1)] }
    #expect(chosen.data.features == [2, 1, 5, 4])
  }
}

func load(
  _ text: String, target: DataFileOptions.Choice? = nil, _ change: (inout DataFileOptions) -> Void = { _ in }
) throws(DataFileError) -> LoadedData {
  try load(Array(text.utf8), target: target, change)
}

func load(
  _ bytes: [UInt8], target: DataFileOptions.Choice? = nil,
  _ change: (inout DataFileOptions) -> Void = { _ in }
) throws(DataFileError) -> LoadedData {
  var options = DataFileOptions()
  options.path = "data/rents.csv"
  options.target = target
  change(&options)
  return try Dataset.load(bytes, options)
}

extension Dataset {
  /// The first gap of a column of one feature that is not filled with the mean of the other training rows.
  fileprivate var meansOfOthers: Int? {
    let known = trainRows.filter { !gaps.contains($0) }.map { features[$0] }
    let mean = known.reduce(0, +) / Double(known.count)
    return gaps.isEmpty ? -1 : gaps.first { features[$0] != mean || targets[$0] != 12 }
  }
}
