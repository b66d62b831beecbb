import Language
import Testing

@testable import Notebook

@Suite struct TranscriptTests {
  private let session = Session(host: .isolated)

  @Test(arguments: [
    ("[1]> x = 2\n[2]> x + 1\n3\n[3]>", "x = 2\nx + 1"),
    ("[1]> y = [1,\n...> 2]\n[12]> sum(y)\n3", "y = [1,\n2]\nsum(y)"),
    // Where a prompt is missing, the cell itself says that it is not whole.
    ("[1]> f(x) = {\nx + 1\n}\n[2]> f(1)\n2", "f(x) = {\nx + 1\n}\nf(1)"),
    // A selection often begins behind its prompt.
    ("x = 2\n[2]> x\n2\n", "x = 2\nx"),
    ("[10]> z = [1,\n....> 2,\n....> 3]\n", "z = [1,\n2,\n3]"),
    ("[1]> half typed^C\n[1]> 1 + 1\n2", "1 + 1"),
    ("[4]? 0.5\nRight.\n[5]> 2", "0.5\n2"),
    ("[7]> 1 + nope\nerror: `nope` is not known\n  1 + nope\n      ^^^^\n[8]> 2", "1 + nope\n2"),
  ])
  func promptsAndOutputsAreLeftOut(_ text: String, _ code: String) {
    #expect(session.withoutPrompts(text) == code)
  }

  @Test(arguments: ["[1] > 0", "x = 2\nx", "[1, 2]", "", "[1]>0", "[]> 1", "...> 1"])
  func otherTextStaysAsItIs(_ text: String) { #expect(session.withoutPrompts(text) == text) }
}
