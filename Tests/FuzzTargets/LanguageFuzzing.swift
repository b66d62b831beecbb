import Language
import Notebook

enum ParserFuzzing {
  static func run(_ text: String) {
    let session = Session(host: .isolated)
    let source = SourceText(text, name: "fuzz")
    var parser = Parser(source, verbs: session.interpreter.verbs)
    var (end, isAtEnd) = (0, false)
    while !isAtEnd {
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else {
          isAtEnd = true
          continue
        }
        Fuzzing.expect(cell.span.start >= end && cell.span.end > cell.span.start, "cells go forward")
        end = cell.span.end
        _ = (cell.text, source.place(of: cell.span.start), cell.definedNames)
      } catch {
        Fuzzing.expect(error.span.start >= end && error.span.start <= error.span.end, "errors have places")
        // Where a bracket is never closed, only one line is given up, though the mistake may stand further down.
        Fuzzing.expect(parser.position > end, "mistakes are left behind")
        end = parser.position
        _ = DiagnosticText.lines(error, in: source, width: 40)
        _ = source.lineText(at: error.span)
      }
    }
    _ = session.isIncomplete(text)
    _ = session.completions(for: text) { _ in [] }
  }
}

enum EvaluatorFuzzing {
  static func run(_ text: String) {
    Fuzzing.run(text, in: Session(host: Fuzzing.host(["in.csv": Array("a,b\n1,2\n3,4\n5,7\n".utf8)])))
  }
}
