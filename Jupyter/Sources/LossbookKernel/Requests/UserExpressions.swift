import Language
import Notebook

/// Expressions whose values a front end wants to know after a cell. What they define is forgotten.
enum UserExpressions {
  static func values(_ expressions: [String: String], _ session: Session) -> [String: JSONValue] {
    let interpreter = session.interpreter
    let before = interpreter.memory
    defer { interpreter.memory = before }
    return expressions.mapValues { value($0, interpreter) }
  }

  private static func value(_ code: String, _ interpreter: Interpreter) -> JSONValue {
    do throws(Diagnostic) {
      var last = Outcome()
      for cell in try interpreter.cells(of: code) {
        last = interpreter.run(cell, number: 0)
        if let error = last.error { throw error }
      }
      let text = last.pieces.plainText(Shown.layout)
      let json = (last.value ?? last.assigned)?.json ?? .null
      return .ok([
        "data": .object(["text/plain": .text(text), "application/json": json]), "metadata": .object([:]),
      ])
    } catch {
      return .object(Failure(error, in: SourceText(code)).reply)
    }
  }
}
