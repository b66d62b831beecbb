import Language
import Notebook
import Testing

@testable import LossbookKernel

private func decoded<T: Decodable>(_ json: String) throws -> T {
  try #require(JSON.decode(T.self, Array(json.utf8)))
}

@Suite struct ExecuteRequestTests {
  @Test func whatIsNotSaidHasItsDefault() throws {
    let request: ExecuteRequest = try decoded(#"{"code":"1"}"#)
    #expect(request.code == "1" && !request.isSilent && request.isStored && request.stopsOnError)
  }

  @Test func silentCellsAreNotStored() throws {
    let request: ExecuteRequest = try decoded(#"{"code":"1","silent":true,"store_history":true}"#)
    #expect(request.isSilent && !request.isStored)
  }

  @Test func otherTypesAreTakenForNothing() throws {
    let request: ExecuteRequest = try decoded(#"{"code":"1","silent":"yes","user_expressions":[1]}"#)
    #expect(!request.isSilent && request.expressions.isEmpty)
  }
}

@Suite struct CodeRequestTests {
  @Test(arguments: [("3", "abc"), ("-1", ""), ("99", "abcd"), ("null", "abcd"), ("1e300", "abcd")])
  func cursorStaysInside(_ place: String, _ before: String) throws {
    let request: CodeRequest = try decoded(#"{"code":"abcd","cursor_pos":\#(place)}"#)
    #expect(request.before == before)
  }

  @Test func placesAreScalars() {
    #expect(CodeRequest(code: "e\u{301}😀x", cursor: 3).before == "e\u{301}😀")
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", ""), ("*", "abc"), ("a?c", "abc"), ("a*c", "abbc"), ("*b*", "abc"), ("**", "x"),
    ("a*b*c", "aXbYbZc"),
    ("abc", "abc"),
  ])
  func matches(_ pattern: String, _ text: String) { #expect(Glob.matches(pattern, text)) }

  @Test(arguments: [("a?c", "ac"), ("b*", "abc"), ("", "a"), ("?", ""), ("a*d", "abc"), ("abc", "abcd")])
  func doesNotMatch(_ pattern: String, _ text: String) { #expect(!Glob.matches(pattern, text)) }
}

@Suite struct HistoryTests {
  private func inputs(_ json: String) throws -> String {
    var history = History()
    for (index, input) in ["a", "b", "a", "c"].enumerated() {
      history.add(History.Entry(number: index + 1, input: input, output: nil))
    }
    return history.reply(try decoded(json)).line
  }

  @Test(arguments: [
    (#"{"hist_access_type":"tail","n":2}"#, #"[[1,3,"a"],[1,4,"c"]]"#),
    (#"{"hist_access_type":"tail","n":-1}"#, "[]"),
    (#"{"hist_access_type":"range","session":0,"start":2,"stop":4}"#, #"[[1,2,"b"],[1,3,"a"]]"#),
    (#"{"hist_access_type":"range","session":-1,"start":0}"#, "[]"),
    (#"{"hist_access_type":"search","pattern":"a","unique":true}"#, #"[[1,3,"a"]]"#),
    (#"{"hist_access_type":"search","pattern":"?","n":1,"output":true}"#, #"[[1,4,["c",null]]]"#),
    (#"{"hist_access_type":"nothing"}"#, "[]"),
  ])
  func finds(_ request: String, _ expected: String) throws {
    #expect(try inputs(request) == #"{"history":\#(expected),"status":"ok"}"#)
  }
}

@Suite struct CompletenessTests {
  @Test(arguments: [
    ("f(", "  "), ("for i in 1..3 {\n  x = [", "    "), ("x = (1)", ""), ("# (", ""), (#"t = "(" + ("#, "  "),
    (#"t = "open ("#, ""), ("))", ""),
  ])
  func indentFollowsBrackets(_ code: String, _ indent: String) {
    #expect(Completeness.indent(after: code) == indent)
  }

  @Test(arguments: [("1 + 1", "complete"), ("f(", "incomplete"), ("1 +* 2", "invalid"), ("", "complete")])
  func statusIsTheParsers(_ code: String, _ status: String) {
    let reply = Completeness.reply(code, Session(host: .isolated)).line
    #expect(reply.contains(#""status":"\#(status)""#))
  }
}

@Suite struct InspectingTests {
  @Test(arguments: [
    ("mse(y, p)", 2, ["mse", "mse"]), ("mse(y, p)", 5, ["y", "mse", "mse"]),
    ("mse(abs(x), ", 12, ["mse", "mse"]), ("a + sigmoid(", 12, ["sigmoid", "a"]), ("", 0, []),
    ("x\n  train circ", 14, ["circ", "train"]), ("é(", 1, ["é", "é"]),
  ])
  func namesComeInTheirOrder(_ code: String, _ cursor: Int, _ names: [String]) {
    #expect(Inspecting.names(CodeRequest(code: code, cursor: cursor)) == names)
  }
}

@Suite struct StatementTests {
  @Test(arguments: [
    ("mse", "mse"), ("x = 1\ntrain ", "train "), ("mse([1,\n 2], re", "mse([1,\n 2], re"), ("x = 1\n", ""),
    ("1 +* 2\nba", "ba"),
  ])
  func lastOneIsFound(_ text: String, _ statement: String) {
    #expect(Statement.begun(in: text, Session(host: .isolated)) == statement)
  }
}
