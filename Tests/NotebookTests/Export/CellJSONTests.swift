import Foundation
import Language
import Testing

@testable import Notebook

@Suite struct CellJSONTests {
  private func lines(_ code: String) -> [String] {
    var lines: [String] = []
    Session(host: .isolated).run(SourceText(code)) {
      lines.append(CellJSON($0, layout: Layout()).line)
      return true
    }
    return lines
  }

  private func object(_ line: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func membersStandInTheOrderOfTheManual() {
    #expect(
      lines("mse([3], [2.5])") == [
        #"{"cell":1,"input":"mse([3], [2.5])","ok":true,"type":"number","value":0.25,"text":"0.25"}"#
      ])
  }

  @Test(arguments: [
    0.1 + 0.2, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e-7, 123456789012345680, 1e21,
    -0.0,
  ])
  func numbersComeBackWithAllTheirBits(_ number: Double) throws {
    let value = try #require(JSONValue.number(number).line.data(using: .utf8))
    #expect(try JSONDecoder().decode(Double.self, from: value).bitPattern == number.bitPattern)
  }

  @Test func wholeNumbersHaveNoPoint() { #expect(JSONValue.number(3).line == "3") }

  @Test func whatIsNoNumberInJSONIsAString() {
    #expect(
      JSONValue.list([.number(.nan), .number(.infinity), .number(-.infinity)]).line
        == #"["NaN","Infinity","-Infinity"]"#)
  }

  @Test(arguments: [
    "\"", "\\", "\n\r\t", "\u{0}\u{1F}\u{7F}", "\u{2028}\u{2029}\u{85}", "é損失🐈‍⬛", "</script>", "\u{FEFF}",
  ])
  func everyTextComesBack(_ text: String) throws {
    let line = JSONValue.text(text).line
    #expect(try JSONDecoder().decode(String.self, from: Data(line.utf8)) == text)
    #expect(
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && ![0x7F, 0x85, 0x2028, 0x2029].contains($0.value) })
  }

  @Test func errorHasItsPlaceAndItsHint() throws {
    let cell = try object(lines("1\n  2 + mze([1], [2])")[1])
    let error = try #require(cell["error"] as? [String: Any])
    #expect(cell["ok"] as? Bool == false)
    #expect(error["line"] as? Int == 2 && error["column"] as? Int == 7)
    #expect(error["message"] is String && error["hint"] is String)
    #expect(cell["value"] == nil && cell["type"] == nil)
  }

  @Test func kindsOfValues() throws {
    let cells = try lines("1 < 2\n[1, 2]\n[[1], [2]]\n\"a\"\nx = 1\nf(x) = x\nf").map(object)
    #expect(
      cells.map { $0["type"] as? String } == [
        "boolean", "vector", "matrix", "string", "number", "nothing", "function",
      ])
    #expect(cells[2]["value"] as? [[Double]] == [[1], [2]])
    #expect(cells[4]["value"] as? Double == 1 && cells[4]["text"] as? String == "")
    #expect(cells[5]["value"] is NSNull)
  }

  @Test func assignmentCarriesWhatItGaveANameTo() throws {
    let cells = try lines("r = train circles loss=bce epochs=2\nx = 3; f(x) = x\nx = 3; x + 1").map(object)
    let run = try #require(cells[0]["value"] as? [String: Any])
    #expect(cells[0]["type"] as? String == "run")
    #expect((cells[0]["text"] as? String)?.contains("after 2 epochs") == true)
    for name in ["train_loss", "test_loss", "train_accuracy", "test_accuracy"] {
      #expect((run[name] as? [Double])?.count == 2)
    }
    #expect(cells[1]["type"] as? String == "nothing")
    #expect(cells[2]["value"] as? Double == 4)
  }
}
