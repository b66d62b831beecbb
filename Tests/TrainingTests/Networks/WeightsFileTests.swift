import Testing
import Training

/// A file for each way in which it can be wrong, and one that is right.
@Suite struct WeightsFileTests {
  private func read(_ text: String) throws(WeightsError) -> Weights {
    try Weights(json: Array(text.utf8))
  }

  @Test func threeLayers() throws {
    let weights = try read(
      """
      {"W1": [[1, 2.5], [-3e-1, 4]], "b1": [5, 6], "W2": [[7], [8]], "b2": [9],
       "W3": [[10, 11, 12]], "b3": [0, 0, 1]}
      """)
    #expect(try weights.shape == NetworkShape(inputs: 2, hidden: [2, 1], outputs: 3))
    #expect(weights.layers.map(\.weights) == [[1, 2.5, -0.3, 4], [7, 8], [10, 11, 12]])
    #expect(weights.layers.map(\.biases) == [[5, 6], [9], [0, 0, 1]])
  }

  @Test(arguments: ["", "{", "[1, 2]", "{\"W1\": \"x\"}", "{\"W1\": [[1]], \"b1\": [null]}", "\u{0}"])
  func notAnObjectOfArrays(_ text: String) {
    #expect(throws: WeightsError.notAnObjectOfArrays) { try read(text) }
  }

  @Test func tooLong() {
    let limit = Weights.fileLimit
    #expect(throws: WeightsError.tooLong(bytes: limit + 1, limit: limit)) {
      try Weights(json: [UInt8](repeating: 32, count: limit + 1))
    }
  }

  @Test func nestedWithoutEnd() {
    #expect(throws: WeightsError.notAnObjectOfArrays) {
      try read("{\"W1\":" + String(repeating: "[", count: 100_000))
    }
  }

  @Test func whatIsTooMuchForANetworkIsNotRead() {
    for text in [
      "{" + (0..<100).map { "\"k\($0)\": [1]" }.joined(separator: ",") + "}",
      "{\"W1\": [[" + String(repeating: "1,", count: 3_200_000) + "1]], \"b1\": [1]}",
      "{\"W1\": [[[1]]], \"b1\": [1]}",
    ] {
      #expect(throws: WeightsError.notAnObjectOfArrays) { try read(text) }
    }
  }

  @Test func oneNameTwice() {
    #expect(throws: WeightsError.repeatedKey) { try read("{\"W1\": [[1]], \"b1\": [0], \"W1\": [[2]]}") }
    #expect(throws: WeightsError.unknown(key: "a\":,")) {
      try read("{\"W1\": [[1]], \"b1\": [0], \"a\\\":,\": [2]}")
    }
  }

  @Test func missingKeys() {
    #expect(throws: WeightsError.missing(key: "W1")) { try read("{}") }
    #expect(throws: WeightsError.missing(key: "b1")) { try read("{\"W1\": [[1]]}") }
    #expect(throws: WeightsError.missing(key: "b2")) {
      try read("{\"W1\": [[1]], \"b1\": [1], \"W2\": [[1]]}")
    }
  }

  @Test func unknownKeys() {
    #expect(throws: WeightsError.unknown(key: "W3")) {
      try read("{\"W1\": [[1]], \"b1\": [1], \"W3\": [[1]], \"b3\": [1]}")
    }
  }

  @Test func vectorsForMatricesAndTheReverse() {
    #expect(throws: WeightsError.notAMatrix(key: "W1")) { try read("{\"W1\": [1], \"b1\": [1]}") }
    #expect(throws: WeightsError.notAVector(key: "b1")) { try read("{\"W1\": [[1]], \"b1\": [[1]]}") }
  }

  @Test func raggedRows() {
    #expect(throws: WeightsError.ragged(key: "W1", row: 1, found: 1, expected: 2)) {
      try read("{\"W1\": [[1, 2], [3]], \"b1\": [1, 2]}")
    }
  }

  @Test func lengthsThatDoNotFollow() {
    #expect(throws: WeightsError.length(key: "b1", found: 3, expected: 2)) {
      try read("{\"W1\": [[1, 2]], \"b1\": [1, 2, 3]}")
    }
    #expect(throws: WeightsError.length(key: "W2", found: 1, expected: 2)) {
      try read("{\"W1\": [[1, 2]], \"b1\": [1, 2], \"W2\": [[1]], \"b2\": [1]}")
    }
  }

  @Test func sizesOfNoNetwork() {
    #expect(throws: WeightsError.shape(.count(.outputs, found: 0, allowed: 1...1_000))) {
      try read("{\"W1\": [[]], \"b1\": []}")
    }
  }
}
